import type { FlagEdit } from '@slipway/flags';

/** What came of a change. */
export interface Applied {
  readonly changed: boolean;
  /** In words, such as "state: ENABLED to DISABLED". */
  readonly changes: readonly string[];
  readonly commit?: string;
}

/** Where flags are kept. */
export interface FlagProvider {
  /** Changes a flag. Rejects with a Failure that says what is wrong with flag, token or address. */
  apply(flag: string, edit: FlagEdit): Promise<Applied>;
}
