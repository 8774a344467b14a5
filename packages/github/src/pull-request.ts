import type { WriteOutcome } from './outcome.ts';
import type { ReadOutcome } from './read.ts';

/** A pull request that is open. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
}

/** What a pull request says, and between which branches of the repository it is. */
export interface PullRequestDraft {
  readonly title: string;
  readonly body: string;
  /** The branch that brings the change. */
  readonly head: string;
  /** The branch that is to take it. */
  readonly base: string;
}

/** A pull request that was made, or why none was. */
export type PullRequestOutcome = ({ readonly kind: 'made' } & PullRequest) | Exclude<WriteOutcome, { readonly kind: 'written' }>;

/** Pull requests between branches of one repository. */
export interface PullRequests {
  /** The open one between two branches; GitHub lets there be one at most. */
  findPullRequest(head: string, base: string): Promise<ReadOutcome<PullRequest | undefined>>;
  createPullRequest(draft: PullRequestDraft): Promise<PullRequestOutcome>;
  updatePullRequest(number: number, words: Pick<PullRequestDraft, 'title' | 'body'>): Promise<WriteOutcome>;
}
