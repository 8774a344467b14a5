import { collect, type Problem } from '@slipway/failure';
import {
  type Manifest,
  manifestsBeside,
  type Note,
  type Package,
  type PackageList,
  readPackages as readLockfile,
  withManifests,
} from '@slipway/inventory';
import type { Files } from '@slipway/system';

/** Where lockfiles are read from: the workspace, or a commit. */
export type LockfileSource = Pick<Files, 'glob' | 'readBytes'>;

/** What some lockfiles hold. */
export interface Lockfiles {
  readonly paths: readonly string[];
  readonly packages: readonly Package[];
  /** What they name without a version, of which nothing can be told. */
  readonly notes: readonly Note[];
  /** The patterns that no file matches. */
  readonly unmatched: readonly string[];
}

interface Placed {
  readonly path: string;
  readonly list: PackageList;
}

/** Reads lockfiles and all that they include, each file once. */
async function readAll(paths: readonly string[], source: LockfileSource, problems: Problem[]): Promise<readonly Placed[]> {
  // Each with the file that asks for it; the map grows while it is walked.
  const asked = new Map(paths.map((path) => [path, path]));
  const lists: Placed[] = [];
  for (const [path, by] of asked) {
    const list = await collect(problems, async () => readLockfile(path, await source.readBytes(path), by));
    if (list === undefined) continue;
    lists.push({ path, list });
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

/** A name with a star is a pattern; others are taken as they are, for a folder may be called `[id]`. */
async function there(path: string, files: Files): Promise<readonly string[]> {
  if (path.includes('*')) return files.glob(path);
  return (await files.exists(path)) ? [path] : [];
}

/** Reads all lockfiles that match the patterns; what is wrong with them goes to `problems`. */
export async function readLockfiles(
  patterns: readonly string[],
  source: LockfileSource,
  problems: Problem[],
): Promise<Lockfiles> {
  const found = await Promise.all(patterns.map((pattern) => source.glob(pattern)));
  const paths = [...new Set(found.flat())].sort();
  const placed = await readAll(paths, source, problems);
  return {
    paths,
    packages: withoutRepeats(placed.flatMap(({ list }) => list.packages)),
    notes: placed.flatMap(({ list }) => list.notes),
    unmatched: patterns.filter((_, index) => found[index]?.length === 0),
  };
}

/** Adds to each package where the manifest beside its lockfile asks for it. */
export async function locateInManifests(packages: readonly Package[], files: Files): Promise<readonly Package[]> {
  const byFile = Map.groupBy(packages, ({ location: { file } }) => file);
  const placed = await Promise.all(
    [...byFile].map(async ([file, own]) => {
      const manifests: Manifest[] = [];
      for (const path of (await Promise.all(manifestsBeside(file).map((each) => there(each, files)))).flat())
        manifests.push({ file: path, text: await files.readText(path) });
      return withManifests(own, manifests);
    }),
  );
  return placed.flat();
}
