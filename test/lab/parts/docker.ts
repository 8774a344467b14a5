import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listens } from '../probe.ts';
import { dataFolder, registryHost, type Site, socketPath } from '../site.ts';
import type { Part } from './part.ts';

/** The address of the lab's own Docker daemon. */
export function dockerHost(site: Site): string {
  return `unix://${socketPath(site, 'docker')}`;
}

const execRoot = (site: Site): string => join(site.layout.run, 'docker');
const pidFile = (site: Site): string => join(site.layout.run, 'docker.pid');

/**
 * A daemon that was killed leaves its pid behind, and that number may be another process's by now: dockerd then says
 * that it runs already, and waits in vain for its containerd. An orphaned containerd of its own is left to it.
 */
async function clearPids(site: Site): Promise<void> {
  await rm(pidFile(site), { force: true });
  const inner = join(execRoot(site), 'containerd', 'containerd.pid');
  const pid = await readFile(inner, 'utf8').catch(() => '');
  const commandLine = await readFile(`/proc/${pid.trim() || '-'}/cmdline`, 'utf8').catch(() => '');
  if (!commandLine.includes(execRoot(site))) await rm(inner, { force: true });
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
      `--exec-root=${execRoot(site)}`,
      `--pidfile=${pidFile(site)}`,
      `--registry-mirror=http://${registryHost(site)}`,
      '--iptables=false',
      '--ip6tables=false',
      '--bridge=none',
    ],
  }),
  prepare: clearPids,
  healthy: (site) => listens(socketPath(site, 'docker')),
};
