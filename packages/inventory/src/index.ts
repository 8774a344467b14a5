export type { Distribution } from './distribution.ts';
export { distributionEcosystem } from './distribution.ts';
export { LOCKFILES, readPackages } from './lockfile.ts';
export type { Manifest } from './manifest.ts';
export { manifestsBeside, withManifests } from './manifest.ts';
export type { Package } from './package.ts';
export type { Note, PackageList } from './package-list.ts';
export { readPackageUrl } from './bill/package-url.ts';
export type { Named } from './bill/package-url.ts';
