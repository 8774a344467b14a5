export type { CheckAnnotation, CheckRun, CheckRuns, KnownCheckRun } from './check-run.ts';
export { ANNOTATIONS_A_REQUEST, annotationBatches, fitSummary, SUPERSEDED, SUPERSEDED_OUTPUT } from './check-run.ts';
export type { CodeOwners, PassedOver } from './code-owners.ts';
export { CODE_OWNERS_FILES, CODE_OWNERS_MOST_BYTES, parseCodeOwners } from './code-owners.ts';
export type { CodeOwnersError, CodeOwnersErrors } from './code-owners-error.ts';
export type { CodeScanning, Processing, SarifUpload, UploadOutcome } from './code-scanning.ts';
export { uploadRefused } from './code-scanning.ts';
export type { Conversations, Post } from './conversation.ts';
export type { CommitStatus, CommitStatusBody, StatusState } from './commit-status.ts';
export { fitDescription, renderCommitStatus } from './commit-status.ts';
export type { Comparison } from './comparison.ts';
export { comparisonOfRefusal, parseComparison } from './comparison.ts';
export type {
  Deployment,
  DeploymentDraft,
  DeploymentOutcome,
  Deployments,
  DeploymentStatus,
  DeploymentWord,
  Page,
} from './deployment.ts';
export { GATE_CLOSED, latestStatus, wasRefusedByGate } from './deployment.ts';
export type { Answered, CommitDraft, DraftFile, GitCommits, MadeCommit } from './git-commit.ts';
export type { ConnectGitHub, GitHub, GitHubAccess, GitHubWorld } from './github.ts';
export type { Posts } from './keep-one.ts';
export { commentsOn, keepNone, keepOne } from './keep-one.ts';
export type { JobResult } from './job-result.ts';
export { isJobResult, stateOfJobs } from './job-result.ts';
export type { WriteOutcome } from './outcome.ts';
export type { DeploymentMark, OwnDeployment, SpokenOf } from './own-deployment.ts';
export { chooseOwnDeployment, findOwnDeployment, GRANT_DEPLOYMENTS, whyUntold } from './own-deployment.ts';
export type { PullRequest, PullRequestDraft, PullRequestOutcome, PullRequests } from './pull-request.ts';
export type { ReadOutcome } from './read.ts';
export { unread } from './read.ts';
export type { Refusal } from './refusal.ts';
export { limitMs, outcomeOfRefusal, pauseAfter, tellRefusal } from './refusal.ts';
export type { GitObjects, Tree, TreeEntry } from './tree.ts';
export type { RunAttempt, WorkflowRuns } from './workflow-run.ts';
