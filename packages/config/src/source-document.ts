import type { Location } from '@slipway/failure';

/** A YAML or JSON text as a value that still knows where each part of it stands. */
export interface SourceDocument {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at a path; of its nearest ancestor when the path ends in nothing. */
  locate(path: readonly (string | number)[]): Location;
  /** The place of the key that the path's last step names. */
  locateKey(path: readonly (string | number)[]): Location;
}
