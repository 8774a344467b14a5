import { parseSource } from '@slipway/config';
import { type Node, trace } from './graph.ts';
import { malformed } from './lockfile-text.ts';
import { type PackageList, packageList } from './package-list.ts';

type Dependencies = Readonly<Record<string, string | { readonly version?: string }>>;

interface Importer {
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
  readonly optionalDependencies?: Dependencies;
}

interface Entry extends Importer {
  readonly name?: string;
  readonly version?: string;
  readonly dev?: boolean;
}

interface Lock extends Importer {
  readonly lockfileVersion?: string | number;
  readonly importers?: Readonly<Record<string, Importer>>;
  readonly packages?: Readonly<Record<string, Entry>>;
  /** Since version 9, what a package needs stands here, once for each set of peers. */
  readonly snapshots?: Readonly<Record<string, Entry>>;
}

/** A key without its peers: `/a@1.0.0(b@2.0.0)`, and `/a/1.0.0_b@2.0.0` before version 6. */
const bare = (key: string): string => key.replace(/^\//, '').replace(/\(.*$/, '');

function identity(key: string, version: number): { readonly name: string; readonly version: string } | undefined {
  const text = bare(key);
  const at = version < 6 ? text.lastIndexOf('/') : text.indexOf('@', 1);
  if (at <= 0) return undefined;
  return { name: text.slice(0, at), version: text.slice(at + 1).replace(version < 6 ? /_.*$/ : /$^/, '') };
}

/** The lines of the keys below `packages:`; the reader of YAML would look through all of them for each. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let section = '';
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    section = /^(\w+):/.exec(line)?.[1] ?? section;
    const key = /^ {2}(?:'([^']+)'|"([^"]+)"|([^\s'"].*)):\s*$/.exec(line);
    if (section === 'packages' && key !== null) lines.set(key[1] ?? key[2] ?? key[3] ?? '', index + 1);
  }
  return lines;
}

function keysOf(dependencies: Dependencies | undefined, version: number, has: (key: string) => boolean): readonly string[] {
  return Object.entries(dependencies ?? {}).flatMap(([name, resolved]) => {
    const at = typeof resolved === 'string' ? resolved : (resolved?.version ?? '');
    // An alias is resolved to the whole key of another package.
    const spellings = [`/${name}${version < 6 ? '/' : '@'}${at}`, `${name}@${at}`, at, `/${at}`];
    return spellings.filter(has).slice(0, 1);
  });
}

function listOf(file: string, text: string, lock: Lock, version: number): PackageList {
  const packages = lock.packages ?? {};
  const entries = lock.snapshots ?? packages;
  const has = (key: string): boolean => Object.hasOwn(entries, key);
  const lines = linesOf(text);
  const nodes = Object.entries(entries).flatMap(([key, entry]): readonly Node[] => {
    const about = packages[key] ?? packages[key.replace(/\(.*$/, '')];
    const found = identity(key, version);
    const name = about?.name ?? found?.name;
    const installed = about?.version ?? found?.version;
    if (name === undefined || installed === undefined) return [];
    const line = lines.get(key) ?? lines.get(key.replace(/\(.*$/, ''));
    const needs = [entry?.dependencies, entry?.optionalDependencies].flatMap((each) => keysOf(each, version, has));
    const location = { file, ...(line !== undefined && { line }) };
    return [{ key, needs, package: { ecosystem: 'npm', name, version: installed, dev: entry?.dev ?? false, location } }];
  });
  const importers = Object.values(lock.importers ?? { '.': lock });
  const of = (pick: (each: Importer) => Dependencies | undefined) =>
    importers.flatMap((each) => keysOf(pick(each), version, has));
  const direct = [...of((each) => each.dependencies), ...of((each) => each.optionalDependencies)];
  return packageList(trace(nodes, { direct, development: of((each) => each.devDependencies) }));
}

/**
 * Reads a pnpm-lock.yaml of lockfile versions 5 to 9.
 *
 * @throws Failure LOCKFILE_MALFORMED, and what `parseSource` throws.
 */
export function parsePnpmLock(file: string, text: string): PackageList {
  const value = parseSource(file, text).value as Lock | null;
  const version = Number.parseFloat(String(value?.lockfileVersion));
  if (value !== null && version >= 5 && version < 10) return listOf(file, text, value, version);
  const found = Number.isNaN(version) ? 'has no "lockfileVersion"' : `is of version ${version}, and 5 to 9 are read`;
  throw malformed(file, `This pnpm-lock.yaml ${found}.`, 'Write it anew with "pnpm install --lockfile-only".', 1);
}
