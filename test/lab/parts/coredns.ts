import { join } from 'node:path';
import { NETWORK } from '../address.ts';
import { answers } from '../probe.ts';
import { partFolder, program, type Site } from '../site.ts';
import { kubeconfigOf } from './control.ts';
import type { Part } from './part.ts';

/** Renders CoreDNS' configuration: services of the cluster, and a definite "no such name" for everything else. */
export function renderCorefile(site: Site): string {
  return `${NETWORK.domain}:53 in-addr.arpa:53 {
    bind ${NETWORK.node}
    errors
    ready 127.0.0.1:${site.ports.coredns}
    kubernetes ${NETWORK.domain} in-addr.arpa {
        kubeconfig ${join(partFolder(site, 'coredns'), 'kubeconfig')}
        ttl 1
    }
}
.:53 {
    bind ${NETWORK.node}
    template ANY ANY {
        rcode NXDOMAIN
    }
}
`;
}

/** Cluster DNS, on the bridge's address. */
export const coredns: Part = {
  name: 'coredns',
  address: () => `dns://${NETWORK.node}:53`,
  files: (site) => ({ Corefile: renderCorefile(site), kubeconfig: kubeconfigOf(site, 'admin') }),
  command: (site) => ({
    program: program(site, 'coredns'),
    args: ['-conf', join(partFolder(site, 'coredns'), 'Corefile')],
  }),
  healthy: (site) => answers(`http://127.0.0.1:${site.ports.coredns}/ready`),
};
