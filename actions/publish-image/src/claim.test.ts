import { describe, expect, test } from '@jest/globals';
import { claimsTo, movingTagProblem, recentClaims, renderClaim } from './claim.ts';

const [A, B] = ['a'.repeat(40), 'b'.repeat(40)] as [string, string];

describe('claims', () => {
  test('are tags that are read as they were written, highest first, and belong to one moving tag', () => {
    const tags = [renderClaim('v1', 2, A), renderClaim('v1', 12, B), renderClaim('v1.2', 3, A), 'v1', 'v1.000001.short', A];
    expect(claimsTo('v1', tags)).toEqual([
      { tag: `v1.000012.${B}`, order: 12, commit: B },
      { tag: `v1.000002.${A}`, order: 2, commit: A },
    ]);
    expect(claimsTo('v1.2', tags).map(({ order }) => order)).toEqual([3]);
  });

  test('that count are the highest and those written at the same time', () => {
    const tags = Array.from({ length: 20 }, (_, index) => renderClaim('latest', index, A));
    expect(recentClaims(claimsTo('latest', tags)).map(({ order }) => order)).toEqual([19, 18, 17, 16, 15, 14]);
    expect(recentClaims([])).toEqual([]);
  });

  test.each([
    [80, undefined],
    [81, 'TAG_MALFORMED'],
  ])('a moving tag of %d characters: %s', (length, code) => {
    expect(movingTagProblem('x'.repeat(length))?.code).toBe(code);
    expect(renderClaim('x'.repeat(80), 1, A)).toHaveLength(128);
  });
});
