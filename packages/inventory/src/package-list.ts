import type { Location } from '@slipway/failure';
import type { Package } from './package.ts';

/** Something in a lockfile that was understood and yet gives no package, such as a requirement without a version. */
export interface Note {
  readonly message: string;
  readonly location: Location;
}

/** What one lockfile or bill of materials holds. */
export interface PackageList {
  readonly packages: readonly Package[];
  readonly notes: readonly Note[];
  /** Paths of further files that this one refers to and that must be read with it, from the workspace. */
  readonly includes: readonly string[];
}

/** A list of packages that includes nothing else. */
export function packageList(packages: readonly Package[], notes: readonly Note[] = []): PackageList {
  return { packages, notes, includes: [] };
}
