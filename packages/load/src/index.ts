export type { Figures, LoadShape, Sample, SliceFigures } from './figures.ts';
export { figuresOf, SLICES } from './figures.ts';
export type { Past } from './history.ts';
export { comparable, parseHistory, renderHistory, withRun } from './history.ts';
export type { Judgement, LoadPolicy, LoadVerdict, Question } from './judge.ts';
export { judgeLoad } from './judge.ts';
export type { Latencies, Percent } from './latency.ts';
export { countOf, merged, percentileOf, PERCENTS, rounded, slowerThan } from './latency.ts';
export { arrivals, mixer } from './plan.ts';
