import { join } from 'node:path';
import { answers } from '../probe.ts';
import { dataFolder, partFolder, registryHost, type Site } from '../site.ts';
import type { Part } from './part.ts';

/** Renders the registry's configuration; it is JSON, which is YAML as well. */
export function renderRegistry(storage: string, address: string): string {
  return JSON.stringify(
    {
      version: '0.1',
      log: { level: 'info', accesslog: { disabled: false } },
      storage: {
        filesystem: { rootdirectory: storage },
        delete: { enabled: true },
        maintenance: { uploadpurging: { enabled: false } },
      },
      http: { addr: address },
    },
    null,
    2,
  );
}

/** The image registry, which accepts pushes and deletions from loopback. */
export const registry: Part = {
  name: 'registry',
  address: (site) => `http://${registryHost(site)}`,
  files: (site) => ({ 'config.yml': renderRegistry(dataFolder(site, 'registry'), registryHost(site)) }),
  command: (site: Site) => ({
    program: 'docker-registry',
    args: ['serve', join(partFolder(site, 'registry'), 'config.yml')],
  }),
  healthy: (site) => answers(`http://${registryHost(site)}/v2/`),
};
