import { type Count, totalOf } from '@slipway/detector';
import { WATCH_SECONDS } from '../cell.ts';
import { countersOf, freshUpTo } from '../slices.ts';
import type { Rule } from './rule.ts';

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln x!, by Lanczos' series. */
function logFactorial(x: number): number {
  const series = LANCZOS.reduce((sum, term, index) => sum + term / (x + index + 1), 0.99999999999980993);
  const t = x + LANCZOS.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(series);
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Fisher's exact test, one-sided: the probability of as many bad ones as the new version has, or more, by chance. */
export function fisher(fresh: Count, old: Count): number {
  const bad = fresh.bad + old.bad;
  const whole = logChoose(fresh.total + old.total, bad);
  let sum = 0;
  for (let k = fresh.bad; k <= Math.min(bad, fresh.total); k += 1) {
    if (bad - k > old.total) continue;
    const term = Math.exp(logChoose(fresh.total, k) + logChoose(old.total, bad - k) - whole);
    sum += term;
    if (term < sum * 1e-12) break;
  }
  return Math.min(1, sum);
}

/** Fisher's test on all there is, at certain moments. */
export function fisherRule(name: string, alpha: number, looks: 'end' | 'each'): Rule {
  return {
    name,
    decide(traffic, cell) {
      const old = totalOf(traffic.history);
      const counters = countersOf(traffic);
      for (let at = looks === 'end' ? WATCH_SECONDS : cell.scrape; at <= WATCH_SECONDS; at += cell.scrape)
        if (fisher(freshUpTo(counters, cell, at), old) < alpha) return at;
      return undefined;
    },
  };
}
