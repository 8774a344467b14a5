import type { Location } from '@slipway/failure';

/** One package that a lockfile resolves. */
export interface Package {
  /** The ecosystem as OSV names it. */
  readonly ecosystem: 'npm';
  readonly name: string;
  readonly version: string;
  /** Needed for development only, as the lockfile says. */
  readonly dev: boolean;
  /** Named by the project itself, not only by another package. */
  readonly direct: boolean;
  readonly location: Location;
}
