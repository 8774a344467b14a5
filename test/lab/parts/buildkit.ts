import { join } from 'node:path';
import { listens } from '../probe.ts';
import { dataFolder, partFolder, program, registryHost, type Site, socketPath } from '../site.ts';
import type { Part } from './part.ts';

/** Renders buildkitd's configuration: `FROM node:24` comes from the lab's registry. */
export function renderBuildkit(registry: string): string {
  return `[registry."docker.io"]
  mirrors = ["${registry}"]

[registry."${registry}"]
  http = true

[worker.oci]
  networkMode = "host"
  gc = false
`;
}

/** The address that buildctl and buildx reach BuildKit by. */
export function buildkitHost(site: Site): string {
  return `unix://${socketPath(site, 'buildkit')}`;
}

/** The image builder. */
export const buildkit: Part = {
  name: 'buildkit',
  address: buildkitHost,
  files: (site) => ({ 'buildkitd.toml': renderBuildkit(registryHost(site)) }),
  command: (site) => ({
    program: program(site, 'buildkitd'),
    args: [
      `--config=${join(partFolder(site, 'buildkit'), 'buildkitd.toml')}`,
      `--root=${dataFolder(site, 'buildkit')}`,
      `--addr=${buildkitHost(site)}`,
      '--oci-worker=true',
      '--containerd-worker=false',
    ],
  }),
  healthy: (site) => listens(socketPath(site, 'buildkit')),
};
