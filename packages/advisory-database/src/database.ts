import { createHash } from 'node:crypto';
import type { Advisory } from '@slipway/advisories';
import { collect, failWhen, type Problem } from '@slipway/failure';
import type { Package } from '@slipway/inventory';
import type { Files } from '@slipway/system';
import { baseEcosystem } from '@slipway/versions';
import { databaseFault } from './fault.ts';
import { type Part, type PartContent, readArchive, readFolder } from './part.ts';
import { type Wanted, wantedOf } from './selection.ts';

/** An OSV database, as far as it concerns some packages. */
export interface Database {
  /** The digest of its content: who names it names just these advisories. */
  readonly id: string;
  /** When it was made, in milliseconds since 1970: the newest change that its oldest part tells of. */
  readonly madeAt: number;
  /** How many advisories it holds in all. */
  readonly count: number;
  /** Those that may be about the packages. */
  readonly advisories: readonly Advisory[];
  readonly parts: readonly Omit<PartContent, 'advisories' | 'ecosystems'>[];
}

/** The base ecosystems of some packages, sorted, each with a file that needs it. */
export function ecosystemsOf(packages: readonly Package[]): ReadonlyMap<string, string> {
  const needed = new Map<string, string>();
  for (const { ecosystem, location } of packages)
    if (!needed.has(baseEcosystem(ecosystem))) needed.set(baseEcosystem(ecosystem), location.file);
  return new Map([...needed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

type FolderOrArchive = Part & { readonly folder?: true };

/** Where an export of one ecosystem may lie below a folder; the second is where osv-scanner keeps its own. */
const ARCHIVES = ['ECOSYSTEM/all.zip', 'osv-scalibr/ECOSYSTEM/all.zip', 'ECOSYSTEM.zip'];

async function partsOf(path: string, ecosystems: readonly string[], files: Files): Promise<readonly FolderOrArchive[]> {
  if (path.endsWith('.zip')) return [{ file: path }];
  const hasAdvisories = async (folder: string): Promise<boolean> =>
    (await files.list(folder)).some(({ kind, name }) => kind === 'file' && name.endsWith('.json'));
  const parts: FolderOrArchive[] = [];
  if (await files.exists(`${path}/all.zip`)) parts.push({ file: `${path}/all.zip` });
  if (await hasAdvisories(path)) parts.push({ file: path, folder: true });
  for (const ecosystem of ecosystems) {
    const archives = ARCHIVES.map((pattern) => `${path}/${pattern.replace('ECOSYSTEM', ecosystem)}`);
    for (const file of archives) if (await files.exists(file)) parts.push({ file, ecosystem });
    const folder = `${path}/${ecosystem}`;
    if (await hasAdvisories(folder)) parts.push({ file: folder, ecosystem, folder: true });
  }
  return parts;
}

/** Each ecosystem that is needed must have advisories: with none of its own, nothing was looked for in it. */
function missingProblems(path: string, covered: ReadonlySet<string>, needed: ReadonlyMap<string, string>): readonly Problem[] {
  return [...needed].flatMap(([ecosystem, file]) => {
    if (covered.has(ecosystem)) return [];
    const message = `The database ${path} has no advisories of ${ecosystem}, whose packages stand in ${file}.`;
    const remedy = `Put the export of ${ecosystem} at ${path}/${ecosystem}/all.zip.`;
    return [{ code: 'DATABASE_MISSING', message, remedy, location: { file: path } }];
  });
}

function join(parts: readonly PartContent[]): Database {
  const lines = parts.map(({ ecosystem = '', digest }) => `${ecosystem} ${digest}\n`).sort();
  const own = parts.length === 1 ? parts[0]?.digest : undefined;
  // A vulnerability of two ecosystems stands in both of their archives.
  const advisories = new Map(parts.flatMap((part) => part.advisories.map((each) => [each.id, each] as const)));
  return {
    id: own ?? `sha256:${createHash('sha256').update(lines.join('')).digest('hex')}`,
    // One old part is enough to miss what is new in its ecosystem.
    madeAt: parts.length === 0 ? 0 : Math.min(...parts.map(({ newest }) => newest)),
    count: parts.reduce((sum, { count }) => sum + count, 0),
    advisories: [...advisories.values()],
    parts: parts.map(({ advisories: _, ecosystems: __, ...rest }) => rest),
  };
}

async function readParts(parts: readonly FolderOrArchive[], wanted: Wanted, files: Files): Promise<readonly PartContent[]> {
  const problems: Problem[] = [];
  const contents: PartContent[] = [];
  // One after another: each takes a processor to itself.
  for (const { folder, ...part } of parts) {
    const content = await collect(problems, () => (folder ? readFolder : readArchive)(part, wanted, files));
    if (content !== undefined) contents.push(content);
  }
  failWhen(problems);
  return contents;
}

/**
 * Reads a database from archives that are known by name, such as those that were fetched.
 *
 * @param path how the database is called in what is told of it
 * @throws Failure with all that is wrong, as `readDatabase` does.
 */
export async function readArchives(
  path: string,
  parts: readonly Part[],
  packages: readonly Package[],
  files: Files,
): Promise<Database> {
  const contents = await readParts(parts, wantedOf(packages), files);
  const covered = new Set(contents.flatMap(({ ecosystems }) => [...ecosystems]));
  failWhen(missingProblems(path, covered, ecosystemsOf(packages)));
  return join(contents);
}

/** The ecosystems that are looked for: those of the packages, and all that the folder has when there are no packages. */
async function lookedFor(path: string, needed: ReadonlyMap<string, string>, files: Files): Promise<readonly string[]> {
  if (needed.size > 0) return [...needed.keys()];
  return (await files.list(path)).flatMap(({ kind, name }) => (kind === 'folder' ? [name] : []));
}

/**
 * Reads a database from a folder (advisories as files, or an archive an ecosystem) or from one zip archive.
 *
 * Only the advisories that may be about the packages are kept, so that one database fits into memory whatever its size.
 *
 * @param digest what the database's id must be, when that is known
 * @throws Failure with all that is wrong: DATABASE_MISSING, DATABASE_EMPTY, DATABASE_MALFORMED, DATABASE_UNSAFE or
 * DATABASE_DIGEST.
 */
export async function readDatabase(path: string, packages: readonly Package[], files: Files, digest?: string): Promise<Database> {
  if (!(await files.exists(path))) throw databaseFault('DATABASE_MISSING', path, `There is no database ${path}.`);
  const needed = ecosystemsOf(packages);
  const parts = await partsOf(path, await lookedFor(path, needed, files), files);
  const holdsAnything = parts.length > 0 || (await files.list(path)).some(({ kind }) => kind === 'folder');
  if (!holdsAnything) throw databaseFault('DATABASE_EMPTY', path, `The database ${path} holds no advisory.`);
  const contents = await readParts(parts, wantedOf(packages), files);
  failWhen(missingProblems(path, new Set(contents.flatMap(({ ecosystems }) => [...ecosystems])), needed));
  const database = join(contents);
  if (digest === undefined || database.id === digest) return database;
  throw databaseFault('DATABASE_DIGEST', path, `The database has the digest ${database.id}, and ${digest} was asked for.`);
}
