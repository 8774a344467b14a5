import { type BucketSeries, type CounterSeries, tally, type Tally, type Version } from './counter.ts';

/** How a release is compared with the version before it. */
export interface Comparison {
  /** How much of the time before the watch is compared with. */
  readonly historyMs: number;
  /** By how many times the share of errors, or of slow answers, may rise. */
  readonly margin: number;
  /** The share below which no rise matters. */
  readonly floor: number;
}

/** When a watch decides. */
export interface WatchPolicy {
  readonly durationMs: number;
  readonly intervalMs: number;
  /** The limit, a fraction. */
  readonly errorRateMax: number;
  /** Requests that must be seen before a release is called healthy. */
  readonly minRequests: number;
  /** The promised probability of rolling back a release whose true error rate is within the limit, and no worse than before. */
  readonly falseRollbackMax: number;
  /** Without it, the limit alone is judged. */
  readonly comparison?: Comparison;
  /** Whether a single bad pod of three or more is reason enough; it is not unless told. */
  readonly onePodCounts?: boolean;
  /** Whether slowness decides at once, or is said at the end only. Without it, response times are not judged. */
  readonly slowerDecides?: boolean;
  /** What is judged and what it is compared with, for what is said of them; new pods and the version before, unless told. */
  readonly words?: { readonly fresh: string; readonly before: string };
  /** The unit of the histogram's boundaries, for what is said of them. */
  readonly timeUnit?: string;
  /** How much longer a watch waits for samples that come late; not at all by default. */
  readonly lateMs?: number;
  /** How much longer a watch goes on where its time came to no answer; not at all by default. */
  readonly patienceMs?: number;
}

/** What a policy calls the two sides of a watch. */
export const wordsOf = ({ words }: WatchPolicy): NonNullable<WatchPolicy['words']> =>
  words ?? { fresh: 'the new pods', before: 'the version before' };

/** Counts of one slice of time. */
export type Pair = readonly [total: number, bad: number];

/** What earlier versions served in the day before, in slices of one interval, oldest first, up to the start of the watch. */
export interface Day {
  readonly errors: readonly Pair[];
  /** How many took longer than a boundary. */
  readonly slow: readonly { readonly le: number; readonly counts: readonly Pair[] }[];
}

/** Everything a verdict is made of; with the policy, enough to come to it again. */
export interface WatchSamples {
  readonly startedMs: number;
  /** From here on samples were asked for; what first appears later was born later. */
  readonly leftEdgeMs: number;
  /** The end of what was watched so far. */
  readonly nowMs: number;
  readonly series: readonly CounterSeries[];
  readonly buckets?: readonly BucketSeries[];
  readonly day?: Day;
  /** How many new pods there are to be, where that is known: one alone may be the first that is seen. */
  readonly newPods?: number;
  /** Requests of our own: when each was answered, and 1 for an answer that is an error. */
  readonly probes?: readonly (readonly [atMs: number, failed: 0 | 1])[];
}

/** The usual time between two samples of the same series; 0 where it cannot be told. */
function scrapeMs({ series }: WatchSamples): number {
  const gaps = series.flatMap(({ points }) => {
    const [first, last] = [points[0], points.at(-1)];
    return first === undefined || last === undefined || points.length < 3 ? [] : [(last[0] - first[0]) / (points.length - 1)];
  });
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

/** A series that is first seen after this moment was born in the window that was asked for. */
export function bornAfterMs(samples: WatchSamples, { intervalMs }: WatchPolicy): number {
  return samples.leftEdgeMs + 2 * Math.max(intervalMs, scrapeMs(samples));
}

/** The moments at which the watch looks, up to now. */
export function lookTimes({ startedMs, nowMs }: WatchSamples, policy: WatchPolicy): readonly number[] {
  const { intervalMs } = policy;
  const count = Math.min(Math.floor((nowMs - startedMs) / intervalMs), plannedLooks(policy) - 1);
  return [...Array.from({ length: Math.max(0, count) }, (_, index) => startedMs + (index + 1) * intervalMs), nowMs];
}

/** How many looks a watch has at most. */
export const plannedLooks = ({ durationMs, intervalMs, patienceMs = 0 }: WatchPolicy): number =>
  Math.ceil((durationMs + patienceMs) / intervalMs) + 1;

/** The tally of one version up to a moment. */
export function tallyOf(samples: WatchSamples, policy: WatchPolicy, version: Version, untilMs: number): Tally {
  const own = samples.series.filter((series) => series.version === version);
  return tally(own, { bornAfterMs: bornAfterMs(samples, policy), untilMs });
}

/** When the new pods were last seen. */
export function lastSeenMs({ series }: WatchSamples): number | undefined {
  const times = series.filter(({ version }) => version === 'new').flatMap(({ points }) => points.at(-1)?.[0] ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}
