export { action } from './action.ts';
export { runWith } from './run.ts';
