import { describe, expect, test } from '@jest/globals';
import { compilePattern } from './pattern.ts';

// Each of these was judged alike by the Pact command line, version 18.1.2.
describe('a pattern of a contract', () => {
  test.each([
    ['^a', 'ab', false],
    ['a|b', 'ab', false],
    ['a.*?', 'abc', true],
    ['\\Ax\\z', 'x', true],
    ['(?i)^x$', 'X', true],
    ['^x$', 'x\ny', false],
    ['^[[:alpha:]]$', 'z', true],
    ['^a\\-b\\_c\\@$', 'a-b_c@', true],
    ['^.$', '😀', true],
    ['^\\p{L}+$', 'é', true],
    ['^(?=a)ab', 'ab', true],
  ])('%s and the text %j', (pattern, text, fits) => {
    expect(compilePattern(pattern).test(text)).toBe(fits);
  });

  test.each(['(', '[a', 'a{2,1}', '*'])('%s is none', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(SyntaxError);
  });

  test('that would keep another engine busy for ever is soon done', () => {
    expect(compilePattern('(a+)+').test(`${'a'.repeat(50_000)}!`)).toBe(false);
  });
});
