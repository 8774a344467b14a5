import type { Count, Slice } from './count.ts';
import { paired } from './count.ts';
import type { Evidence } from './evidence.ts';

/** The fewest past windows that a threshold is taken from. */
export const FEWEST_WINDOWS = 100;

/** How long a watch and the history that it is compared with are, in slices of the past. */
export interface WindowShape {
  readonly watch: number;
  readonly history: number;
}

/** The log of the highest evidence that a watch came to at any look. */
export function highest<S>(slices: readonly S[], evidence: Evidence<S>): number {
  return slices.reduce((most, slice) => Math.max(most, evidence.add(slice)), Number.NEGATIVE_INFINITY);
}

/** Past windows as watches of nothing: each window with the history right before it, one after the other. */
export function placeboWindows(past: readonly Count[], { watch, history }: WindowShape): readonly (readonly Slice[])[] {
  const count = Math.max(0, Math.floor((past.length - history) / watch));
  return Array.from({ length: count }, (_, index) => {
    const start = past.length - (count - index) * watch;
    const reference = paired(past.slice(start - history, start), watch);
    return past.slice(start, start + watch).map((fresh, look) => ({ fresh, reference: reference[look] ?? { total: 0, bad: 0 } }));
  });
}

/**
 * The threshold that past windows without a release set: the value that at most a share `alpha` of them and of the watch
 * itself passes, as far as they are exchangeable. Undefined with too few windows for that share.
 */
export function placeboThreshold(maxima: readonly number[], alpha: number): number | undefined {
  const rank = Math.floor(alpha * (maxima.length + 1));
  if (maxima.length < FEWEST_WINDOWS || rank < 1) return undefined;
  return maxima.toSorted((a, b) => b - a)[rank - 1];
}
