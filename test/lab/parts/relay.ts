import { join } from 'node:path';
import { NETWORK } from '../address.ts';
import { credentialsOf } from '../certificates.ts';
import { answers } from '../probe.ts';
import type { Part } from './part.ts';

/** Brings pods to the API server, which listens on loopback only: its service's endpoint is the node's address. */
export const relay: Part = {
  name: 'api-relay',
  address: (site) => `https://${NETWORK.node}:${site.ports.apiServer}`,
  command: (site) => ({
    program: process.execPath,
    args: [join(import.meta.dirname, '..', 'relay', 'main.ts'), NETWORK.node, String(site.ports.apiServer)],
  }),
  healthy: (site) => answers(`https://${NETWORK.node}:${site.ports.apiServer}/readyz`, credentialsOf('admin', site.layout)),
};
