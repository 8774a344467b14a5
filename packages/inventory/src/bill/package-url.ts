import { PackageURL } from 'packageurl-js';
import { distributionEcosystem } from '../distribution.ts';
import type { Package } from '../package.ts';

/** What a package URL names, as advisories know it; or why it names nothing that they could be about. */
export type Named =
  | { readonly package: Pick<Package, 'ecosystem' | 'name' | 'source'>; readonly version: string | undefined }
  | { readonly why: string };

type Parts = Pick<PackageURL, 'namespace' | 'name' | 'qualifiers'>;

const withSlash = ({ namespace, name }: Parts): string => (namespace ? `${namespace}/${name}` : name);

/** How each type of package URL is called by OSV, and how it spells a name. */
const TYPES: Readonly<Record<string, { readonly ecosystem: string; readonly name: (parts: Parts) => string }>> = {
  npm: { ecosystem: 'npm', name: withSlash },
  pypi: { ecosystem: 'PyPI', name: ({ name }) => name },
  golang: { ecosystem: 'Go', name: withSlash },
  maven: { ecosystem: 'Maven', name: ({ namespace, name }) => `${namespace ?? ''}:${name}` },
  cargo: { ecosystem: 'crates.io', name: ({ name }) => name },
  gem: { ecosystem: 'RubyGems', name: ({ name }) => name },
  nuget: { ecosystem: 'NuGet', name: ({ name }) => name },
};

/** The distribution that a package is of: its vendor stands before its name, and its release in the qualifier `distro`. */
function ecosystemOfSystem({ namespace, qualifiers }: Parts, fallback: string): string | undefined {
  const id = namespace ?? fallback;
  const version = (qualifiers?.['distro'] ?? '').replace(`${id}-`, '');
  return distributionEcosystem({ id, version });
}

/** The source package in the qualifier `upstream`: its name, and its version where that is another. */
function sourceOf({ qualifiers }: Parts, version: string): Package['source'] {
  const upstream = qualifiers?.['upstream'];
  if (upstream === undefined || upstream === '') return undefined;
  const at = upstream.indexOf('@');
  return at < 0 ? { name: upstream, version } : { name: upstream.slice(0, at), version: upstream.slice(at + 1) };
}

function parse(url: string): PackageURL | undefined {
  try {
    return PackageURL.fromString(url);
  } catch {
    return undefined;
  }
}

/**
 * Reads a package URL (github.com/package-url/purl-spec) of an ecosystem whose advisories are judged here.
 *
 * @param versionElsewhere the version that stands beside the package URL, for one that has none itself
 */
export function readPackageUrl(url: string, versionElsewhere?: string): Named {
  const parts = parse(url);
  if (parts === undefined) return { why: `"${url}" is no package URL` };
  const version = parts.version || versionElsewhere;
  const known = Object.hasOwn(TYPES, parts.type) ? TYPES[parts.type] : undefined;
  if (known !== undefined) return { package: { ecosystem: known.ecosystem, name: known.name(parts) }, version };
  const system = { deb: 'debian', apk: 'alpine' }[parts.type];
  if (system === undefined) return { why: `packages of the type "${parts.type}" are not judged here` };
  const ecosystem = ecosystemOfSystem(parts, system);
  if (ecosystem === undefined) return { why: `there are no advisories of the distribution "${parts.namespace}"` };
  const source = sourceOf(parts, version ?? '');
  return { package: { ecosystem, name: parts.name, ...(source !== undefined && { source }) }, version };
}
