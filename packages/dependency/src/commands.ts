import { Failure } from '@slipway/failure';
import type { Exec } from '@slipway/system';
import type { Dependency } from './dependency.ts';

/** How a dependency runs in the foreground, and what takes away what its own end may leave behind. */
export interface Commands {
  readonly start: readonly string[];
  readonly remove?: readonly string[];
}

/** The program that speaks compose: the plugin, else the older program of its own; undefined when there is neither. */
export async function composeProgram(exec: Exec): Promise<readonly string[] | undefined> {
  const docker = await exec.which('docker');
  const plugin = docker !== undefined && (await exec.run('docker', ['compose', 'version'])).exitCode === 0;
  if (plugin) return ['docker', 'compose'];
  return (await exec.which('docker-compose')) === undefined ? undefined : ['docker-compose'];
}

/**
 * The commands of a dependency under a name that nothing else on the machine has.
 *
 * Values of variables stay out of argv. A container outlives a docker client that is killed, so it is removed by name.
 */
export async function commandsOf({ source, env }: Dependency, unique: string, exec: Exec): Promise<Commands> {
  if (source.kind === 'process') return { start: source.command };
  if (source.kind === 'compose') {
    const compose = [...((await composeProgram(exec)) ?? []), '--project-name', unique, '--file', source.file];
    const down = ['down', '--volumes', '--remove-orphans', '--timeout', '2'];
    return { start: [...compose, 'up', '--abort-on-container-exit'], remove: [...compose, ...down] };
  }
  // Without published ports the container shares the runner's network, which also works where Docker has no bridge.
  const network = source.ports?.flatMap((port) => ['--publish', port]) ?? ['--network', 'host'];
  const variables = Object.keys(env).flatMap((name) => ['--env', name]);
  const run = ['docker', 'run', '--rm', '--init', '--name', unique, '--label', 'slipway'];
  return { start: [...run, ...network, ...variables, source.image], remove: ['docker', 'rm', '--force', '--volumes', unique] };
}

/** Pulls an image that is not here yet: the time for it is not the time that the service takes to be ready. */
export async function ensureImage({ name, source }: Dependency, exec: Exec, cancelled: AbortSignal): Promise<void> {
  if (source.kind !== 'image') return;
  const { exitCode } = await exec.run('docker', ['image', 'inspect', source.image]);
  if (exitCode === 0) return;
  const pulled = await exec.run('docker', ['pull', '--quiet', source.image], { signal: cancelled });
  if (pulled.exitCode === 0) return;
  const why = pulled.stderr.trim().split('\n').at(-1);
  throw new Failure({
    code: 'DEPENDENCY_IMAGE',
    message: `The image ${source.image} of "${name}" is not here and cannot be pulled: ${why}`,
    remedy: 'Check its name and tag, and log in to its registry in an earlier step.',
  });
}
