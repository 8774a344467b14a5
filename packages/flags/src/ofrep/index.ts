export type { Bulk, EvaluationContext, Ofrep, OfrepServer } from './client.ts';
export { ofrep } from './client.ts';
export type { Evaluation, EvaluationError } from './evaluation.ts';
export { evaluationWords, hasFeature, isAsExpected, isOff } from './evaluation.ts';
export type { Measured, Population } from './share.ts';
export { isShare, lostBetween, measureCohort, shareOfMeasured } from './share.ts';
