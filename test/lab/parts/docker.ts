import { join } from 'node:path';
import { listens } from '../probe.ts';
import { dataFolder, registryHost, type Site, socketPath } from '../site.ts';
import type { Part } from './part.ts';

/** The address of the lab's own Docker daemon. */
export function dockerHost(site: Site): string {
  return `unix://${socketPath(site, 'docker')}`;
}

/** An optional Docker daemon for `--network host`: it makes no bridge and no firewall rules. */
export const docker: Part = {
  name: 'docker',
  address: dockerHost,
  command: (site) => ({
    program: 'dockerd',
    args: [
      `--host=${dockerHost(site)}`,
      `--data-root=${dataFolder(site, 'docker')}`,
      `--exec-root=${join(site.layout.run, 'docker')}`,
      `--pidfile=${join(site.layout.run, 'docker.pid')}`,
      `--registry-mirror=http://${registryHost(site)}`,
      '--iptables=false',
      '--ip6tables=false',
      '--bridge=none',
    ],
  }),
  healthy: (site) => listens(socketPath(site, 'docker')),
};
