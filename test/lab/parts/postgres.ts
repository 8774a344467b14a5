import { chown, mkdir, rm } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../scripts/tools/index.ts';
import { listensOn } from '../probe.ts';
import type { Site } from '../site.ts';
import type { Part } from './part.ts';

/** PostgreSQL refuses to run as root, and its own user may not enter root's folders. */
const DATA = '/var/lib/postgresql/slipway-lab';
const VERSIONS = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs, of whichever version Debian has. */
function programs(): string {
  const [version = '15'] = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort().slice(-1) : [];
  return join(VERSIONS, version, 'bin');
}

const as = (program: string, args: readonly string[]): readonly string[] => ['-u', 'postgres', '--', program, ...args];

async function makeAnew(): Promise<void> {
  await rm(DATA, { recursive: true, force: true });
  await mkdir(DATA, { mode: 0o700 });
  const ids = (await run('id', ['-u', 'postgres'])).trim();
  const group = (await run('id', ['-g', 'postgres'])).trim();
  await chown(DATA, Number(ids), Number(group));
  await run('runuser', as(join(programs(), 'initdb'), ['-D', DATA, '-A', 'trust', '-U', 'unleash']), { cwd: '/' });
}

/** Unleash's database, made anew at each start; whoever is on this machine may use it. */
export const postgres: Part = {
  name: 'postgres',
  address: (site) => `127.0.0.1:${site.ports.postgres}`,
  prepare: makeAnew,
  command: (site: Site) => ({
    program: 'runuser',
    args: as(join(programs(), 'postgres'), [
      ...['-D', DATA, '-p', String(site.ports.postgres)],
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'].flatMap((setting) => ['-c', setting]),
    ]),
  }),
  healthy: (site) => listensOn(site.ports.postgres),
};
