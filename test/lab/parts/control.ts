import { join } from 'node:path';
import { NETWORK } from '../address.ts';
import { authorityOf, credentialsOf, type IdentityName, renderKubeconfig } from '../certificates.ts';
import { answers } from '../probe.ts';
import { apiServerUrl, partFolder, program, type Site } from '../site.ts';
import type { Part } from './part.ts';

/** The kubeconfig text of one of the lab's identities. */
export function kubeconfigOf(site: Site, name: IdentityName): string {
  return renderKubeconfig(apiServerUrl(site), credentialsOf(name, site.layout));
}

function secured(site: Site, part: string, port: number): string[] {
  const kubeconfig = join(partFolder(site, part), 'kubeconfig');
  return [
    `--kubeconfig=${kubeconfig}`,
    `--authentication-kubeconfig=${kubeconfig}`,
    `--authorization-kubeconfig=${kubeconfig}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    `--tls-cert-file=${join(site.layout.certificates, 'api-server.crt')}`,
    `--tls-private-key-file=${join(site.layout.certificates, 'api-server.key')}`,
    '--leader-elect=false',
  ];
}

/** The controller manager. */
export const controllerManager: Part = {
  name: 'kube-controller-manager',
  address: (site) => `https://127.0.0.1:${site.ports.controllerManager}`,
  files: (site) => ({ kubeconfig: kubeconfigOf(site, 'controller-manager') }),
  command: (site) => ({
    program: program(site, 'kube-controller-manager'),
    args: [
      ...secured(site, 'kube-controller-manager', site.ports.controllerManager),
      '--use-service-account-credentials=true',
      `--service-account-private-key-file=${join(site.layout.certificates, 'accounts.key')}`,
      `--root-ca-file=${authorityOf(site.layout)}`,
      `--service-cluster-ip-range=${NETWORK.services}`,
    ],
  }),
  healthy: (site) => answers(`https://127.0.0.1:${site.ports.controllerManager}/healthz`, credentialsOf('admin', site.layout)),
};

/** The scheduler. */
export const scheduler: Part = {
  name: 'kube-scheduler',
  address: (site) => `https://127.0.0.1:${site.ports.scheduler}`,
  files: (site) => ({ kubeconfig: kubeconfigOf(site, 'scheduler') }),
  command: (site) => ({
    program: program(site, 'kube-scheduler'),
    args: secured(site, 'kube-scheduler', site.ports.scheduler),
  }),
  healthy: (site) => answers(`https://127.0.0.1:${site.ports.scheduler}/healthz`, credentialsOf('admin', site.layout)),
};
