import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const PAGE = readFileSync(join(ROOT, 'test/acceptance/contract.md'), 'utf8');
const LAST = 44;

interface Row {
  readonly number: number;
  /** Each as `path › title`. */
  readonly tests: readonly string[];
}

const rowsOf = (page: string): readonly Row[] =>
  [...page.matchAll(/^\| (\d+) \| [^|]+ \| ([^|]*) \|$/gm)].map(([, number, tests = '']) => ({
    number: Number(number),
    tests: tests.split('<br>').filter((each) => each !== ''),
  }));

/** The source with nothing escaped in its texts, so that a title is found however it is quoted. */
const unescaped = (path: string): string => readFileSync(join(ROOT, path), 'utf8').replaceAll("\\'", "'");

/** What is wrong with the tests that a row names. */
function missing({ number, tests }: Row): readonly string[] {
  if (tests.length === 0) return [`${number} names no test`];
  return tests.flatMap((each) => {
    const [, path = '', title = ''] = /^`([^`]+\.test\.ts)` › (.+)$/.exec(each) ?? [];
    if (!existsSync(join(ROOT, path)) || title === '') return [`${number}: there is no file for ${each}`];
    const text = unescaped(path);
    const found = ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote}`));
    return found ? [] : [`${number}: ${path} has no test "${title}"`];
  });
}

describe('the acceptance tests of contract-test', () => {
  test('are named for every requirement, in order', () => {
    expect(rowsOf(PAGE).map(({ number }) => number)).toEqual(Array.from({ length: LAST }, (_, index) => index + 1));
  });

  test('are all there, under the titles by which they are named', () => {
    expect(rowsOf(PAGE).flatMap(missing)).toEqual([]);
  });

  test.each([
    ['no test', '', '7 names no test'],
    ['a file that is not there', '`test/acceptance/none.test.ts` › x', '7: there is no file for'],
    ['a title that is not there', '`test/acceptance/seed-story.test.ts` › and does not keep', 'has no test "and does not keep"'],
    ['a half of a title', '`test/acceptance/seed-story.test.ts` › another text under a rule', 'has no test'],
  ])('would be missed by %s', (_, tests, problem) => {
    const [row] = rowsOf(`| 7 | x | ${tests} |\n`);
    expect(row === undefined ? [] : missing(row)).toEqual([expect.stringContaining(problem)]);
  });
});

/** The pages that may leave a row open; a title in them may be the beginning of one that is made of several. */
const OPEN_PAGES = ['scan.md', 'scan-data.md', 'deploy.md', 'gitops.md', 'watch.md', 'smoke.md'];

/** What a page names that is not there: files in backquotes, and titles after `›` in the file that was named last. */
function gone(page: string): readonly string[] {
  let path = '';
  return page.split('\n').flatMap((line) => {
    const parts = line.matchAll(/`([\w./-]+\.(?:test\.ts|md))`|› ([^;|]+?)\s*(?=;|\||$)/g);
    return [...parts].flatMap(([, file, title]) => {
      if (file !== undefined) {
        path = file;
        return existsSync(join(ROOT, file)) ? [] : [`there is no ${file}`];
      }
      if (path === '') return [];
      return unescaped(path).includes(title ?? '') ? [] : [`${path} has no test "${title}"`];
    });
  });
}

describe.each(OPEN_PAGES)('the acceptance tests of %s', (name) => {
  test('are all there', () => {
    expect(gone(readFileSync(join(ROOT, 'test/acceptance', name), 'utf8'))).toEqual([]);
  });
});

test.each([
  ['a file that is not there', '| 1 | x | `test/acceptance/none.test.ts` |', 'there is no test/acceptance/none.test.ts'],
  ['a title that is not there', '| 1 | x | `test/acceptance/seed-story.test.ts` › and never |', 'has no test "and never"'],
  ['a second title that is not', '| 1 | x | `test/acceptance/seed-story.test.ts` › another text; › and never |', 'has no test'],
])('an open page would be missed by %s', (_, line, problem) => {
  expect(gone(line)).toEqual([expect.stringContaining(problem)]);
});
