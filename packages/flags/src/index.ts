export { editFlag, editFlagBy, flagIn, type EditedFlags, type FlagChange, type FlagEdit } from './edit.ts';
export { type Flag, type FlagFile, parseFlags } from './flag-file.ts';
export { type Change, type Fault, lintFlags } from './lint.ts';
export { type Climb, climbProblems } from './ramp.ts';
export { sameStanding, type Standing, standingOf } from './standing.ts';
export * from './ofrep/index.ts';
export { cohortOf, evaluateByFlagd, movedBetween, shareIn, userName } from './population.ts';
export { type Reference, referencesIn } from './reference.ts';
export { type FlagFacts, type Staleness, stalenessOf } from './stale.ts';
