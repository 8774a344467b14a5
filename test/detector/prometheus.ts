import type { Cell } from './cell.ts';
import { BOUNDARIES } from './times.ts';
import type { Scrape, Traffic } from './traffic.ts';

/** What a query comes to: rates by second, or nothing at all where a series is missing. */
export interface Answer {
  /** Rate of the answers that are no errors; undefined when there is no such series. */
  readonly good: number | undefined;
  readonly bad: number | undefined;
}

type Value = (scrape: Scrape) => number;

/** What one series rose by in a window, as PromQL's increase sees it but for extrapolation: it needs two samples. */
function rise(scrapes: readonly Scrape[], value: Value): number | undefined {
  // A counter with labels shows up when it is first counted up, and that first rise is lost.
  const seen = scrapes.filter((scrape) => value(scrape) > 0);
  if (seen.length < 2) return undefined;
  return seen.slice(1).reduce((sum, scrape, index) => {
    const [before, now] = [value(seen[index] as Scrape), value(scrape)];
    return sum + (now >= before ? now - before : now);
  }, 0);
}

/** Asks at a second of the watch for the rates over a window, as the answers to `sum(rate(…[window]))`. */
export function ask({ pods }: Traffic, { lag }: Cell, at: number, window: number): Answer {
  const visible = pods.map((scrapes) => scrapes.filter((scrape) => scrape.at > at - window && scrape.at <= at - lag));
  const sum = (value: Value): number | undefined => {
    const rises = visible.map((scrapes) => rise(scrapes, value)).filter((each) => each !== undefined);
    return rises.length === 0 ? undefined : rises.reduce((total, each) => total + each, 0) / window;
  };
  return { good: sum(({ good }) => good), bad: sum(({ bad }) => bad) };
}

/** `histogram_quantile` over the rates of a window, in seconds: linear within its bucket; undefined without requests. */
export function quantileOf({ pods }: Traffic, { lag }: Cell, at: number, window: number, share: number): number | undefined {
  const visible = pods.map((scrapes) => scrapes.filter((scrape) => scrape.at > at - window && scrape.at <= at - lag));
  const risen = (value: Value): number => visible.reduce((sum, scrapes) => sum + (rise(scrapes, value) ?? 0), 0);
  const all = risen(({ good, bad }) => good + bad);
  if (all <= 0) return undefined;
  let [below, lower] = [0, 0];
  for (const [index, upper] of BOUNDARIES.entries()) {
    const within = risen((scrape) => scrape.within[index] ?? 0);
    if (within >= share * all) return lower + ((upper - lower) * (share * all - below)) / Math.max(within - below, 1e-9);
    [below, lower] = [within, upper];
  }
  return lower;
}

/** `good / all` as peers write it: empty without a series of good ones, NaN without any rise. */
export function successRate({ good, bad }: Answer): number | undefined {
  if (good === undefined) return undefined;
  return good / (good + (bad ?? 0));
}

/** `bad / all`; a series of errors that is absent counts as none. */
export function failureRate({ good, bad }: Answer): number | undefined {
  if (good === undefined && bad === undefined) return undefined;
  return (bad ?? 0) / ((good ?? 0) + (bad ?? 0));
}
