import { type Figures, judgeLoad, type Latencies, type LoadPolicy, merged, percentileOf } from '@slipway/load';
import { fisher } from '../detector/peers/fisher.ts';
import { type Drawn, USUAL_P95_MS } from './draw.ts';

/** What a rule makes of a release: it may also not be able to tell. */
export type Told = 'good' | 'bad' | 'untold';

/** A way to judge a load. */
export interface Rule {
  readonly name: string;
  decide(drawn: Drawn): Told;
}

/** The defaults of smoke-test. */
export const POLICY: LoadPolicy = {
  ...{ errorRateMax: 0.01, latencyMax: {}, slowerMax: 0.2, slowerFloorMs: 5, falseAlarmMax: 0.01, minRequests: 200 },
};

/** One-sided quantile of the normal distribution for 5 %. */
const Z = 1.6448536269514722;

const latenciesOf = (runs: readonly Figures[]): Latencies =>
  merged(runs.flatMap(({ slices }) => slices.map(({ latencies }) => latencies)));
const countOf = (runs: readonly Figures[]) => {
  const bad = runs.flatMap(({ slices }) => slices).reduce((sum, slice) => sum + slice.bad, 0);
  return { bad, total: latenciesOf(runs).reduce((sum, [, count]) => sum + count, 0) };
};
const shareOf = (run: Figures): number => countOf([run]).bad / Math.max(1, countOf([run]).total);
const p95 = (run: Figures): number => percentileOf(latenciesOf([run]), 95);

function oursRule(name: string, policy: LoadPolicy): Rule {
  return {
    name,
    decide({ run, past }) {
      const { verdict } = judgeLoad(run, past, policy);
      return verdict === 'pass' ? 'good' : verdict === 'regressed' || verdict === 'slower' ? 'bad' : 'untold';
    },
  };
}

/** Thresholds as a k6 script has them: figures alone, of this run alone. */
function thresholdRule(name: string, p95Max: number): Rule {
  return { name, decide: ({ run }) => (p95(run) >= p95Max || shareOf(run) >= 0.01 ? 'bad' : 'good') };
}

/** The figure of the last release, and a factor; errors by a threshold. */
function lastReleaseRule(name: string, factor: number): Rule {
  return {
    name,
    decide: ({ run, past }) => (p95(run) > factor * p95(past.at(-1) as Figures) || shareOf(run) >= 0.01 ? 'bad' : 'good'),
  };
}

interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
}

function momentsOf(latencies: Latencies): Moments {
  const count = latencies.reduce((sum, [, each]) => sum + each, 0);
  const mean = latencies.reduce((sum, [ms, each]) => sum + ms * each, 0) / count;
  return { count, mean, variance: latencies.reduce((sum, [ms, each]) => sum + each * (ms - mean) ** 2, 0) / (count - 1) };
}

/** Welch's t; with as many as here it is a normal deviate. */
function welch(fresh: Latencies, old: Latencies): number {
  const [a, b] = [momentsOf(fresh), momentsOf(old)];
  return (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count);
}

/** The standardised statistic of Mann and Whitney, with middle ranks and the correction for ties. */
export function mannWhitney(fresh: Latencies, old: Latencies): number {
  const counts = new Map<number, [number, number]>();
  for (const [ms, count] of fresh) counts.set(ms, [count, 0]);
  for (const [ms, count] of old) counts.set(ms, [counts.get(ms)?.[0] ?? 0, count]);
  let [below, sum, ties, n, m] = [0, 0, 0, 0, 0];
  for (const [, [a, b]] of [...counts].sort(([x], [y]) => x - y)) {
    sum += a * (below + (a + b + 1) / 2);
    ties += (a + b) ** 3 - (a + b);
    below += a + b;
    n += a;
    m += b;
  }
  const sigma = Math.sqrt(((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
  return (sum - (n * (n + 1)) / 2 - (n * m) / 2) / sigma;
}

/** A test of latencies and one of errors, each at 5 %, against the earlier releases together. */
function testRule(name: string, statistic: (fresh: Latencies, old: Latencies) => number): Rule {
  return {
    name,
    decide({ run, past }) {
      const slower = statistic(latenciesOf([run]), latenciesOf(past)) > Z;
      return slower || fisher(countOf([run]), countOf(past)) < 0.05 ? 'bad' : 'good';
    },
  };
}

/** Ours first; then what teams write by hand, what an oracle would set, and the tests of textbooks. */
export const RULES: readonly Rule[] = [
  oursRule('ours', POLICY),
  oursRule('ours, 5 % promised', { ...POLICY, falseAlarmMax: 0.05 }),
  thresholdRule('fixed: p95 < 500 ms, errors < 1 %', 500),
  thresholdRule('oracle: p95 < 1.2 × the true one, errors < 1 %', 1.2 * USUAL_P95_MS),
  lastReleaseRule('p95 over the last release × 1.1', 1.1),
  lastReleaseRule('p95 over the last release × 1.2', 1.2),
  testRule('Mann-Whitney and Fisher, 5 %', mannWhitney),
  testRule('Welch and Fisher, 5 %', welch),
];
