/** Whose counter it is: the release's, the version's before it, or another service's that a shared incident would hit as well. */
export type Version = 'new' | 'old' | 'neighbour';

/** One counter of one pod, as it was scraped: values at times in milliseconds, in order. */
export interface CounterSeries {
  readonly version: Version;
  readonly pod: string;
  /** Whether what it counts are requests that no other counter counts. */
  readonly request: boolean;
  /** Whether what it counts are errors. */
  readonly error: boolean;
  readonly points: readonly (readonly [atMs: number, value: number])[];
}

/** One bucket of a histogram of one pod: how many requests took no longer than a boundary, or all of them. */
export interface BucketSeries {
  readonly version: Version;
  readonly pod: string;
  /** The boundary, in the histogram's own unit; null for the bucket of all. */
  readonly le: number | null;
  readonly points: CounterSeries['points'];
}

/** Requests and the errors among them. */
export interface Tally {
  readonly requests: number;
  readonly errors: number;
}

/**
 * The rises of a counter, each with the moment at which it was seen.
 *
 * A counter that is first seen well after the window's left edge was born in it and rose from zero; one that falls was
 * restarted and rose from zero again.
 */
export function* risesOf(
  { points }: Pick<CounterSeries, 'points'>,
  bornAfterMs: number,
): Generator<readonly [atMs: number, rise: number]> {
  let before: number | undefined;
  for (const [atMs, value] of points) {
    if (before === undefined) yield [atMs, atMs > bornAfterMs ? value : 0];
    else yield [atMs, value >= before ? value - before : value];
    before = value;
  }
}

/** By how much a counter rose up to a moment. */
export function increase(series: CounterSeries, window: { readonly bornAfterMs: number; readonly untilMs: number }): number {
  let sum = 0;
  for (const [atMs, rise] of risesOf(series, window.bornAfterMs)) {
    if (atMs > window.untilMs) break;
    sum += rise;
  }
  return sum;
}

/** The tally of several counters up to a moment. */
export function tally(
  series: readonly CounterSeries[],
  window: { readonly bornAfterMs: number; readonly untilMs: number },
): Tally {
  const sum = (chosen: readonly CounterSeries[]): number => chosen.reduce((total, each) => total + increase(each, window), 0);
  return { requests: sum(series.filter(({ request }) => request)), errors: sum(series.filter(({ error }) => error)) };
}

/** The difference of two tallies: what came in between. */
export function between(later: Tally, earlier: Tally): Tally {
  return { requests: later.requests - earlier.requests, errors: later.errors - earlier.errors };
}

/** The share of errors; 0 without requests. */
export function errorRate({ requests, errors }: Tally): number {
  return requests > 0 ? errors / requests : 0;
}
