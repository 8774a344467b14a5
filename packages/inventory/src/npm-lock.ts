import { parseJson, type SourceDocument } from '@slipway/config';
import { type Node, trace } from './graph.ts';
import { malformed } from './lockfile-text.ts';
import { type PackageList, packageList } from './package-list.ts';

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly requires?: Readonly<Record<string, string>> | boolean;
  readonly dependencies?: Readonly<Record<string, LockEntry | string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly lockfileVersion?: number;
  readonly packages?: Readonly<Record<string, LockEntry>>;
  readonly dependencies?: Readonly<Record<string, LockEntry>>;
}

const REMEDY = 'Write it anew with "npm install --package-lock-only".';
const FOLDER = 'node_modules/';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMap = (value: unknown): boolean =>
  value === undefined || (isObject(value) && Object.values(value as object).every(isObject));

function parseLock(source: SourceDocument): Lock {
  const fail = (message: string, line?: number) =>
    malformed(source.file, `This is not a package-lock.json: ${message}.`, REMEDY, line);
  if (!isObject(source.value)) throw fail('it holds no object', 1);
  const lock = source.value as Lock;
  for (const key of ['packages', 'dependencies'] as const)
    if (!isMap(lock[key])) throw fail(`a package in it is no object`, source.locateKey([key]).line);
  if (lock.lockfileVersion === undefined && lock.packages === undefined && lock.dependencies === undefined)
    throw fail('it has no "lockfileVersion"', 1);
  return lock;
}

const namesIn = ({ dependencies, optionalDependencies, peerDependencies }: LockEntry): readonly string[] =>
  Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });

/** Where Node finds a name that is asked for in a folder: in its own node_modules, or in one further up. */
function resolve(from: string, name: string, has: (path: string) => boolean): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = folder === '' ? `${FOLDER}${name}` : `${folder}/${FOLDER}${name}`;
    if (has(path) || folder === '') return path;
  }
}

/** Versions 2 and 3: a flat map from the path in node_modules to what is installed there; other paths are workspaces. */
function fromPackages(source: SourceDocument, entries: Readonly<Record<string, LockEntry>>): PackageList {
  const has = (path: string): boolean => Object.hasOwn(entries, path);
  const nodes: Node[] = [];
  const direct: string[] = [];
  for (const [path, entry] of Object.entries(entries)) {
    const at = path.lastIndexOf(FOLDER);
    const needs = namesIn(entry).map((name) => resolve(path, name, has));
    if (at < 0) direct.push(...needs, ...Object.keys(entry.devDependencies ?? {}).map((name) => resolve(path, name, has)));
    if (at < 0 || entry.link || typeof entry.version !== 'string') continue;
    const { file, line = 1 } = source.locateKey(['packages', path]);
    // An alias is installed under another name than the one that advisories know.
    const name = entry.name ?? path.slice(at + FOLDER.length);
    const of = { ecosystem: 'npm', name, version: entry.version, dev: entry.dev ?? entry.devOptional ?? false };
    nodes.push({ key: path, needs, package: { ...of, location: { file, line } } });
  }
  return packageList(trace(nodes, { direct }));
}

/** `npm:real@1.2.3` is an alias; an address is a version that no advisory can be compared with. */
function real(name: string, version: string): { readonly name: string; readonly version: string } {
  const [, alias, aliased] = /^npm:(@?[^@]+)@(.+)$/.exec(version) ?? [];
  return alias === undefined || aliased === undefined ? { name, version } : { name: alias, version: aliased };
}

type Tree = Readonly<Record<string, LockEntry | string>>;

/** Version 1: a tree of names, each of which finds what it requires in its own branch or in one further up. */
function fromTree(source: SourceDocument, root: Tree): PackageList {
  const nodes: Node[] = [];
  const walk = (tree: Tree, path: readonly string[], above: readonly ReadonlyMap<string, string>[]): void => {
    const here = new Map(Object.keys(tree).map((name) => [name, [...path, name].join('\0')]));
    for (const [name, entry] of Object.entries(tree)) {
      if (typeof entry === 'string') continue;
      const steps = [...path, name];
      const inner = new Map(Object.keys(entry.dependencies ?? {}).map((each) => [each, [...steps, each].join('\0')]));
      const scopes = [inner, here, ...above];
      const needs = Object.keys(typeof entry.requires === 'object' ? entry.requires : {}).flatMap(
        (each) => scopes.find((scope) => scope.has(each))?.get(each) ?? [],
      );
      const { file, line = 1 } = source.locateKey(steps.flatMap((step) => ['dependencies', step]));
      const of = { ecosystem: 'npm', ...real(name, entry.version ?? ''), dev: entry.dev ?? false, location: { file, line } };
      if (entry.version !== undefined) nodes.push({ key: steps.join('\0'), needs, package: of });
      walk(entry.dependencies ?? {}, steps, [here, ...above]);
    }
  };
  walk(root, [], []);
  // This version does not say what the project itself names: it is what nothing else requires.
  const required = new Set(nodes.flatMap(({ needs }) => needs));
  const direct = nodes.map(({ key }) => key).filter((key) => !key.includes('\0') && !required.has(key));
  return packageList(trace(nodes, { direct }));
}

/**
 * Reads a package-lock.json or npm-shrinkwrap.json of lockfile version 1, 2 or 3.
 *
 * @throws Failure JSON_SYNTAX or LOCKFILE_MALFORMED when the text is not such a file.
 */
export function parseNpmLock(file: string, text: string): PackageList {
  const source = parseJson(file, text);
  const lock = parseLock(source);
  if (lock.packages !== undefined) return fromPackages(source, lock.packages);
  return fromTree(source, lock.dependencies ?? {});
}
