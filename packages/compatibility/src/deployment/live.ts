/** What is known of one deployment: its commit, and the latest thing that was said of it. */
export interface DatedDeployment {
  readonly sha: string;
  /** The state of the latest status; undefined when nothing was said yet. */
  readonly state: string | undefined;
  /** When that was said, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** A commit that serves, or is about to. */
export interface LiveCommit {
  readonly sha: string;
  readonly rollout: 'finished' | 'in-progress';
}

/**
 * The commits that are live: the newest successes, by the time of their status, and every rollout that began after the newest.
 *
 * A rollback is an old commit with a new deployment, so commits say nothing about the order. GitHub sets older deployments
 * inactive by itself, but not those to an environment of production, so several may still say success.
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status (auto_inactive)
 *
 * @param versions how many commits serve at the same time once nothing is rolled out.
 */
export function liveCommits(deployments: readonly DatedDeployment[], versions: number): readonly LiveCommit[] {
  const newest = [...deployments].sort((a, b) => b.at - a.at);
  const successes = newest.filter(({ state }) => state === 'success');
  const finished = [...new Set(successes.map(({ sha }) => sha))].slice(0, versions);
  const since = successes[0]?.at ?? Number.NEGATIVE_INFINITY;
  const started = newest.filter(({ state, at, sha }) => state === 'in_progress' && at > since && !finished.includes(sha));
  return [
    ...finished.map((sha): LiveCommit => ({ sha, rollout: 'finished' })),
    ...[...new Set(started.map(({ sha }) => sha))].map((sha): LiveCommit => ({ sha, rollout: 'in-progress' })),
  ];
}
