import { describe, expect, test } from '@jest/globals';
import {
  type ConfigCommit,
  fourKeys,
  fromConfigLog,
  fromDeployments,
  median,
  type RecordedDeployment,
  renderOpenMetrics,
} from './index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-06-01T00:00:00Z');
const SCOPE = { service: 'orders', environment: 'production' };

/** mulberry32: numbers that are the same at every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Story {
  readonly deployments: readonly RecordedDeployment[];
  readonly log: readonly ConfigCommit[];
  readonly releases: number;
  readonly failures: number;
}

const message = (digest: string, commit: string, more = ''): string =>
  `orders: ${digest}\n\nService: orders\nEnvironment: production\nFile: f\n${more}Digest: ${digest}\nSource: org/orders@${commit}\n`;

/** What happened, written down by both: GitHub's deployments, and the commits of a configuration repository. */
function tell(seed: number): Story {
  const draw = random(seed);
  const deployments: RecordedDeployment[] = [];
  const log: ConfigCommit[] = [{ at: START, message: 'Bring orders\n' }];
  let [at, good, failures] = [START, 'd0', 0];
  const count = 5 + Math.floor(draw() * 20);
  for (let n = 1; n <= count; n += 1) {
    at += Math.round(draw() * DAY) + 10;
    const [digest, commit, took] = [`d${n}`, `c${n}`, Math.round(draw() * HOUR) + 1];
    const failed = draw() < 0.3;
    // Of a release that succeeds the end counts, of one that fails when it began to harm.
    log.push({ at: failed ? at : at + took, message: message(digest, commit) });
    const end = { state: failed ? 'failure' : 'success', createdAt: at + took };
    deployments.push({ sha: commit, createdAt: at, statuses: [end, { state: 'in_progress', createdAt: at }] });
    if (failed) {
      failures += 1;
      log.push({
        at: at + took,
        message: message(good, commit, 'Kind: rollback\n').replace('Source', `Replaces: ${digest}\nSource`),
      });
    } else good = digest;
    if (draw() < 0.5) log.push({ at: at + 1, message: message('x', 'x').replace('production', 'staging') });
    if (draw() < 0.5) log.push({ at: at + 2, message: message('x', 'x').replace('Service: orders', 'Service: payments') });
    at += took;
  }
  return { deployments, log, releases: count, failures };
}

/** Commit cN was made N hours before the period's start, and each release brings its own. */
const times = (_: string | undefined, until: string) => [START - Number(until.slice(1)) * HOUR];

test('the two records tell the same four keys, a hundred times', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const { deployments, log, releases, failures } = tell(seed);
    const period = { from: START, to: START + 60 * DAY };
    const byGitHub = fourKeys(fromDeployments(deployments), period, times);
    expect(fourKeys(fromConfigLog(log, SCOPE), period, times)).toEqual(byGitHub);
    expect([byGitHub.releases, byGitHub.failures]).toEqual([releases, failures]);
  }
});

test('a commit of several services is a release of each, and of no other', () => {
  const block = (service: string, digest: string): string =>
    `Service: ${service}\nEnvironment: production\nDigest: ${digest}\nSource: org/${service}@${service}1\n`;
  const log = [{ at: START, message: `two\n\n${block('orders', 'a')}${block('payments', 'b')}` }];
  expect(fromConfigLog(log, SCOPE)).toEqual([{ commit: 'orders1', at: START, failed: false }]);
  expect(fromConfigLog(log, { ...SCOPE, service: 'payments' })).toEqual([{ commit: 'payments1', at: START, failed: false }]);
  expect(fromConfigLog(log, { ...SCOPE, service: 'none' })).toEqual([]);
});

describe('the four keys', () => {
  const releases = [
    { commit: 'a', at: START - HOUR, failed: false },
    { commit: 'b', at: START + 10 * HOUR, failed: false },
    { commit: 'c', at: START + 20 * HOUR, failed: true, restoredAt: START + 21 * HOUR },
    { commit: 'd', at: START + 30 * HOUR, failed: false },
  ];

  test('are counted by their definitions', () => {
    const asked: (string | undefined)[] = [];
    const keys = fourKeys(releases, { from: START, to: START + 2 * DAY }, (since) => {
      asked.push(since);
      return since === 'a' ? [START, START + 4 * HOUR] : [START + 10 * HOUR];
    });
    // b brought commits of 10 and 6 hours before, d one of 20; what failed between brought nothing that stayed.
    expect(asked).toEqual(['a', 'b']);
    expect(keys).toEqual({
      releases: 3,
      failures: 1,
      frequency: 1,
      leadTimeMs: 10 * HOUR,
      failureRate: 1 / 3,
      recoveryMs: HOUR,
      untraced: 0,
    });
  });

  test('of nothing are unknown, not good', () => {
    const keys = fourKeys([], { from: START, to: START + DAY }, () => undefined);
    expect(keys).toMatchObject({ frequency: 0, leadTimeMs: undefined, failureRate: undefined, recoveryMs: undefined });
    expect(renderOpenMetrics(keys, { service: 'orders' })).not.toContain('lead_time');
  });

  test('count a release without known commits for all but lead time', () => {
    const keys = fourKeys(releases, { from: START, to: START + 2 * DAY }, () => undefined);
    expect(keys).toMatchObject({ releases: 3, untraced: 2, leadTimeMs: undefined });
  });

  test('the last word counts: deployed, and then failed by its watch', () => {
    const statuses = [
      { state: 'inactive', createdAt: START + 9 },
      { state: 'success', createdAt: START + 2 },
      { state: 'failure', createdAt: START + 5 },
      { state: 'in_progress', createdAt: START + 1 },
    ];
    expect(fromDeployments([{ sha: 'a', createdAt: START, statuses }])).toEqual([
      { commit: 'a', at: START + 1, failed: true, restoredAt: START + 5 },
    ]);
  });

  test('a deployment that has no end yet is no release', () => {
    expect(fromDeployments([{ sha: 'a', createdAt: START, statuses: [{ state: 'in_progress', createdAt: START }] }])).toEqual([]);
  });
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[], undefined],
])('the median of %j is %j', (values, middle) => {
  expect(median(values)).toBe(middle);
});

test('OpenMetrics is what its readers take', () => {
  const keys = {
    releases: 2,
    failures: 1,
    frequency: 0.5,
    leadTimeMs: 1500,
    failureRate: 0.5,
    recoveryMs: undefined,
    untraced: 0,
  };
  expect(renderOpenMetrics(keys, { service: 'a"b' })).toBe(`# TYPE dora_releases gauge
# HELP dora_releases Releases in the period.
dora_releases{service="a\\"b"} 2
# TYPE dora_releases_per_day gauge
# HELP dora_releases_per_day Releases a day that did not fail.
dora_releases_per_day{service="a\\"b"} 0.5
# TYPE dora_lead_time_seconds gauge
# UNIT dora_lead_time_seconds seconds
# HELP dora_lead_time_seconds Median time from a commit to its release.
dora_lead_time_seconds{service="a\\"b"} 1.5
# TYPE dora_change_failure_ratio gauge
# UNIT dora_change_failure_ratio ratio
# HELP dora_change_failure_ratio Share of releases that failed.
dora_change_failure_ratio{service="a\\"b"} 0.5
# EOF
`);
});
