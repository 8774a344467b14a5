import { parseTrailers } from '@slipway/write-back';

/** One release of a service to an environment, from whichever record it was read. */
export interface DeliveredRelease {
  /** The commit of the service's repository. */
  readonly commit: string;
  /** When it reached the environment, in milliseconds since the Unix epoch. */
  readonly at: number;
  /** When the service was as it had been before, of a release that failed. */
  readonly restoredAt?: number;
  readonly failed: boolean;
}

/** A deployment as GitHub records it, with its statuses. */
export interface RecordedDeployment {
  readonly sha: string;
  readonly createdAt: number;
  readonly statuses: readonly { readonly state: string; readonly createdAt: number }[];
}

const ENDS = ['success', 'failure', 'error'];

/**
 * The releases that GitHub's deployments tell of.
 *
 * A job with an environment writes them: in progress when it begins, then success or failure when it ends. The last of these words
 * counts: a release that was deployed and then failed its watch has both. It was taken back by the end of its job, so the failure's
 * time is that of recovery. Deployments without an end are left out.
 */
export function fromDeployments(deployments: readonly RecordedDeployment[]): readonly DeliveredRelease[] {
  return deployments
    .flatMap(({ sha, createdAt, statuses }): readonly DeliveredRelease[] => {
      const ordered = statuses.toSorted((a, b) => a.createdAt - b.createdAt);
      const ends = ordered.filter(({ state }) => ENDS.includes(state));
      const [first, last] = [ends[0], ends.at(-1)];
      if (first === undefined || last === undefined) return [];
      if (last.state === 'success') return [{ commit: sha, at: first.createdAt, failed: false }];
      const begun = ordered.find(({ state }) => state === 'in_progress')?.createdAt ?? createdAt;
      return [{ commit: sha, at: begun, failed: true, restoredAt: last.createdAt }];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** A commit of a configuration repository: its time in milliseconds since the Unix epoch, and its message. */
export interface ConfigCommit {
  readonly at: number;
  readonly message: string;
}

/** The releases of one environment that a configuration repository's log tells of, and nothing else. */
export interface LogScope {
  readonly service: string;
  readonly environment: string;
}

/**
 * The releases that the log of a configuration repository tells of, by the trailers of update-gitops.
 *
 * A rollback is no release: it says of the release whose digest it replaces that it failed, and when the service was restored.
 */
export function fromConfigLog(commits: readonly ConfigCommit[], { service, environment }: LogScope): readonly DeliveredRelease[] {
  const ordered = commits.toSorted((a, b) => a.at - b.at);
  const releases: (DeliveredRelease & { readonly digest: string })[] = [];
  const written = ordered.flatMap(({ at, message }) => parseTrailers(message).map((trailers) => ({ at, trailers })));
  for (const { at, trailers } of written) {
    if (trailers.get('Service') !== service || trailers.get('Environment') !== environment) continue;
    const [kind, digest, source] = [trailers.get('Kind'), trailers.get('Digest'), trailers.get('Source')];
    if (kind === undefined && digest !== undefined)
      releases.push({ commit: source?.split('@').at(-1) ?? '', at, failed: false, digest });
    if (kind !== 'rollback') continue;
    const bad = releases.findLastIndex((release) => release.digest === trailers.get('Replaces') && !release.failed);
    const release = releases[bad];
    if (release !== undefined) releases[bad] = { ...release, failed: true, restoredAt: at };
  }
  return releases.map(({ digest: _, ...release }) => release);
}
