import { type Database, readDatabase } from '@slipway/advisory-database';
import { collect, failWhen, type Problem } from '@slipway/failure';
import type { Note, Package } from '@slipway/inventory';
import type { Ports, RunContext } from '@slipway/runner';
import { baseEcosystem } from '@slipway/versions';
import type { ModeInputs } from '../inputs.ts';
import { openBase } from './commit.ts';
import { openDatabase } from './database.ts';
import { readBaseImage, readImage } from './image.ts';
import { type Lockfiles, locateInManifests, readLockfiles } from './lockfiles.ts';
import { findOthers, type Others } from './others.ts';
import { readRules, type Rules } from './rules.ts';

type Inputs = ModeInputs<'scan'>;

/** What the change is compared with, as it was read; or why it was not. */
export type BaseInventory =
  | { readonly kind: 'read'; readonly sha: string; readonly at: number; readonly packages: readonly Package[] }
  | { readonly kind: 'unread'; readonly reason: string; readonly usual: boolean }
  | { readonly kind: 'unasked' };

/** What is judged, and what by. */
export interface Facts {
  readonly packages: readonly Package[];
  /** What the lockfiles name without a version, of which nothing can be told. */
  readonly notes: readonly Note[];
  readonly base: BaseInventory;
  /** One for both sides: what two databases say would not be comparable. */
  readonly database: Database;
  /** What a person should know of how the database was had, or of other scanners. */
  readonly warnings: readonly string[];
  /** What was found beside known vulnerabilities, or by other scanners. */
  readonly others: Others['findings'];
  /** What the image that is scanned is built on holds, and how many layers it has. */
  readonly baseImage?: { readonly packages: readonly Package[]; readonly layers: number };
  /** The names of all advisories in an earlier snapshot that are about these packages. */
  readonly knownBefore?: ReadonlySet<string>;
  readonly rules: Rules;
  /** In milliseconds since 1970. */
  readonly now: number;
}

function nothingProblems({ paths, unmatched }: Lockfiles, packages: number, problems: readonly Problem[]): readonly Problem[] {
  const nothing = packages === 0 && problems.length === 0;
  if (unmatched.length === 0 && !nothing) return [];
  const why =
    unmatched.length > 0 ? `no file matches "lockfiles" (${unmatched.join(', ')})` : `${paths.join(', ')} resolves none`;
  const remedy = 'Correct "lockfiles", or set "allow-nothing: true" for a service without dependencies.';
  return [{ code: 'NOTHING_TO_SCAN', message: `There is no package to judge: ${why}.`, remedy }];
}

type Head = Pick<Facts, 'packages' | 'notes'>;

async function readHead(inputs: Inputs, { files }: Ports, problems: Problem[]): Promise<Head> {
  const read = await readLockfiles(inputs.lockfiles, files, problems);
  const { image } = inputs;
  const content = image === undefined ? undefined : await collect(problems, () => readImage(image, files));
  const packages = read.packages.filter(({ dev }) => inputs.includeDev || !dev);
  const installed = content?.packages ?? [];
  // Whoever names an image need not have lockfiles beside it.
  const looked = image === undefined ? read : { ...read, unmatched: [] };
  if (!inputs.allowNothing) problems.push(...nothingProblems(looked, packages.length + installed.length, problems));
  const notes = [...read.notes, ...(content?.notes ?? [])];
  return { packages: [...(await locateInManifests(packages, files)), ...installed], notes };
}

/** What is wrong with the base's own lockfiles is nothing that this change could mend, so it only leaves causes unknown. */
async function readBase(inputs: Inputs, ports: Ports, context: RunContext): Promise<BaseInventory> {
  if (inputs.base === undefined) return { kind: 'unasked' };
  const commit = await openBase(inputs.base, ports, context);
  if (commit.kind === 'unread') return commit;
  const problems: Problem[] = [];
  const { packages } = await readLockfiles(inputs.lockfiles, commit.source, problems);
  const [first] = problems;
  if (first !== undefined)
    return { kind: 'unread', reason: `A lockfile of the base could not be read: ${first.message}`, usual: false };
  return { kind: 'read', sha: commit.sha, at: commit.at, packages: packages.filter(({ dev }) => inputs.includeDev || !dev) };
}

/** The packages that the database is read for; of the base only those of ecosystems that are still there. */
function packagesOf(head: readonly Package[], base: BaseInventory, image: Facts['baseImage']): readonly Package[] {
  const there = new Set(head.map(({ ecosystem }) => baseEcosystem(ecosystem)));
  const before = [...(base.kind === 'read' ? base.packages : []), ...(image?.packages ?? [])];
  return [...head, ...before.filter(({ ecosystem }) => there.has(baseEcosystem(ecosystem)))];
}

async function readSnapshots(
  inputs: Inputs,
  packages: readonly Package[],
  ports: Ports,
  context: RunContext,
  problems: Problem[],
): Promise<Partial<Pick<Facts, 'database' | 'knownBefore'>> & Pick<Facts, 'warnings'>> {
  const opened = await collect(problems, () => openDatabase(inputs, packages, ports, context));
  const had = { ...(opened && { database: opened.database }), warnings: opened?.warnings ?? [] };
  const { earlierDatabase } = inputs;
  if (earlierDatabase === undefined) return had;
  const earlier = await collect(problems, () => readDatabase(earlierDatabase, packages, ports.files));
  const names = earlier?.advisories.flatMap(({ id, aliases }) => [id, ...aliases].map((name) => name.toUpperCase()));
  return { ...had, knownBefore: new Set(names) };
}

/** Reads lockfiles, rules, base and database; all problems are told together. */
export async function gather(inputs: Inputs, ports: Ports, context: RunContext): Promise<Facts> {
  const problems: Problem[] = [];
  const head = await readHead(inputs, ports, problems);
  const base = await readBase(inputs, ports, context);
  const { image, baseImage: below } = inputs;
  const baseImage =
    image === undefined || below === undefined
      ? undefined
      : await collect(problems, () => readBaseImage(below, image, ports.files));
  const wanted = packagesOf(head.packages, base, baseImage);
  const snapshots = await readSnapshots(inputs, wanted, ports, context, problems);
  const others = await findOthers({ inputs, base, ports, context }, problems);
  const rules = await readRules(inputs, ports.files, problems);
  failWhen(problems);
  // What kept it from being read was thrown.
  return {
    ...head,
    notes: [...head.notes, ...others.notes],
    base,
    ...(baseImage && { baseImage }),
    ...snapshots,
    database: snapshots.database as Database,
    warnings: [...snapshots.warnings, ...others.warnings],
    others: others.findings,
    rules,
    now: ports.clock.now(),
  };
}
