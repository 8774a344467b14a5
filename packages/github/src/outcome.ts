import type { Problem } from '@slipway/failure';

/** How a write to GitHub ended that came to nothing. */
export type Refused = Exclude<WriteOutcome, { readonly kind: 'written' }>;

/**
 * How a write to GitHub ended.
 *
 * `not-permitted` is a case of its own because it is nobody's mistake: the token of a fork's pull request can only read.
 */
export type WriteOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'not-permitted'; readonly reason: string }
  | { readonly kind: 'failed'; readonly problem: Problem };
