export { action } from './action.ts';
export { run } from './run.ts';
