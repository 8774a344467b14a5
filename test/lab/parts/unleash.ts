import { join } from 'node:path';
import { answers } from '../probe.ts';
import type { Site } from '../site.ts';
import { unleashFolder } from '../unleash-program.ts';
import type { Part } from './part.ts';

/** The token by which the lab's Unleash takes everything. */
export const UNLEASH_TOKEN = '*:*.a-token-of-the-lab-for-everything';

/** The address of Unleash. */
export function unleashUrl(site: Site): string {
  return `http://127.0.0.1:${site.ports.unleash}`;
}

/** A real Unleash, which asks nobody outside for newer versions. */
export const unleash: Part = {
  name: 'unleash',
  address: unleashUrl,
  command: (site) => ({
    program: process.execPath,
    args: [join(unleashFolder(site.layout), 'node_modules/unleash-server/dist/server.js')],
    env: {
      DATABASE_HOST: '127.0.0.1',
      DATABASE_PORT: String(site.ports.postgres),
      DATABASE_USERNAME: 'unleash',
      DATABASE_NAME: 'postgres',
      DATABASE_SSL: 'false',
      INIT_ADMIN_API_TOKENS: UNLEASH_TOKEN,
      CHECK_VERSION: 'false',
      SEND_TELEMETRY: 'false',
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: String(site.ports.unleash),
      LOG_LEVEL: 'warn',
    },
  }),
  healthy: (site) => answers(`${unleashUrl(site)}/health`),
  readyMs: 180_000,
};
