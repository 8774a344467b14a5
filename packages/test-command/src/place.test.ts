import { describe, expect, test } from '@jest/globals';
import { placeOf } from './place.ts';

const failure = (detail: string, file?: string, line?: number) =>
  placeOf({ name: 'x', result: 'failed', seconds: 0, detail, ...(file && { file }), ...(line && { line }) }, '/ws', '.');

describe('the place of a failure', () => {
  test.each([
    ['what the report states', failure('at /ws/src/a.ts:1:1', 'test/a.test.ts', 7), { file: 'test/a.test.ts', line: 7 }],
    [
      "the frame in the test's file",
      failure('at /ws/src/a.ts:1:1\nat /ws/test/a.test.ts:9:2', '/ws/test/a.test.ts'),
      { file: 'test/a.test.ts', line: 9 },
    ],
    [
      'the first frame of ours',
      failure('at /ws/node_modules/x/i.js:2:2\nat /usr/lib/y.js:1:1\nat /ws/src/a.ts:4:1'),
      { file: 'src/a.ts', line: 4 },
    ],
    ["Python's frames", failure('  File "/ws/app/pay.py", line 31, in charge'), { file: 'app/pay.py', line: 31 }],
    ["Go's frames", failure('    sum_test.go:12: got 2, want 3'), { file: 'sum_test.go', line: 12 }],
    ['the file alone', failure('no stack', 'test/a.test.ts'), { file: 'test/a.test.ts' }],
    ['nowhere', failure('no stack'), undefined],
  ])('is %s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
