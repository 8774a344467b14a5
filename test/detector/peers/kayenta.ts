import { shareOf } from '@slipway/detector';
import { WATCH_SECONDS } from '../cell.ts';
import { ask, failureRate } from '../prometheus.ts';
import type { Rule } from './rule.ts';

/** The two-sided 98 % quantile of the normal distribution that the judge takes. */
const QUANTILE = 2.3263478740408408;
const TOLERANCE = 1e-4;

interface Ranked {
  readonly sum: number;
  readonly ties: number;
}

/** The rank sum of the first sample among both, with middle ranks for ties, and the correction for ties. */
function ranked(first: readonly number[], second: readonly number[]): Ranked {
  const all = [...first.map((value) => ({ value, own: true })), ...second.map((value) => ({ value, own: false }))];
  all.sort((a, b) => a.value - b.value);
  let [sum, ties] = [0, 0];
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const length = end - start;
    ties += length ** 3 - length;
    sum += (all.slice(start, end).filter(({ own }) => own).length * (start + 1 + end)) / 2;
    start = end;
  }
  return { sum, ties };
}

/** The standardised Mann-Whitney statistic for a shift, with the correction for continuity, less the asked quantile. */
function statistic(experiment: readonly number[], control: readonly number[], shift: number, quantile: number): number {
  const [n, m] = [experiment.length, control.length];
  const { sum, ties } = ranked(
    experiment.map((value) => value - shift),
    control,
  );
  const distance = sum - (n * (n + 1)) / 2 - (n * m) / 2;
  const correction = quantile === 0 ? 0 : Math.sign(quantile) * 0.5;
  const sigma = Math.sqrt(((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
  return (distance - correction) / sigma - quantile;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where a falling step function passes zero, to an absolute tolerance. */
function root(at: (shift: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > TOLERANCE) {
    const middle = (low + high) / 2;
    if (at(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The interval of 98 % for the shift between two samples, and its estimate. */
export function shiftInterval(experiment: readonly number[], control: readonly number[]) {
  const low = Math.min(...experiment) - Math.max(...control) - TOLERANCE;
  const high = Math.max(...experiment) - Math.min(...control) + TOLERANCE;
  const solve = (quantile: number): number => root((shift) => statistic(experiment, control, shift, quantile), low, high);
  return { low: solve(QUANTILE), estimate: solve(0), high: solve(-QUANTILE) };
}

/** Whether the judge calls a metric for which more is worse "High". Shares are given in percent, for its tolerance is absolute. */
export function isHigh(experiment: readonly number[], control: readonly number[]): boolean {
  if (experiment.length === 0 || control.length === 0) return false;
  const distinct = new Set([...experiment, ...control]);
  if (distinct.size === 1) return false;
  // Two constants that differ are given a little noise by the judge; the shift between them is then clear.
  if (new Set(experiment).size === 1 && new Set(control).size === 1) return mean(experiment) > mean(control);
  const { low, estimate } = shiftInterval(experiment, control);
  const ratio = mean(experiment) / mean(control);
  const noticed = mean(experiment) === 0 || mean(control) === 0 || ratio >= 1;
  return low > 0.25 * Math.abs(estimate) && noticed;
}

/** Kayenta on the five minutes before and what there is of those after, one point a scrape. */
export function kayentaRule(name: string, looks: readonly number[]): Rule {
  return {
    name,
    decide(traffic, cell) {
      const points = Math.floor(WATCH_SECONDS / cell.scrape);
      const control = traffic.history.slice(-points).filter(({ total }) => total > 0);
      const before = control.map((count) => shareOf(count) * 100);
      const rates = Array.from({ length: points }, (_, index) => {
        const at = (index + 1) * cell.scrape;
        const rate = failureRate(ask(traffic, cell, at, 2 * cell.scrape + 1));
        return { at, value: rate === undefined || Number.isNaN(rate) ? undefined : rate * 100 };
      });
      return looks.find((look) => {
        const after = rates.filter(({ at }) => at <= look).flatMap(({ value }) => value ?? []);
        return isHigh(after, before.slice(-after.length));
      });
    },
  };
}
