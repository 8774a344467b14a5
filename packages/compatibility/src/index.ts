export type { Compared, Comparison } from './compare.ts';
export { breaking, comparer } from './compare.ts';
export type { Conflict } from './conflict.ts';
export type { Deviation, LiveAnswer } from './live.ts';
export { liveJudge } from './live.ts';
