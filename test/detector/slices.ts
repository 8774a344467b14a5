import { type Count, paired, type Slice } from '@slipway/detector';
import { type Cell, WATCH_SECONDS } from './cell.ts';
import type { Scrape, Traffic } from './traffic.ts';

/** What a new pod served up to a moment, from zero at its birth and over restarts. */
function servedUpTo(scrapes: readonly Scrape[], until: number): Count {
  let [total, bad] = [0, 0];
  let before: Scrape = { at: 0, good: 0, bad: 0 };
  for (const scrape of scrapes) {
    if (scrape.at > until) break;
    total += rise(before.good, scrape.good) + rise(before.bad, scrape.bad);
    bad += rise(before.bad, scrape.bad);
    before = scrape;
  }
  return { total, bad };
}

const rise = (before: number, now: number): number => (now >= before ? now - before : now);

/** What all new pods served, as far as it can be seen at a second of the watch. */
export function freshUpTo({ pods }: Traffic, { lag }: Cell, at: number): Count {
  return pods
    .map((scrapes) => servedUpTo(scrapes, at - lag))
    .reduce((sum, { total, bad }) => ({ total: sum.total + total, bad: sum.bad + bad }), { total: 0, bad: 0 });
}

/** The seconds at which a watch looks: one a scrape, and once more for the samples that come with a lag. */
export function looksOf({ scrape, lag }: Cell): readonly number[] {
  return Array.from({ length: Math.ceil((WATCH_SECONDS + lag) / scrape) }, (_, index) => (index + 1) * scrape);
}

/** The slices of a watch, one a look. */
export function slicesOf(traffic: Traffic, cell: Cell): readonly Slice[] {
  const looks = looksOf(cell);
  const reference = paired(traffic.history, looks.length);
  let before: Count = { total: 0, bad: 0 };
  return looks.map((at, index) => {
    const now = freshUpTo(traffic, cell, at);
    const fresh = { total: now.total - before.total, bad: now.bad - before.bad };
    before = now;
    return { fresh, reference: reference[index] ?? { total: 0, bad: 0 } };
  });
}
