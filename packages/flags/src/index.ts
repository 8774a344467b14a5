export { editFlag, type EditedFlags, type FlagChange, type FlagEdit } from './edit.ts';
export { type Flag, type FlagFile, parseFlags } from './flag-file.ts';
export { type Change, type Fault, lintFlags } from './lint.ts';
export { cohortOf, movedBetween, shareIn } from './population.ts';
export { type Reference, referencesIn } from './reference.ts';
export { type FlagFacts, type Staleness, stalenessOf } from './stale.ts';
