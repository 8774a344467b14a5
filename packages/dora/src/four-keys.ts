import type { DeliveredRelease } from './release.ts';

/** The stretch of time that is looked at; milliseconds since the Unix epoch. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The four keys of a service (https://dora.dev/guides/dora-metrics-four-keys), and what they were counted from. */
export interface FourKeys {
  readonly releases: number;
  readonly failures: number;
  /** Releases a day that did not fail. */
  readonly frequency: number;
  /** Median time from a commit to its release, in milliseconds, over every commit that a release brought; undefined without any. */
  readonly leadTimeMs: number | undefined;
  /** The share of releases that failed, from 0 to 1; undefined without releases. */
  readonly failureRate: number | undefined;
  /** Median time from a failed release until the service was as before, in milliseconds; undefined without any. */
  readonly recoveryMs: number | undefined;
  /** Releases whose commits are not known, so that they count for everything but lead time. */
  readonly untraced: number;
}

const DAY_MS = 86_400_000;

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/**
 * When each commit that a release brought was made: those after the release before it that did not fail.
 *
 * @returns undefined when that is not known
 */
export type CommitTimes = (since: string | undefined, until: string) => readonly number[] | undefined;

/** The four keys of a period. Releases before it tell what the first one in it brought. */
export function fourKeys(releases: readonly DeliveredRelease[], { from, to }: Period, commitTimes: CommitTimes): FourKeys {
  const ordered = releases.toSorted((a, b) => a.at - b.at);
  const within = ordered.filter(({ at }) => at >= from && at < to);
  const good = within.filter(({ failed }) => !failed);
  let untraced = 0;
  const leads = good.flatMap((release) => {
    const before = ordered.findLast(({ at, failed }) => at < release.at && !failed);
    const times = commitTimes(before?.commit, release.commit);
    if (times === undefined) untraced += 1;
    return (times ?? []).map((time) => release.at - time);
  });
  const failed = within.filter((release) => release.failed);
  const recoveries = failed.flatMap(({ at, restoredAt }) => (restoredAt === undefined ? [] : [restoredAt - at]));
  return {
    releases: within.length,
    failures: failed.length,
    frequency: good.length / ((to - from) / DAY_MS),
    leadTimeMs: median(leads),
    failureRate: within.length === 0 ? undefined : failed.length / within.length,
    recoveryMs: median(recoveries),
    untraced,
  };
}
