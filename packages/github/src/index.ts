export type { CommitStatus, CommitStatusBody, StatusState } from './commit-status.ts';
export { fitDescription, renderCommitStatus } from './commit-status.ts';
export type { ConnectGitHub, GitHub, GitHubAccess, GitHubWorld } from './github.ts';
export type { JobResult } from './job-result.ts';
export { isJobResult, stateOfJobs } from './job-result.ts';
export type { WriteOutcome } from './outcome.ts';
export type { Refusal } from './refusal.ts';
export { outcomeOfRefusal, pauseAfter, tellRefusal } from './refusal.ts';
