import { join } from 'node:path';
import { answers } from '../probe.ts';
import { dataFolder, type Site } from '../site.ts';
import type { Part } from './part.ts';

/** The address below which repositories are served. */
export function gitUrl(site: Site): string {
  return `http://127.0.0.1:${site.ports.git}`;
}

/** Git's own server program behind HTTP; whoever asks may read and push. */
export const git: Part = {
  name: 'git',
  address: gitUrl,
  command: (site) => ({
    program: process.execPath,
    args: [join(import.meta.dirname, '..', 'git', 'main.ts'), dataFolder(site, 'git'), String(site.ports.git)],
  }),
  healthy: (site) => answers(`${gitUrl(site)}/healthz`),
};
