export { ageMs, ageProblem } from './age.ts';
export type { Database } from './database.ts';
export { readDatabase } from './database.ts';
