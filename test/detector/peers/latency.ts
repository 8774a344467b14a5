import { WATCH_SECONDS } from '../cell.ts';
import { quantileOf } from '../prometheus.ts';
import { flaggerTick } from './flagger.ts';
import { isHigh } from './kayenta.ts';
import type { Rule } from './rule.ts';

/** What the estimated p99 of the made-up response times comes to when nothing is wrong, in seconds. */
export const USUAL_P99 = 0.42;

/** Flagger's built-in check of request duration: p99 against a limit, each interval. */
export function flaggerLatencyRule(name: string, limit: number, interval: number, threshold: number): Rule {
  return {
    name,
    decide(traffic, cell) {
      const ticks = Array.from({ length: Math.floor(WATCH_SECONDS / interval) }, (_, index) => (index + 1) * interval);
      // The loop asks for at least a minimum; of a duration, less is better.
      const answers = ticks.map((at) => {
        const value = quantileOf(traffic, cell, at, 60, 0.99);
        return value === undefined ? undefined : -value;
      });
      const tick = flaggerTick(answers, threshold, -limit);
      return tick === undefined ? undefined : tick * interval;
    },
  };
}

/** The home-made rule: p99 over the last minute against a limit, at each scrape. */
export function latencyThresholdRule(name: string, limit: number): Rule {
  return {
    name,
    decide(traffic, cell) {
      for (let at = cell.scrape; at <= WATCH_SECONDS; at += cell.scrape)
        if ((quantileOf(traffic, cell, at, 60, 0.99) ?? 0) > limit) return at;
      return undefined;
    },
  };
}

/** A histogram of a slice as one pod's trace of two scrapes, so that its quantile is estimated like the others. */
function quantileOfSlice(total: number, within: readonly number[]): number | undefined {
  const zero = { at: 0, good: 0, bad: 0, within: within.map(() => 0) };
  const one = { at: 1, good: total, bad: 0, within };
  const nothing = { history: [], past: [], neighbours: { history: [], during: [] } };
  const seen = { ...zero, good: 1e-9, within: zero.within.map(() => 1e-9) };
  return quantileOf({ pods: [[seen, one]], ...nothing }, { lag: 0 } as Parameters<typeof quantileOf>[1], 1, 2, 0.99);
}

/** Kayenta on the p99 of five minutes before and of what there is since, a point a scrape, in milliseconds. */
export function kayentaLatencyRule(name: string, looks: readonly number[]): Rule {
  return {
    name,
    decide(traffic, cell) {
      const points = Math.floor(WATCH_SECONDS / cell.scrape);
      const before = traffic.history.slice(-points).flatMap(({ total, within }) => quantileOfSlice(total, within) ?? []);
      const after = Array.from({ length: points }, (_, index) => (index + 1) * cell.scrape).map((at) => ({
        at,
        value: quantileOf(traffic, cell, at, 2 * cell.scrape + 1, 0.99),
      }));
      const milliseconds = (values: readonly number[]): readonly number[] => values.map((value) => value * 1000);
      return looks.find((look) => {
        const seen = after.filter(({ at }) => at <= look).flatMap(({ value }) => value ?? []);
        return isHigh(milliseconds(seen), milliseconds(before.slice(-seen.length)));
      });
    },
  };
}
