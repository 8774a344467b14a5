import { Failure } from '@slipway/failure';
import type { Clock } from '@slipway/system';
import { type ConfigRepository, compareRuns, type Entry } from '@slipway/write-back';

/** What is asked of the configuration repository's history. */
export interface History {
  /** Brings what is new here when a revision is not known to have our commit. */
  learn(revisions: readonly string[]): Promise<void>;
  /** Whether a revision has our commit. */
  contains(revision: string): boolean;
  /** The write of a newer run of the service that a revision has. */
  newer(revision: string): Promise<Entry | undefined>;
}

/** Which write is ours. */
export interface Ours {
  readonly branch: string;
  readonly commit: string;
  readonly service: string;
  readonly file: string;
}

/** An older revision, or one of another branch, would otherwise have the server asked at every look. */
const AGAIN_MS = 10_000;

/** The history of the branch. Rejects with GIT_FAILED, or with COMMIT_ABSENT when the branch does not have our commit. */
export async function historyOf(repository: ConfigRepository, clock: Clock, ours: Ours): Promise<History> {
  const { branch, commit, service, file } = ours;
  const first = await repository.fetch(branch);
  if ('kind' in first) {
    const message = `The configuration repository could not be read: ${first.said}`;
    throw new Failure({ code: 'GIT_FAILED', message, remedy: 'Check "repository", "branch" and that "token" may read it.' });
  }
  let having = new Set(await repository.since(commit, first.commit));
  if (having.size === 0) {
    const message = `Branch ${branch} does not have the commit ${commit.slice(0, 12)} any more, or never had it.`;
    throw new Failure({ code: 'COMMIT_ABSENT', message, remedy: 'Check "commit" and "branch"; was the history rewritten?' });
  }
  const own = await repository.lastEntry(commit, service, file);
  let fetched = clock.now();
  return {
    learn: async (revisions) => {
      if (revisions.every((revision) => having.has(revision)) || clock.now() - fetched < AGAIN_MS) return;
      fetched = clock.now();
      const head = await repository.fetch(branch);
      if (!('kind' in head)) having = new Set(await repository.since(commit, head.commit));
    },
    contains: (revision) => having.has(revision),
    newer: async (revision) => {
      const last = await repository.lastEntry(revision, service, file);
      return last !== undefined && own !== undefined && compareRuns(last.run, own.run) > 0 ? last : undefined;
    },
  };
}
