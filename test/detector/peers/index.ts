import { argoRule } from './argo.ts';
import { fisherRule } from './fisher.ts';
import { flaggerRule } from './flagger.ts';
import { kayentaRule } from './kayenta.ts';
import { ourRule } from './ours.ts';
import { oracleLimit, type Rule } from './rule.ts';
import { thresholdRule } from './threshold.ts';

export type { Rule } from './rule.ts';

const fixed = (value: number) => (): number => value;
const oracleMinimum: typeof oracleLimit = (cell) => 1 - oracleLimit(cell);
const minutes = [60, 120, 180, 240, 300];

/** Ours first, then the peers: as their documents set them, in a shape that can act in five minutes, and as an oracle would. */
export const RULES: readonly Rule[] = [
  ourRule('ours, dispersion', 'dispersion'),
  ourRule('ours, placebo', 'placebo'),
  ourRule('ours, not calibrated', 'none'),
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
