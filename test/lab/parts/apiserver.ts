import { join } from 'node:path';
import { NETWORK } from '../address.ts';
import { authorityOf, pairOf } from '../certificates.ts';
import { askApi } from '../probe.ts';
import { apiServerUrl, program, type Site } from '../site.ts';
import type { Part } from './part.ts';

function flags(site: Site): string[] {
  const { layout, ports } = site;
  const server = pairOf('api-server', layout);
  const client = pairOf('api-server-to-kubelet', layout);
  return [
    `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${ports.apiServer}`,
    `--advertise-address=${NETWORK.node}`,
    `--service-cluster-ip-range=${NETWORK.services}`,
    `--tls-cert-file=${server.certificate}`,
    `--tls-private-key-file=${server.key}`,
    `--client-ca-file=${authorityOf(layout)}`,
    '--authorization-mode=Node,RBAC',
    '--enable-admission-plugins=NodeRestriction',
    '--allow-privileged=true',
    `--service-account-issuer=https://kubernetes.default.svc.${NETWORK.domain}`,
    `--service-account-key-file=${join(layout.certificates, 'accounts.pub')}`,
    `--service-account-signing-key-file=${join(layout.certificates, 'accounts.key')}`,
    `--kubelet-certificate-authority=${authorityOf(layout)}`,
    `--kubelet-client-certificate=${client.certificate}`,
    `--kubelet-client-key=${client.key}`,
    '--kubelet-preferred-address-types=InternalIP',
    '--shutdown-delay-duration=0s',
  ];
}

/** The Kubernetes API server, on loopback. */
export const apiserver: Part = {
  name: 'kube-apiserver',
  address: apiServerUrl,
  command: (site) => ({ program: program(site, 'kube-apiserver'), args: flags(site) }),
  healthy: (site) =>
    askApi(site, '/readyz').then(
      ({ status }) => status === 200,
      () => false,
    ),
};
