import { Failure, type Location } from '@slipway/failure';
import type { Package } from './package.ts';

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, LockEntry | string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly lockfileVersion?: number;
  readonly packages?: Readonly<Record<string, LockEntry>>;
  readonly dependencies?: Readonly<Record<string, LockEntry>>;
}

function malformed(file: string, message: string, line?: number): Failure {
  const location: Location = { file, ...(line !== undefined && { line }) };
  return new Failure({
    code: 'LOCKFILE_MALFORMED',
    message,
    remedy: 'Write it anew with "npm install --package-lock-only".',
    location,
  });
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMap = (value: unknown): boolean =>
  value === undefined || (isObject(value) && Object.values(value as object).every(isObject));

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
    throw malformed(file, `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`, line);
  }
}

function parseLock(file: string, text: string): Lock {
  const name = file.split('/').at(-1) ?? '';
  if (/^(yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?)$/.test(name)) {
    const message = `${name} cannot be read here; only package-lock.json and npm-shrinkwrap.json can.`;
    throw new Failure({ code: 'LOCKFILE_UNSUPPORTED', message, remedy: 'Leave it out of "lockfiles".', location: { file } });
  }
  const lock = readJson(file, text);
  if (!isObject(lock)) throw malformed(file, 'This is not a package-lock.json: it holds no object.');
  const { packages, dependencies } = lock as Lock;
  // The root's `dependencies` of version 1 are entries; what a package of version 3 depends on are texts.
  if (!isMap(packages) || !isMap(dependencies))
    throw malformed(file, 'This is not a package-lock.json: a package in it is no object.');
  return lock as Lock;
}

/** Lines of the keys of a JSON text that npm has written: one key a line. The first line of a key counts. */
function keyLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const [, key] = /^\s*"((?:[^"\\]|\\.)*)":\s*\{/.exec(line) ?? [];
    if (key !== undefined && !lines.has(key)) lines.set(key, index + 1);
  }
  return lines;
}

function directNames(root: LockEntry | undefined): ReadonlySet<string> {
  return new Set(Object.keys({ ...root?.dependencies, ...root?.devDependencies, ...root?.optionalDependencies }));
}

/** Versions 2 and 3: a flat map from the path in node_modules to what is installed there. */
function fromPackages(file: string, lock: Lock, lines: ReadonlyMap<string, number>): readonly Package[] {
  const direct = directNames(lock.packages?.['']);
  return Object.entries(lock.packages ?? {}).flatMap(([path, entry]) => {
    const at = path.lastIndexOf('node_modules/');
    if (at < 0 || entry.link || entry.version === undefined) return [];
    // An alias is installed under another name than the one that advisories know.
    const folder = path.slice(at + 'node_modules/'.length);
    const location = { file, ...(lines.has(path) && { line: lines.get(path) as number }) };
    return [
      {
        ecosystem: 'npm' as const,
        name: entry.name ?? folder,
        version: entry.version,
        dev: entry.dev ?? false,
        direct: at === 0 && direct.has(folder),
        location,
      },
    ];
  });
}

/** Version 1: a tree of names. */
function fromTree(
  file: string,
  tree: Readonly<Record<string, LockEntry | string>>,
  lines: ReadonlyMap<string, number>,
): readonly Package[] {
  return Object.entries(tree).flatMap(([name, entry]) => {
    if (typeof entry === 'string') return [];
    const location = { file, ...(lines.has(name) && { line: lines.get(name) as number }) };
    const own =
      entry.version === undefined
        ? []
        : [{ ecosystem: 'npm' as const, name, version: entry.version, dev: entry.dev ?? false, direct: false, location }];
    return [...own, ...fromTree(file, entry.dependencies ?? {}, lines)];
  });
}

/**
 * Reads the packages of a package-lock.json of lockfile version 1, 2 or 3, each with its line.
 *
 * @throws Failure LOCKFILE_MALFORMED when the text is not such a file.
 */
export function parseNpmLock(file: string, text: string): readonly Package[] {
  const lock = parseLock(file, text);
  const lines = keyLines(text);
  if (lock.packages !== undefined) return fromPackages(file, lock, lines);
  if (lock.dependencies !== undefined) return fromTree(file, lock.dependencies, lines);
  if (lock.lockfileVersion === undefined) throw malformed(file, 'This is not a package-lock.json: it has no "lockfileVersion".');
  return [];
}
