import { type Count, dispersion, totalOf } from '@slipway/detector';
import { risesOf } from './counter.ts';
import type { WatchPolicy, WatchSamples } from './watch-verdict.ts';

/** What the version before served in the time before the watch, slice by slice of one interval each. */
export interface Past {
  readonly slices: readonly Count[];
  /** By how much its errors vary more than chance alone would have it, 1 or more. */
  readonly dispersion: number;
}

/** A shorter past says nothing of how restless errors are. */
const FEWEST_SLICES = 30;
const FEWEST_REQUESTS = 200;

/** What the old version served, by slice. */
function served(samples: WatchSamples, policy: WatchPolicy, fromMs: number, count: number): readonly Count[] {
  const slices = Array.from({ length: count }, () => ({ total: 0, bad: 0 }));
  const bornAfterMs = samples.leftEdgeMs + 2 * policy.intervalMs;
  for (const each of samples.series.filter(({ version }) => version === 'old')) {
    for (const [atMs, rise] of risesOf(each, bornAfterMs)) {
      const slice = slices[Math.floor((atMs - fromMs) / policy.intervalMs)];
      if (slice !== undefined && each.request) slice.total += rise;
      if (slice !== undefined && each.error) slice.bad += rise;
    }
  }
  return slices;
}

/**
 * The past that a release is compared with; undefined where there is too little of it.
 *
 * It ends where the watch begins, and so holds the rollout as well: old pods that are being stopped fail no more requests
 * than others, or that should be known before the next release.
 */
export function pastOf(samples: WatchSamples, policy: WatchPolicy, historyMs: number): Past | undefined {
  const fromMs = Math.max(samples.leftEdgeMs, samples.startedMs - historyMs);
  const count = Math.floor((samples.startedMs - fromMs) / policy.intervalMs);
  const slices = served(samples, policy, fromMs, Math.max(0, count)).filter(({ total }) => total > 0);
  if (slices.length < FEWEST_SLICES || totalOf(slices).total < FEWEST_REQUESTS) return undefined;
  return { slices, dispersion: dispersion(slices) };
}
