export type { Compared, Comparison } from './compare.ts';
export { breaking, comparer } from './compare.ts';
export type { Conflict } from './conflict.ts';
export type { DeployAnswer, DeployQuestion, MissingProvider, OpenQuestion } from './deployment/answer.ts';
export { canDeploy } from './deployment/answer.ts';
export type { Check, IsAccepted, Pair } from './deployment/check.ts';
export type { DatedDeployment, LiveCommit } from './deployment/live.ts';
export { liveCommits } from './deployment/live.ts';
export type { Candidate, DeployedVersion, Evidence, Gap, ServiceState } from './deployment/version.ts';
