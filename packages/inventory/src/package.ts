import type { Location } from '@slipway/failure';

/** One package that a lockfile, a bill of materials or an image holds. */
export interface Package {
  /** The ecosystem as OSV names it, such as `npm`, `PyPI` or `Debian:12`. */
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
  /** Needed for development only, as the lockfile says. */
  readonly dev: boolean;
  /** Named by the project itself, not only by another package. */
  readonly direct: boolean;
  /** Where it is resolved: the line of a lockfile, or the package database within an image. */
  readonly location: Location;
  /** Where the project's own manifest asks for the direct dependency by which it comes in. */
  readonly manifest?: Location;
  /** Names from the direct dependency down to this package, on a shortest way; only the own name when it is direct. */
  readonly via?: readonly string[];
  /** The source package that it was built from, by which distributions know their advisories. */
  readonly source?: { readonly name: string; readonly version: string };
  /** The layer of the image that brought it, lowest first from 0. */
  readonly layer?: number;
}
