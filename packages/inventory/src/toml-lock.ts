import { type Node, trace } from './graph.ts';
import { malformed } from './lockfile-text.ts';
import { type PackageList, packageList } from './package-list.ts';
import { parseToml } from './toml-document.ts';

interface Need {
  readonly name: string;
  readonly version?: string;
}

/** One `[[package]]` of poetry.lock, uv.lock or Cargo.lock. */
interface Entry {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly category?: string;
  readonly groups?: readonly string[];
  readonly source?: unknown;
  readonly dependencies?: unknown;
  readonly 'dev-dependencies'?: Readonly<Record<string, readonly Need[]>>;
  readonly 'optional-dependencies'?: Readonly<Record<string, readonly Need[]>>;
}

/** What tells the three kinds of lockfile apart. */
interface Dialect {
  readonly ecosystem: string;
  readonly remedy: string;
  /** Whether an entry is a package of the project itself. */
  readonly own: (entry: Entry) => boolean;
  readonly needs: (entry: Entry) => readonly Need[];
}

const keyOf = ({ name, version }: Need): string => `${name}\0${version ?? ''}`;

function parse(file: string, text: string, { ecosystem, remedy, own, needs }: Dialect): PackageList {
  const document = parseToml(file, text);
  const lines = document.linesOf('package');
  const found = document.value['package'] ?? [];
  if (!Array.isArray(found)) throw malformed(file, 'Its "package" is no list of tables.', remedy, 1);
  const entries = found as readonly Entry[];
  const versions = new Map<string, string[]>();
  for (const { name, version } of entries)
    versions.set(String(name), [...(versions.get(String(name)) ?? []), String(version ?? '')]);
  // A version is named only where the lockfile holds several of the package.
  const keysOf = (all: readonly Need[]): readonly string[] =>
    all.flatMap(({ name, version }) =>
      (version === undefined ? (versions.get(name) ?? []) : [version]).map((each) => keyOf({ name, version: each })),
    );
  const nodes: Node[] = [];
  for (const [index, entry] of entries.entries()) {
    const line = lines.length === entries.length ? lines[index] : undefined;
    if (typeof entry.name !== 'string') throw malformed(file, 'A package in it has no name.', remedy, line);
    if (own(entry)) continue;
    if (typeof entry.version !== 'string') throw malformed(file, `The package ${entry.name} has no version.`, remedy, line);
    const dev = entry.category === 'dev' || (entry.groups !== undefined && !entry.groups.includes('main'));
    const location = { file, ...(line !== undefined && { line }) };
    const of = { ecosystem, name: entry.name, version: entry.version, dev, location };
    nodes.push({ key: keyOf({ name: entry.name, version: entry.version }), needs: keysOf(needs(entry)), package: of });
  }
  const roots = entries.filter(own);
  const development = keysOf(roots.flatMap((entry) => Object.values(entry['dev-dependencies'] ?? {}).flat()));
  const named = keysOf(roots.flatMap(needs));
  const needed = new Set(nodes.flatMap((node) => node.needs));
  const direct = roots.length > 0 ? named : nodes.map(({ key }) => key).filter((key) => !needed.has(key));
  return packageList(trace(nodes, { direct, ...(development.length > 0 && { development }) }));
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a poetry.lock; what the project itself names is what nothing else needs. */
export const parsePoetryLock = (file: string, text: string): PackageList =>
  parse(file, text, {
    ecosystem: 'PyPI',
    remedy: 'Write it anew with "poetry lock".',
    own: () => false,
    needs: ({ dependencies }) => (isTable(dependencies) ? Object.keys(dependencies).map((name) => ({ name })) : []),
  });

const isNeed = (value: unknown): value is Need => isTable(value) && typeof value['name'] === 'string';

/** Reads a uv.lock, in which the project is a package whose source is a folder. */
export const parseUvLock = (file: string, text: string): PackageList =>
  parse(file, text, {
    ecosystem: 'PyPI',
    remedy: 'Write it anew with "uv lock".',
    own: ({ source }) => isTable(source) && ['virtual', 'editable', 'directory'].some((kind) => kind in source),
    needs: ({ dependencies, 'optional-dependencies': optional }) =>
      [dependencies ?? [], ...Object.values(optional ?? {})].flat().filter(isNeed),
  });

/** Reads a Cargo.lock, in which the project's own crates have no source. */
export const parseCargoLock = (file: string, text: string): PackageList =>
  parse(file, text, {
    ecosystem: 'crates.io',
    remedy: 'Write it anew with "cargo generate-lockfile".',
    own: ({ source }) => source === undefined,
    needs: ({ dependencies }) =>
      (Array.isArray(dependencies) ? dependencies : []).map((each) => {
        const [name = '', version] = String(each).split(' ');
        return { name, ...(version !== undefined && { version }) };
      }),
  });
