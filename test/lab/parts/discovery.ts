import { join } from 'node:path';
import { answers } from '../probe.ts';
import type { Site } from '../site.ts';
import type { Part } from './part.ts';

/** The URL at which Prometheus asks for the pods. */
export function discoveryUrl(site: Site): string {
  return `http://127.0.0.1:${site.ports.discovery}/pods`;
}

/** Tells Prometheus the cluster's pods, with the labels that its own Kubernetes discovery would give them. */
export const discovery: Part = {
  name: 'discovery',
  address: discoveryUrl,
  command: (site) => ({
    program: process.execPath,
    args: [join(import.meta.dirname, '..', 'discovery', 'main.ts'), String(site.ports.discovery)],
    env: { SLIPWAY_CACHE: site.layout.cache },
  }),
  healthy: (site) => answers(discoveryUrl(site)),
};
