import type { Judged } from './judge.ts';

/** What a scan comes to; that it could not be carried out is a Failure and no verdict. */
export type ScanVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'findings'; readonly blocking: readonly Judged[]; readonly reported: readonly Judged[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly blocking: readonly Judged[]; readonly reported: readonly Judged[] };

/** What of a scan decides its verdict. */
export interface VerdictFacts {
  readonly judged: readonly Judged[];
  /** How many things were looked at: packages, or files of an engine that looks at no packages. */
  readonly looked: number;
  /** How many of them could not be judged. */
  readonly unjudged: number;
}

/** The verdict: a finding that blocks outweighs what could not be told, which outweighs all else. */
export function verdictOf({ judged, looked, unjudged }: VerdictFacts): ScanVerdict {
  const blocking = judged.filter(({ effect }) => effect === 'block');
  const reported = judged.filter(({ effect }) => effect === 'report');
  if (blocking.length > 0) return { kind: 'findings', blocking, reported };
  if (unjudged > 0) return { kind: 'unknown', blocking, reported };
  if (reported.length > 0) return { kind: 'findings', blocking, reported };
  return looked === 0 ? { kind: 'nothing' } : { kind: 'clean' };
}
