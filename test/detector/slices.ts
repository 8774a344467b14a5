import { type Count, paired, type Slice } from '@slipway/detector';
import { type CounterSeries, tally } from '@slipway/rollout';
import { type Cell, WATCH_SECONDS } from './cell.ts';
import type { Scrape, Traffic } from './traffic.ts';

/** The counters of the new pods, which are born with the watch, as the watch itself holds them. */
export function countersOf({ pods }: Traffic): readonly CounterSeries[] {
  const seriesOf = (scrapes: readonly Scrape[], index: number, error: boolean): CounterSeries => ({
    ...{ version: 'new', pod: `new-${index}`, request: true, error },
    points: scrapes.map(({ at, good, bad }) => [at * 1000, error ? bad : good]),
  });
  return pods.flatMap((scrapes, index) => [seriesOf(scrapes, index, false), seriesOf(scrapes, index, true)]);
}

/** What all new pods served, as far as it can be seen at a second of the watch. */
export function freshUpTo(counters: readonly CounterSeries[], { lag }: Cell, at: number): Count {
  const { requests, errors } = tally(counters, { bornAfterMs: -1, untilMs: (at - lag) * 1000 });
  return { total: requests, bad: errors };
}

/** The seconds at which a watch looks: one a scrape, and once more for the samples that come with a lag. */
export function looksOf({ scrape, lag }: Cell): readonly number[] {
  return Array.from({ length: Math.ceil((WATCH_SECONDS + lag) / scrape) }, (_, index) => (index + 1) * scrape);
}

/** The slices of a watch, one a look. */
export function slicesOf(traffic: Traffic, cell: Cell): readonly Slice[] {
  const looks = looksOf(cell);
  const reference = paired(traffic.history, looks.length);
  const counters = countersOf(traffic);
  let before: Count = { total: 0, bad: 0 };
  return looks.map((at, index) => {
    const now = freshUpTo(counters, cell, at);
    const fresh = { total: now.total - before.total, bad: now.bad - before.bad };
    before = now;
    return { fresh, reference: reference[index] ?? { total: 0, bad: 0 } };
  });
}
