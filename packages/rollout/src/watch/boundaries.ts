import { risesOf } from './counter.ts';
import { bornAfterMs, type WatchPolicy, type WatchSamples } from './samples.ts';

/** The quantiles of the past whose nearest boundaries are watched: the middle, and two of the tail. */
const QUANTILES = [0.5, 0.95, 0.99];

/**
 * The boundaries of the histogram that slowness is judged at: those nearest above the quantiles of what the version before
 * did. A boundary is a fixed question, where an estimated quantile would hide a shift within its bucket.
 */
export function boundariesOf(samples: WatchSamples, policy: WatchPolicy): readonly number[] {
  const born = bornAfterMs(samples, policy);
  const counts = new Map<number | null, number>();
  for (const each of (samples.buckets ?? []).filter(({ version }) => version === 'old')) {
    for (const [atMs, rise] of risesOf(each, born)) {
      if (atMs <= samples.startedMs) counts.set(each.le, (counts.get(each.le) ?? 0) + rise);
    }
  }
  const all = counts.get(null) ?? 0;
  const finite = [...counts].flatMap(([le, count]) => (le === null ? [] : [{ le, count }])).sort((a, b) => a.le - b.le);
  if (all <= 0) return [];
  return [...new Set(QUANTILES.flatMap((quantile) => finite.find(({ count }) => count >= quantile * all)?.le ?? []))];
}
