import type { Page } from './deployment.ts';
import type { WriteOutcome } from './outcome.ts';
import type { ReadOutcome } from './read.ts';

/** A comment of a pull request, or an issue, that is open. */
export interface Post {
  /** The id of a comment; the number of an issue. Later ones are higher. */
  readonly id: number;
  readonly body: string;
}

/** What people read and answer: comments of pull requests, and issues. Pages count from 1 and hold a hundred. */
export interface Conversations {
  listComments(pullRequest: number, page: number): Promise<ReadOutcome<Page<Post>>>;
  createComment(pullRequest: number, body: string): Promise<WriteOutcome>;
  updateComment(id: number, body: string): Promise<WriteOutcome>;
  deleteComment(id: number): Promise<WriteOutcome>;
  /** The open issues that have a label, pull requests not among them. */
  listIssues(label: string, page: number): Promise<ReadOutcome<Page<Post>>>;
  createIssue(title: string, body: string, label: string): Promise<WriteOutcome>;
  updateIssue(number: number, body: string): Promise<WriteOutcome>;
  closeIssue(number: number): Promise<WriteOutcome>;
}
