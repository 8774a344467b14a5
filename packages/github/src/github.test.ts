import { describe, expect, test } from '@jest/globals';
import { fitDescription, outcomeOfRefusal, pauseAfter, type Refusal, renderCommitStatus, stateOfJobs } from './index.ts';

const refused = (status: number, message = 'no', headers: Refusal['headers'] = {}): Refusal => ({ status, message, headers });
const unreachable: Refusal = { message: 'https://api did not answer: refused.', headers: {} };

describe('a description', () => {
  test.each([
    ['is kept', 'Stopped in stage 2 (test).', 'Stopped in stage 2 (test).'],
    ['of 140 characters is kept', 'x'.repeat(140), 'x'.repeat(140)],
    ['that is longer is cut, and says so', 'x'.repeat(141), `${'x'.repeat(139)}…`],
    ['is not cut to a blank before its mark', `${'x'.repeat(138)} and more`, `${'x'.repeat(138)}…`],
    ['loses the characters that GitHub refuses', '🚀 Größe ✓ 🐛', 'Größe ✓'],
    ['counts characters, not bytes', 'ß'.repeat(140), 'ß'.repeat(140)],
  ])('%s', (_, text, expected) => {
    expect(fitDescription(text)).toBe(expected);
  });

  test('is cut in the body, and a target that is not there is left out', () => {
    const status = { sha: 'a', state: 'success', context: 'c', description: 'y'.repeat(200) } as const;
    expect(renderCommitStatus(status)).toEqual({ state: 'success', context: 'c', description: `${'y'.repeat(139)}…` });
    expect(renderCommitStatus({ ...status, targetUrl: 'https://x' })).toHaveProperty('target_url', 'https://x');
  });
});

test.each([
  [['success', 'success'], 'success'],
  [['success', 'skipped'], 'success'],
  [['success', 'failure', 'skipped'], 'failure'],
  [['cancelled', 'failure'], 'failure'],
  [['success', 'cancelled', 'skipped'], 'error'],
  [['skipped', 'skipped'], 'error'],
  [[], 'error'],
] as const)('jobs that ended with %j come to %s', (results, state) => {
  expect(stateOfJobs(results)).toBe(state);
});

describe('a refused request', () => {
  test.each<[string, Refusal, number, number | undefined]>([
    ['after a server error is sent again a second later', refused(502), 1, 1000],
    ['after a second server error is given twice the time', refused(502), 2, 2000],
    ['without an answer is sent again', unreachable, 1, 1000],
    ['is given up after the fourth attempt', unreachable, 4, undefined],
    ['for its content is never sent again', refused(422), 1, undefined],
    ['for want of rights is never sent again', refused(403, 'Resource not accessible by integration'), 1, undefined],
    ['for its rate waits as long as it is told', refused(403, 'slow', { 'retry-after': '7' }), 1, 7000],
    ['for its rate (429) waits a minute when no time is told', refused(429), 1, 60_000],
    ['for its rate is known by its words alone', refused(403, 'You have exceeded a secondary rate limit'), 1, 60_000],
    [
      'for the hourly limit waits until it is over',
      refused(403, 'x', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '130' }),
      1,
      30_000,
    ],
    ['that would have to wait too long is given up', refused(429, 'slow', { 'retry-after': '3600' }), 1, undefined],
    ['is not put off by a time that is no number', refused(429, 'slow', { 'retry-after': 'soon' }), 1, 60_000],
  ])('%s', (_, refusal, attempt, pause) => {
    expect(pauseAfter(refusal, attempt, 100_000)).toBe(pause);
  });

  test.each([
    [refused(403, 'Resource not accessible by integration'), 'not-permitted'],
    [refused(403, 'Resource not accessible by personal access token'), 'not-permitted'],
    [refused(403, 'Resource protected by organization SAML enforcement'), 'GITHUB_REFUSED'],
    [refused(403, 'You have exceeded a secondary rate limit'), 'GITHUB_RATE_LIMITED'],
    [refused(401, 'Bad credentials'), 'GITHUB_REFUSED'],
    [refused(404, 'Not Found'), 'GITHUB_REFUSED'],
    [refused(422, 'Validation Failed'), 'GITHUB_REFUSED'],
    [refused(503), 'GITHUB_UNAVAILABLE'],
    [unreachable, 'GITHUB_UNREACHABLE'],
  ])('%j comes to %s', (refusal, expected) => {
    const outcome = outcomeOfRefusal(refusal);
    expect(outcome.kind === 'failed' ? outcome.problem.code : outcome.kind).toBe(expected);
  });
});
