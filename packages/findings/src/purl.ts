import { baseEcosystem } from '@slipway/versions';
import { PackageURL } from 'packageurl-js';

interface Kind {
  readonly type: string;
  /** What divides the namespace from the name. */
  readonly divider?: string;
  readonly namespace?: string;
}

/** The types of package URLs by the base names of OSV's ecosystems (https://ossf.github.io/osv-schema/). */
const KINDS: Readonly<Record<string, Kind>> = {
  npm: { type: 'npm', divider: '/' },
  PyPI: { type: 'pypi' },
  Go: { type: 'golang', divider: '/' },
  Maven: { type: 'maven', divider: ':' },
  'crates.io': { type: 'cargo' },
  RubyGems: { type: 'gem' },
  NuGet: { type: 'nuget' },
  Packagist: { type: 'composer', divider: '/' },
  Debian: { type: 'deb', namespace: 'debian' },
  Ubuntu: { type: 'deb', namespace: 'ubuntu' },
  Alpine: { type: 'apk', namespace: 'alpine' },
};

/** The package URL of a package; undefined for an ecosystem that has no type of them here. */
export function purlOf(ecosystem: string, name: string, version: string): string | undefined {
  const base = baseEcosystem(ecosystem);
  const kind = Object.hasOwn(KINDS, base) ? KINDS[base] : undefined;
  if (kind === undefined || name === '') return undefined;
  const at = kind.divider === undefined ? -1 : name.lastIndexOf(kind.divider);
  const namespace = at < 0 ? kind.namespace : name.slice(0, at);
  try {
    return new PackageURL(kind.type, namespace, name.slice(at + 1), version, undefined, undefined).toString();
  } catch {
    // A name that a hostile lockfile makes up need not be one that a package URL can hold.
    return undefined;
  }
}

/** Whether a text is a package URL. */
export function isPurl(text: string): boolean {
  try {
    return PackageURL.fromString(text).type !== '';
  } catch {
    return false;
  }
}

/**
 * Whether what is said of one package URL is said of another: type and name are the same, and version, qualifiers and subpath
 * are the same where the first has them.
 */
export function purlCovers(said: string, of: string): boolean {
  if (!isPurl(said) || !isPurl(of)) return false;
  const [wide, narrow] = [PackageURL.fromString(said), PackageURL.fromString(of)];
  const same = (a: string | undefined | null, b: string | undefined | null): boolean => (a ?? '') === (b ?? '');
  const qualifiers = Object.entries(wide.qualifiers ?? {});
  return (
    same(wide.type, narrow.type) &&
    same(wide.namespace, narrow.namespace) &&
    same(wide.name, narrow.name) &&
    (!wide.version || same(wide.version, narrow.version)) &&
    (!wide.subpath || same(wide.subpath, narrow.subpath)) &&
    qualifiers.every(([key, value]) => same(value, narrow.qualifiers?.[key]))
  );
}
