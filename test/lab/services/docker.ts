import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Lab } from '../index.ts';
import type { Tree } from './sample.ts';

const run = promisify(execFile);

/** The lab's own Docker daemon, for tests. */
export interface Docker {
  /** Builds the files' Dockerfile with BuildKit and pushes it to the lab's registry, from where the daemon pulls it. */
  build(name: string, files: Tree): Promise<string>;
  /** The names of containers, running or not, that hold a text. */
  containers(text: string): Promise<readonly string[]>;
  /** A folder for PATH with a `docker` that speaks to this daemon, for a step that gets no other variable. */
  readonly programs: string;
}

async function wrapper(host: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-docker-'));
  const { stdout } = await run('which', ['docker']);
  const file = join(folder, 'docker');
  await writeFile(file, `#!/bin/sh\nDOCKER_HOST=${host} exec ${stdout.trim()} "$@"\n`);
  await chmod(file, 0o755);
  return folder;
}

async function lay(files: Tree): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-image-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** Speaks to the Docker daemon of a lab that was brought up with it. */
export async function docker({ dockerHost, buildctl, buildkitHost, registry }: Lab): Promise<Docker> {
  if (dockerHost === undefined) throw new Error('the lab has no Docker daemon: up --with docker');
  return {
    programs: await wrapper(dockerHost),
    build: async (name, files) => {
      const [context, image] = [await lay(files), `${registry}/services-test/${name}`];
      const local = ['--local', `context=${context}`, '--local', `dockerfile=${context}`];
      const output = `type=image,name=${image},push=true,registry.insecure=true`;
      await run(buildctl, ['--addr', buildkitHost, 'build', '--frontend', 'dockerfile.v0', ...local, '--output', output]);
      return image;
    },
    containers: async (text) => {
      const { stdout } = await run('docker', ['--host', dockerHost, 'ps', '--all', '--format', '{{.Names}}']);
      return stdout.split('\n').filter((name) => name.includes(text));
    },
  };
}
