export type { Address, Prometheus, RawSeries, Reading } from './client.ts';
export { prometheus } from './client.ts';
export type { PrometheusInputs, PrometheusWorld } from './inputs.ts';
export { addressProblems, prometheusOf, prometheusProblems } from './inputs.ts';
export { selectorProblems, withMatcher } from './selector.ts';
export type { Look, Subject } from './series.ts';
export { identity, SeriesReader } from './series.ts';
