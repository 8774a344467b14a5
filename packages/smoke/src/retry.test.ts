import { describe, expect, test } from '@jest/globals';
import { mayRetry, TROUBLES, waitMs } from './retry.ts';
import { judgeFleet, judgeVersions } from './version-proof.ts';

const all = { on: TROUBLES, withinMs: 1000 };

describe('trying again', () => {
  test('is never done unless told', () => {
    expect(TROUBLES.filter((trouble) => mayRetry(trouble, { method: 'GET' }, undefined))).toEqual([]);
  });

  test("by a suite's rule sends no POST twice that may have been received", () => {
    expect(TROUBLES.filter((trouble) => mayRetry(trouble, { method: 'POST' }, all))).toEqual(['refused', 'dns']);
    expect(TROUBLES.filter((trouble) => mayRetry(trouble, { method: 'PUT' }, all))).toEqual([...TROUBLES]);
    expect(mayRetry(503, { method: 'POST', retry: all }, undefined)).toBe(true);
  });

  test("by a request's own rule is only for what it names", () => {
    expect(mayRetry('reset', { method: 'GET', retry: { on: [503], withinMs: 1 } }, all)).toBe(false);
  });

  test('waits longer each time, and no longer than five seconds', () => {
    expect([1, 2, 3, 6, 60].map(waitMs)).toEqual([250, 500, 1000, 5000, 5000]);
  });
});

describe('the version of a fleet', () => {
  test.each([
    ['proved', ['old', 'new', 'new', 'new']],
    ['mixed', ['new', 'new', 'new', 'old']],
    ['mixed', ['new', 'new']],
    ['mixed', ['new', 'new', undefined]],
    ['version-mismatch', ['old', 'older', undefined]],
    ['untold', [undefined, undefined, undefined]],
    ['untold', []],
  ])('is %s when %p was told', (kind, told) => {
    expect(judgeVersions(told, 'new', 3).kind).toBe(kind);
  });

  test.each([
    [
      'proved',
      [
        ['new', 'new'],
        ['old', 'new', 'new'],
      ],
    ],
    ['mixed', [['new', 'new'], ['new']]],
    [
      'mixed',
      [
        ['new', 'new'],
        ['new', 'old'],
      ],
    ],
    ['mixed', [['new', 'new'], [undefined]]],
    ['version-mismatch', [['old'], [undefined]]],
    ['untold', [[undefined], [undefined]]],
    ['untold', []],
  ])('is %s when its pods told %j', (kind, pods) => {
    expect(judgeFleet(pods, 'new', 2).kind).toBe(kind);
  });
});
