import type { ReadOutcome } from './read.ts';

/** What GitHub has against a line of a CODEOWNERS file; lines count from 1. */
export interface CodeOwnersError {
  readonly path: string;
  readonly line: number;
  /** `Unknown owner` for one that does not exist, or may not write to the repository. */
  readonly kind: string;
  readonly message: string;
}

/** What only GitHub can tell of a CODEOWNERS file: who exists. */
export interface CodeOwnersErrors {
  /** The errors in the file of a commit; absent where there is none. */
  listCodeOwnersErrors(sha: string): Promise<ReadOutcome<readonly CodeOwnersError[]>>;
}
