import { Failure, type Problem } from '@slipway/failure';
import type { GitHub, WriteOutcome } from '@slipway/github';

/** The pull request that brings a change. */
export interface Pull {
  readonly url: string;
  readonly number: number;
}

/** What a pull request says. */
export interface PullWords {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

type Refused = Exclude<WriteOutcome, { readonly kind: 'written' }>;

function failure(outcome: Refused): Failure {
  const fallback: Problem = {
    code: 'PULL_REQUEST_FORBIDDEN',
    message: `The change lies on its branch, and the token may open no pull request: ${outcome.kind === 'not-permitted' ? outcome.reason : ''}`,
    remedy: 'Give it the permission "pull requests: write" in the configuration repository.',
  };
  return new Failure(outcome.kind === 'failed' ? outcome.problem : fallback);
}

/** Opens the pull request between two branches, or brings the open one up to date. Rejects with what GitHub said. */
export async function bringPullRequest(
  github: GitHub | undefined,
  { head, base }: { readonly head: string; readonly base: string },
  words: PullWords,
): Promise<Pull> {
  if (github === undefined) {
    const message = 'A pull request needs "token", and a repository on the GitHub of this run.';
    throw new Failure({ code: 'PULL_REQUEST_FORBIDDEN', message, remedy: 'Give both, or deliver by commits.' });
  }
  const found = await github.findPullRequest(head, base);
  if (found.kind === 'unread') {
    const message = `The change lies on the branch ${head}, and GitHub cannot be asked for its pull request: ${found.reason}`;
    throw new Failure({ code: 'PULL_REQUEST_UNREAD', message, remedy: 'Run the job again.' });
  }
  if (found.value === undefined) {
    const made = await github.createPullRequest({ ...words, head, base });
    if (made.kind !== 'made') throw failure(made);
    return { url: made.url, number: made.number };
  }
  const updated = await github.updatePullRequest(found.value.number, words);
  if (updated.kind !== 'written') throw failure(updated);
  return found.value;
}
