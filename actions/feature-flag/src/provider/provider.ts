import type { FlagEdit, Standing } from '@slipway/flags';
import type { Problem } from '@slipway/failure';

/** What came of a change. */
export interface Applied {
  readonly changed: boolean;
  /** In words, such as "state: ENABLED to DISABLED". */
  readonly changes: readonly string[];
  readonly commit?: string;
}

/** What is kept with a change, as far as its provider has a place for it. */
export interface Note {
  readonly reason: string;
  /** Lines of their own, where a change is a commit. */
  readonly trailers: readonly (readonly [key: string, value: string])[];
}

/** A change of a share, for the case that nobody changed the flag meanwhile. */
export interface Move {
  readonly from: Standing;
  readonly to: Standing;
  readonly note: Note;
}

/** What came of a move. */
export type Moved = ({ readonly kind: 'moved' } & Applied) | { readonly kind: 'superseded'; readonly found: Standing };

/** What a ramp is to do. */
export interface RampWish {
  readonly variant: string | undefined;
  readonly steps: readonly number[];
  readonly drawnBy: string;
}

/** Where flags are kept. Each rejects with a Failure that says what is wrong with flag, token or address. */
export interface FlagProvider {
  /** Changes a flag. */
  apply(flag: string, edit: FlagEdit): Promise<Applied>;
  /** Where a flag stands. */
  standing(flag: string, variant: string | undefined): Promise<Standing>;
  /** Why the flag cannot climb without moving anybody, or without reaching anybody. */
  climbProblems(flag: string, wish: RampWish): Promise<readonly Problem[]>;
  /** Moves a flag from where it is thought to stand; where it stands elsewhere, somebody else moved it, and it is left alone. */
  move(flag: string, variant: string | undefined, move: Move): Promise<Moved>;
}
