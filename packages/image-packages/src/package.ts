/** The catalogues in which packages are found, by the names of the package URL specification. */
export type Ecosystem = 'deb' | 'apk' | 'npm' | 'pypi' | 'golang' | 'maven' | 'cargo';

/** A package that is installed in an image. */
export interface ImagePackage {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly version: string;
  /** Machine architecture, where the database tells it. */
  readonly architecture?: string;
  /** As the package states it, which need not be an SPDX expression. */
  readonly licence?: string;
  /** The source package that it was built from, where that has another name or version. */
  readonly source?: { readonly name: string; readonly version: string };
  /** The file that says so, from the image's root. */
  readonly foundIn: string;
  /** The layer from which on it is installed in this version, lowest first from 0. */
  readonly layer?: number;
}

/** The system in an image, from its os-release. */
export interface ImageSystem {
  /** Such as `debian` or `alpine`. */
  readonly id: string;
  readonly version: string;
  readonly name: string;
}

const encode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');

function namespaced(pack: ImagePackage, system: ImageSystem | undefined): string {
  const { ecosystem, name } = pack;
  if (ecosystem === 'deb' || ecosystem === 'apk')
    return `${encode(system?.id ?? (ecosystem === 'apk' ? 'alpine' : 'debian'))}/${encode(name)}`;
  // Python's names are compared without regard to case, and "_" is "-".
  if (ecosystem === 'pypi') return encode(name.toLowerCase().replaceAll('_', '-'));
  // A group and an artefact, which a package's own name divides by a colon.
  if (ecosystem === 'maven') return name.split(':').map(encode).join('/');
  return name.split('/').map(encode).join('/');
}

/** The package URL (github.com/package-url/purl-spec) by which scanners and people know a package. */
export function packageUrl(pack: ImagePackage, system: ImageSystem | undefined): string {
  const { ecosystem, version, architecture, source } = pack;
  const ofSystem = ecosystem === 'deb' || ecosystem === 'apk';
  const qualifiers = [
    ...(ofSystem && architecture !== undefined ? [`arch=${encode(architecture)}`] : []),
    ...(ofSystem && system !== undefined ? [`distro=${encode(`${system.id}-${system.version}`)}`] : []),
    // Distributions know their advisories by the source package.
    ...(ofSystem && source !== undefined ? [`upstream=${encode(`${source.name}@${source.version}`)}`] : []),
  ];
  const query = qualifiers.length === 0 ? '' : `?${qualifiers.join('&')}`;
  return `pkg:${ecosystem}/${namespaced(pack, system)}@${encode(version)}${query}`;
}
