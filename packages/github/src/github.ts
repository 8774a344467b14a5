import type { Secret } from '@slipway/metadata';
import type { Clock, Http, Log } from '@slipway/system';
import type { CheckRuns } from './check-run.ts';
import type { CodeOwnersErrors } from './code-owners-error.ts';
import type { CodeScanning } from './code-scanning.ts';
import type { CommitStatus } from './commit-status.ts';
import type { Comparison } from './comparison.ts';
import type { Conversations } from './conversation.ts';
import type { Deployments } from './deployment.ts';
import type { GitCommits } from './git-commit.ts';
import type { WriteOutcome } from './outcome.ts';
import type { PullRequests } from './pull-request.ts';
import type { GitObjects } from './tree.ts';
import type { WorkflowRuns } from './workflow-run.ts';

/** One repository on GitHub, as an action may read and write it. */
export interface GitHub
  extends Deployments,
    GitObjects,
    GitCommits,
    Conversations,
    CheckRuns,
    CodeOwnersErrors,
    CodeScanning,
    WorkflowRuns,
    PullRequests {
  /** Says of a commit what a context, such as `slipway/orders`, found; a later word of the same context replaces an earlier one. */
  setCommitStatus(status: CommitStatus): Promise<WriteOutcome>;
  /** How the commit `head` stands to `base`, both by their full ids. */
  compareCommits(base: string, head: string): Promise<Comparison>;
}

/** Which repository, where its API is, and with whose rights. */
export interface GitHubAccess {
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: Secret;
}

/** What a connection to GitHub needs of the world. */
export interface GitHubWorld {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly cancelled: AbortSignal;
}

/** Opens a repository; an action's run takes one of these, because the token is an input of the run itself. */
export type ConnectGitHub = (access: GitHubAccess, world: GitHubWorld) => GitHub;
