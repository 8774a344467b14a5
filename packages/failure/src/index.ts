export { collect } from './collect.ts';
export type { Location, Problem } from './problem.ts';
export { renderProblem } from './problem.ts';
export { Failure, failWhen } from './failure.ts';
