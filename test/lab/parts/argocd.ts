import { join } from 'node:path';
import { binFolder } from '../../../scripts/tools/index.ts';
import { ARGOCD, folderOf } from '../binaries.ts';
import { credentialsOf } from '../certificates.ts';
import { keepFromOutside } from '../network.ts';
import { answers } from '../probe.ts';
import { dataFolder, type Site } from '../site.ts';
import type { Part } from './part.ts';
import { redisAddress } from './redis.ts';

/** The namespace of Argo CD's objects. */
export const ARGOCD_NAMESPACE = 'argocd';

/** The address of Argo CD's API, whose certificate the lab's authority signed. */
export function argocdUrl(site: Site): string {
  return `https://127.0.0.1:${site.ports.argocd}`;
}

const repositories = (site: Site): string => `127.0.0.1:${site.ports.argocdRepositories}`;

/** One program is all of Argo CD's parts; a variable says which. */
function command(site: Site, part: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return {
    program: join(folderOf(ARGOCD, site.layout), 'cmd'),
    args: [...args, '--loglevel', 'warn'],
    env: { ARGOCD_BINARY_NAME: part, ARGOCD_GPG_ENABLED: 'false', HOME: dataFolder(site, part), ...env },
  };
}

const cluster = (site: Site): readonly string[] => ['--kubeconfig', site.layout.kubeconfig, '--namespace', ARGOCD_NAMESPACE];

const links = (site: Site): readonly string[] => [
  ...['--redis', redisAddress(site)],
  ...['--repo-server', repositories(site), '--repo-server-plaintext'],
];

/** What reads repositories and renders manifests. */
export const argocdRepositories: Part = {
  name: 'argocd-repo-server',
  address: repositories,
  command: (site) => {
    const folder = dataFolder(site, 'argocd-repo-server');
    const own = ['--address', '127.0.0.1', '--port', String(site.ports.argocdRepositories)];
    const metrics = ['--metrics-address', '127.0.0.1', '--metrics-port', String(site.ports.argocdRepositoriesMetrics)];
    const args = ['--disable-tls', '--redis', redisAddress(site), ...own, ...metrics];
    const path = `${binFolder('kustomize', site.layout.cache)}:/usr/local/bin:/usr/bin:/bin`;
    const env = { ARGOCD_TLS_DATA_PATH: folder, ARGOCD_SSH_DATA_PATH: folder, TMPDIR: folder, PATH: path };
    return command(site, 'argocd-repo-server', args, env);
  },
  healthy: (site) => answers(`http://127.0.0.1:${site.ports.argocdRepositoriesMetrics}/healthz`),
};

/** What compares and applies. It looks for itself every 20 s, not every 3 min. */
export const argocdController: Part = {
  name: 'argocd-application-controller',
  address: (site) => `http://127.0.0.1:${site.ports.argocdController}`,
  command: (site) => {
    const args = ['--metrics-port', String(site.ports.argocdController), '--app-resync', '20', '--app-resync-jitter', '0'];
    return command(site, 'argocd-application-controller', [...cluster(site), ...links(site), ...args]);
  },
  // It takes no address for its metrics, and listens on all.
  prepare: (site) => keepFromOutside(site.ports.argocdController),
  healthy: (site) => answers(`http://127.0.0.1:${site.ports.argocdController}/healthz`),
};

/** The API, and the page for people. */
export const argocdServer: Part = {
  name: 'argocd-server',
  address: argocdUrl,
  command: (site) => {
    const own = ['--address', '127.0.0.1', '--port', String(site.ports.argocd)];
    const metrics = ['--metrics-address', '127.0.0.1', '--metrics-port', String(site.ports.argocdMetrics)];
    return command(site, 'argocd-server', [...cluster(site), ...links(site), ...own, ...metrics]);
  },
  healthy: (site) => answers(`${argocdUrl(site)}/healthz`, credentialsOf('admin', site.layout)),
};
