export type { Contract, Interaction } from './pact.ts';
export { parsePact } from './pact.ts';
export type { Mismatch } from './match.ts';
export { matchBody } from './match.ts';
export type { Actual } from './response.ts';
export { matchResponse } from './response.ts';
export type { Matcher, Rules } from './rules.ts';
export { ruleAt, STATUS_CLASSES } from './rules.ts';
