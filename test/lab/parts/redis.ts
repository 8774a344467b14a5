import { listensOn } from '../probe.ts';
import { dataFolder, type Site } from '../site.ts';
import type { Part } from './part.ts';

/** The host and port of Argo CD's cache. */
export function redisAddress(site: Site): string {
  return `127.0.0.1:${site.ports.redis}`;
}

/** Argo CD's cache, which keeps nothing on disk. */
export const redis: Part = {
  name: 'redis',
  address: redisAddress,
  command: (site) => ({
    program: 'redis-server',
    args: ['--bind', '127.0.0.1', '--port', String(site.ports.redis), '--save', '', '--dir', dataFolder(site, 'redis')],
  }),
  healthy: (site) => listensOn(site.ports.redis),
};
