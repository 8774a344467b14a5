import type { OpenedDatabase } from '@slipway/advisory-database';
import { collect, failWhen, type Problem } from '@slipway/failure';
import { type Note, type Package, type PackageList, readPackages as readLockfile } from '@slipway/inventory';
import type { InputsOf } from '@slipway/metadata';
import type { Ports, RunContext } from '@slipway/runner';
import type { Files } from '@slipway/system';
import type { action } from './action.ts';
import { openDatabase } from './database.ts';

/** The parsed inputs of security-scan. */
export type Inputs = InputsOf<typeof action>;

/** What is judged, and what by. */
export interface Facts extends Pick<OpenedDatabase, 'database' | 'warnings'> {
  readonly packages: readonly Package[];
  /** What the lockfiles name without a version, of which nothing can be told. */
  readonly notes: readonly Note[];
}

/** Reads lockfiles and all that they include, each file once. */
async function readAll(paths: readonly string[], files: Files, problems: Problem[]): Promise<readonly PackageList[]> {
  // Each with the file that asks for it; the map grows while it is walked.
  const asked = new Map(paths.map((path) => [path, path]));
  const lists: PackageList[] = [];
  for (const [path, by] of asked) {
    const list = await collect(problems, async () => readLockfile(path, await files.readBytes(path), by));
    if (list === undefined) continue;
    lists.push(list);
    for (const include of list.includes) if (!asked.has(include)) asked.set(include, by);
  }
  return lists;
}

/** A package stands once for each lockfile; what an included file says again is the same package. */
function withoutRepeats(packages: readonly Package[]): readonly Package[] {
  const keyOf = ({ ecosystem, name, version, location: { file } }: Package): string =>
    [ecosystem, name, version, file.replace(/go\.sum$/, 'go.mod')].join('\0');
  const seen = new Set<string>();
  return packages.filter((each) => !seen.has(keyOf(each)) && seen.add(keyOf(each)));
}

async function readPackages(inputs: Inputs, files: Files, problems: Problem[]): Promise<Omit<Facts, 'database' | 'warnings'>> {
  const found = await Promise.all(inputs.lockfiles.map((pattern) => files.glob(pattern)));
  const empty = inputs.lockfiles.filter((_, index) => found[index]?.length === 0);
  const paths = [...new Set(found.flat())].sort();
  const lists = await readAll(paths, files, problems);
  const all = withoutRepeats(lists.flatMap(({ packages }) => packages));
  const packages = all.filter(({ dev }) => inputs.includeDev || !dev);
  const nothing = packages.length === 0 && problems.length === 0;
  if ((empty.length > 0 || nothing) && !inputs.allowNothing) {
    const why = empty.length > 0 ? `no file matches "lockfiles" (${empty.join(', ')})` : `${paths.join(', ')} resolves none`;
    const remedy = 'Correct "lockfiles", or set "allow-nothing: true" for a service without dependencies.';
    problems.push({ code: 'NOTHING_TO_SCAN', message: `There is no package to judge: ${why}.`, remedy });
  }
  return { packages, notes: lists.flatMap(({ notes }) => notes) };
}

/** Reads the lockfiles, and of the database what may be about their packages; all problems of both are told together. */
export async function gather(inputs: Inputs, ports: Ports, context: RunContext): Promise<Facts> {
  const problems: Problem[] = [];
  const read = await readPackages(inputs, ports.files, problems);
  const opened = await collect(problems, () => openDatabase(inputs, read.packages, ports, context));
  failWhen(problems);
  // What kept it from being read was thrown.
  return { ...read, ...(opened as OpenedDatabase) };
}
