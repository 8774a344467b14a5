import type { Change } from './cell.ts';
import type { Chance } from './chance.ts';

/** The boundaries of Prometheus' default histogram, in seconds. */
export const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Response times are lognormal: a median of 80 ms, and the usual long tail. */
const MEDIAN = 0.08;
const SIGMA = 0.6;
const TAIL_SHARE = 0.1;
const TAIL_SECONDS = 1;

/** The standard normal distribution (Abramowitz and Stegun, 26.2.17; error below 1e-7). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const coefficients = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail = density * coefficients.reduceRight((sum, coefficient) => (sum + coefficient) * t, 0);
  return z >= 0 ? 1 - tail : tail;
}

const withinMedian = (seconds: number, median: number): number => (seconds <= 0 ? 0 : normal(Math.log(seconds / median) / SIGMA));

/** The share of answers within a boundary after a change. */
export function shareWithin(seconds: number, change: Change): number {
  if (change.kind === 'slower') return withinMedian(seconds, MEDIAN * change.by);
  const usual = withinMedian(seconds, MEDIAN);
  if (change.kind !== 'tail') return usual;
  return (1 - TAIL_SHARE) * usual + TAIL_SHARE * withinMedian(seconds - TAIL_SECONDS, MEDIAN);
}

/** Draws the response times of some requests, of which a part is answered after the change: the cumulative buckets. */
export function timesOf(total: number, change: Change, after: number, chance: Chance): readonly number[] {
  let [left, within, before] = [total, 0, 0];
  return BOUNDARIES.map((boundary) => {
    const share = (1 - after) * shareWithin(boundary, { kind: 'same' }) + after * shareWithin(boundary, change);
    const drawn = before >= 1 ? 0 : chance.binomial(left, Math.min(1, Math.max(0, (share - before) / (1 - before))));
    [left, within, before] = [left - drawn, within + drawn, share];
    return within;
  });
}
