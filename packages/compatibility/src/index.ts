export type { Compared, Comparison } from './compare.ts';
export { breaking, comparer } from './compare.ts';
export type { Conflict } from './conflict.ts';
