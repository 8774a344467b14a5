import { type Refusal, tellRefusal } from './refusal.ts';

const STATUSES = ['ahead', 'behind', 'identical', 'diverged'] as const;

/**
 * How a commit stands to another: `ahead` when it has the other among its ancestors.
 *
 * `unknown` is a case of its own, so that nobody takes "could not tell" for an answer.
 */
export type Comparison =
  | { readonly kind: 'compared'; readonly status: (typeof STATUSES)[number] }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Reads the word that GitHub uses for how two commits stand. */
export function parseComparison(status: string): Comparison {
  const known = STATUSES.find((each) => each === status);
  return known === undefined
    ? { kind: 'unknown', reason: `GitHub compared the commits and found "${status}", which is not known here.` }
    : { kind: 'compared', status: known };
}

/** What a comparison comes to that GitHub refused for good. */
export function comparisonOfRefusal(refusal: Refusal): Comparison {
  const hint =
    refusal.status === 403 || refusal.status === 404
      ? ' The token needs "contents: read", and both commits must be on GitHub.'
      : '';
  return { kind: 'unknown', reason: `${tellRefusal(refusal)}.${hint}` };
}
