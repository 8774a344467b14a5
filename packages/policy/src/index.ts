export type { IgnoreEntry, PlacedEntry } from './ignore.ts';
export { covers, isExpired, parseIgnore } from './ignore.ts';
export type { EntryFault, Judged, Judgement, JudgementFacts, Suppression } from './judge.ts';
export { judge } from './judge.ts';
export type { Condition, Effect, Policy, Rule } from './policy.ts';
export { decide, defaultPolicy, parsePolicy } from './policy.ts';
export type { ScanVerdict, VerdictFacts } from './verdict.ts';
export { verdictOf } from './verdict.ts';
