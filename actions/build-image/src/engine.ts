import type { Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { Ports, RunContext } from '@slipway/runner';
import type { Exec } from '@slipway/system';
import type { action } from './action.ts';

type Inputs = Pick<InputsOf<typeof action>, 'engine' | 'buildkitHost'>;

/** What builds the image. */
export type Engine =
  | { readonly kind: 'buildkit'; readonly address: string }
  | { readonly kind: 'buildx' }
  | { readonly kind: 'buildah' };

/** An engine, or why there is none. */
export type EngineChoice = Engine | { readonly problem: Problem };

function missing(message: string, remedy: string): EngineChoice {
  return { problem: { code: 'ENGINE_MISSING', message, remedy } };
}

/** Why an engine that builds still cannot give us what we need. */
export const CANNOT_EXPORT: Problem = {
  code: 'ENGINE_CANNOT_EXPORT',
  message: 'This Docker engine keeps images in its classic store and cannot write them as an OCI layout.',
  remedy: 'Use docker/setup-buildx-action before this step, switch on the containerd image store, or give a "buildkit-host".',
};

async function buildkit(address: string | undefined, exec: Exec): Promise<EngineChoice> {
  if (address === undefined)
    return missing('There is no address of a BuildKit daemon.', 'Give "buildkit-host" or the variable BUILDKIT_HOST.');
  if (/^(unix|tcp|docker-container|kube-pod|podman-container|ssh|npipe):\/\//.test(address) === false) {
    const remedy = 'Write it like unix:///run/buildkit/buildkitd.sock or tcp://buildkitd:1234.';
    return { problem: { code: 'INPUT_MALFORMED', message: `"${address}" is not the address of a BuildKit daemon.`, remedy } };
  }
  if ((await exec.which('buildctl')) !== undefined) return { kind: 'buildkit', address };
  return missing(`buildctl, which speaks to BuildKit at ${address}, is not on the path.`, 'Install it, or use another engine.');
}

async function hasBuildx(exec: Exec): Promise<boolean> {
  if ((await exec.which('docker')) === undefined) return false;
  return (await exec.run('docker', ['buildx', 'version'])).exitCode === 0;
}

async function docker(exec: Exec): Promise<EngineChoice> {
  if (!(await hasBuildx(exec)))
    return missing('There is no docker with buildx on the path.', 'Install it, or use another engine.');
  const { exitCode, stdout } = await exec.run('docker', ['info', '--format', '{{json .DriverStatus}}']);
  if (exitCode !== 0) return missing('No Docker daemon answers.', 'Start it, or use another engine.');
  return stdout.includes('io.containerd.snapshotter') ? { kind: 'buildx' } : { problem: CANNOT_EXPORT };
}

async function automatic(address: string | undefined, exec: Exec): Promise<EngineChoice> {
  if (address !== undefined) return buildkit(address, exec);
  if (await hasBuildx(exec)) return { kind: 'buildx' };
  if ((await exec.which('buildah')) !== undefined) return { kind: 'buildah' };
  return missing('There is neither BuildKit nor buildx nor buildah here.', 'Use docker/setup-buildx-action before this step.');
}

/** Finds the engine that the inputs ask for, or the best one there is. */
export async function chooseEngine(
  { engine, buildkitHost }: Inputs,
  { exec }: Ports,
  context: RunContext,
): Promise<EngineChoice> {
  const address = buildkitHost ?? context.environment('BUILDKIT_HOST');
  switch (engine) {
    case 'auto':
      return automatic(address, exec);
    case 'buildkit':
      return buildkit(address, exec);
    case 'docker':
      return docker(exec);
    case 'buildx':
      return (await hasBuildx(exec))
        ? { kind: 'buildx' }
        : missing('docker buildx is not here.', 'Use docker/setup-buildx-action before this step.');
    case 'buildah':
      return (await exec.which('buildah')) === undefined
        ? missing('buildah is not on the path.', 'Install it.')
        : { kind: 'buildah' };
  }
}
