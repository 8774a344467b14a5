import type { Cell } from '../cell.ts';
import { argoRule } from './argo.ts';
import { fisherRule } from './fisher.ts';
import { flaggerRule } from './flagger.ts';
import { kayentaRule } from './kayenta.ts';
import { flaggerLatencyRule, kayentaLatencyRule, latencyThresholdRule, USUAL_P99 } from './latency.ts';
import { bareRule, judgeRule } from './ours.ts';
import { oracleLimit, type Rule } from './rule.ts';
import { thresholdRule } from './threshold.ts';

export type { Rule } from './rule.ts';

/** Seconds that an oracle would set as the limit of the p99. */
const ORACLE_P99 = 1.2 * USUAL_P99;
const fixed = (value: number) => (): number => value;
const oracleMinimum: typeof oracleLimit = (cell) => 1 - oracleLimit(cell);
const minutes = [60, 120, 180, 240, 300];

/** Ours first, then the peers: as their documents set them, in a shape that can act in five minutes, and as an oracle would. */
export const RULES: readonly Rule[] = [
  judgeRule('ours', false),
  judgeRule('ours, placebo', true),
  bareRule('evidence alone, not calibrated'),
  thresholdRule('fixed 5 %', fixed(0.05)),
  thresholdRule('fixed 1 %', fixed(0.01)),
  thresholdRule('fixed, oracle', oracleLimit),
  flaggerRule('Flagger 60 s x 5, 99 %', { interval: 60, threshold: 5, minimum: fixed(0.99) }),
  flaggerRule('Flagger 10 s x 3, 99 %', { interval: 10, threshold: 3, minimum: fixed(0.99) }),
  flaggerRule('Flagger 30 s x 3, 99 %', { interval: 30, threshold: 3, minimum: fixed(0.99) }),
  flaggerRule('Flagger 30 s x 3, oracle', { interval: 30, threshold: 3, minimum: oracleMinimum }),
  argoRule('Argo 30 s, limit 3, 95 %', { interval: 30, initialDelay: 0, failureLimit: 3, minimum: fixed(0.95) }),
  argoRule('Argo 30 s, limit 0 after 60 s, oracle', { interval: 30, initialDelay: 60, failureLimit: 0, minimum: oracleMinimum }),
  kayentaRule('Kayenta at the end', [300]),
  kayentaRule('Kayenta each minute', minutes),
  fisherRule('Fisher at the end, 1 %', 0.01, 'end'),
  fisherRule('Fisher each scrape, 1 %', 0.01, 'each'),
];

/** The rules that judge response times. */
export const LATENCY_RULES: readonly Rule[] = [
  judgeRule('ours', false),
  judgeRule('ours, placebo', true),
  latencyThresholdRule('p99 over 500 ms', 0.5),
  latencyThresholdRule('p99, oracle', ORACLE_P99),
  flaggerLatencyRule('Flagger p99 500 ms, 30 s x 3', 0.5, 30, 3),
  flaggerLatencyRule('Flagger p99, 30 s x 3, oracle', ORACLE_P99, 30, 3),
  kayentaLatencyRule('Kayenta p99 at the end', [300]),
  kayentaLatencyRule('Kayenta p99 each minute', minutes),
];

/** The rules that have something to say on a cell. */
export const rulesFor = ({ timed }: Cell): readonly Rule[] => (timed ? LATENCY_RULES : RULES);
