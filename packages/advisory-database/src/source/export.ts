import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import type { Package } from '@slipway/inventory';
import { type Database, ecosystemsOf, readArchives } from '../database.ts';
import type { Part } from '../part.ts';
import { fetchExport, type SourceWorld } from './download.ts';
import { type Kept, Shelf } from './kept.ts';
import { tryLock } from './lock.ts';

/** The export of OSV, as its site names it (https://google.github.io/osv.dev/data/). */
export const OFFICIAL_EXPORT = 'https://storage.googleapis.com/osv-vulnerabilities';

/** An export that was asked for within this time is not asked for again: the jobs of one run judge by the same. */
const FRESH_MS = 600_000;
/** For so long nobody asks again a server that could not be reached. */
const TROUBLE_MS = 60_000;
const POLL_MS = 200;

/** A database with what a person should know of how it was had. */
export interface OpenedDatabase {
  readonly database: Database;
  readonly warnings: readonly string[];
  /** Whether its source could be asked for a newer one, or need not be. */
  readonly confirmed: boolean;
}

/** Where exports come from, and the folder in which jobs of this machine share them. */
export interface ExportSource {
  readonly url: string;
  readonly folder: string;
}

interface Had {
  readonly kept: Kept;
  readonly warning?: string;
}

const isFresh = (kept: Kept, now: number): boolean => kept.checkedAt <= now && now - kept.checkedAt < FRESH_MS;

const withoutIt = (kept: Kept, why: string): Had => {
  const when = new Date(kept.checkedAt).toISOString().slice(0, 16).replace('T', ' ');
  return { kept, warning: `The database could not be asked for again, so that of ${when} UTC is used. ${why}` };
};

/** What follows when the server could not be asked: the copy that is kept, or the Failure. */
function afterTrouble(kept: Kept | undefined, error: unknown): Had {
  if (kept !== undefined && error instanceof Failure && error.code === 'DATABASE_UNREACHABLE')
    return withoutIt(kept, error.problems[0]?.message ?? '');
  throw error;
}

/** Asks the server, unless another job did so while this one waited for its turn. */
async function refresh(url: string, shelf: Shelf, world: SourceWorld): Promise<Had | undefined> {
  const lock = await tryLock(`${shelf.folder}/lock`, world.files, world.clock);
  if (lock === undefined) return undefined;
  const now = (): number => world.clock.now();
  try {
    const kept = await shelf.kept();
    if (kept !== undefined && isFresh(kept, now())) return { kept };
    const fetched = await fetchExport(url, shelf.folder, kept, lock, world);
    await shelf.keep(fetched);
    return { kept: fetched };
  } catch (error) {
    if (error instanceof Failure && error.code === 'DATABASE_UNREACHABLE')
      await shelf.remember({ url, at: now(), message: error.problems[0]?.message ?? '' });
    return afterTrouble(await shelf.kept(), error);
  } finally {
    await lock.release();
  }
}

/** Sees to it that the export of one ecosystem is there: of all jobs on the machine one fetches, and the others wait. */
async function have(url: string, shelf: Shelf, world: SourceWorld): Promise<Had> {
  for (;;) {
    const kept = await shelf.kept();
    if (kept !== undefined && isFresh(kept, world.clock.now())) return { kept };
    const trouble = await shelf.trouble();
    if (trouble !== undefined && world.clock.now() - trouble.at < TROUBLE_MS) {
      if (kept !== undefined) return withoutIt(kept, trouble.message);
      const remedy = 'Check the addresses, or give a database that was fetched before; nothing was judged.';
      throw new Failure({ code: 'DATABASE_UNREACHABLE', message: trouble.message, remedy, location: { file: url } });
    }
    const had = await refresh(url, shelf, world);
    if (had !== undefined) return had;
    await world.clock.sleep(POLL_MS, world.signal);
  }
}

/** When the server says that the archive was made; undefined when it does not say. */
function madeAt({ lastModified }: Kept): number | undefined {
  const at = Date.parse(lastModified ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/**
 * Opens the exports of the packages' ecosystems, fetching what is not kept or no longer the newest.
 *
 * @throws Failure with all that is wrong: DATABASE_UNREACHABLE when nothing is kept, and as `readDatabase` does.
 */
export async function openExport(
  { url, folder }: ExportSource,
  packages: readonly Package[],
  world: SourceWorld,
): Promise<OpenedDatabase> {
  const problems: Problem[] = [];
  const parts: Part[] = [];
  const had: Had[] = [];
  for (const ecosystem of ecosystemsOf(packages).keys()) {
    const address = `${url.replace(/\/+$/, '')}/${encodeURIComponent(ecosystem)}/all.zip`;
    const shelf = new Shelf(`${folder}/${ecosystem.replace(/[^A-Za-z0-9._-]/g, '_')}`, address, world.files);
    const one = await collect(problems, () => have(address, shelf, world));
    if (one === undefined) continue;
    had.push(one);
    parts.push({ file: `${shelf.folder}/${one.kept.archive}`, ecosystem, expected: one.kept.digest });
  }
  failWhen(problems);
  const database = await readArchives(url, parts, packages, world.files);
  const made = had.map(({ kept }, index) => madeAt(kept) ?? database.parts[index]?.newest ?? 0);
  const warnings = had.flatMap(({ warning }) => (warning === undefined ? [] : [warning]));
  // Of no package nothing was fetched, and nothing can be too old.
  const oldest = made.length === 0 ? world.clock.now() : Math.min(...made);
  return { database: { ...database, madeAt: oldest }, warnings, confirmed: warnings.length === 0 };
}
