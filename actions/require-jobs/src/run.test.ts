import { describe, expect, test } from '@jest/globals';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { action } from './action.ts';
import { run } from './run.ts';

async function concluded(results: unknown, maySkip = '') {
  const text = typeof results === 'string' ? results : JSON.stringify(results);
  const host = memoryHost({ results: text, 'may-skip': maySkip });
  const code = await runAction(action, run, host);
  return { code, report: host.written.reports[0], outputs: host.written.outputs };
}

const jobs = (results: Record<string, string>) =>
  Object.fromEntries(Object.entries(results).map(([id, result]) => [id, { result, outputs: {} }]));

describe('require-jobs', () => {
  test.each<[Record<string, string>, string, number, string]>([
    [{ a: 'success', b: 'success' }, '', 0, 'All that had to run succeeded.'],
    [{ a: 'success', b: 'skipped' }, 'b', 0, 'All that had to run succeeded (b had nothing to do).'],
    [{ a: 'success', b: 'skipped' }, '', 1, 'Not all that had to run succeeded: b skipped.'],
    [{ a: 'skipped', b: 'failure' }, 'a\nb', 1, 'Not all that had to run succeeded: b failure.'],
    [{ a: 'cancelled' }, 'a', 1, 'Not all that had to run succeeded: a cancelled.'],
  ])('of %j, %j', async (results, maySkip, code, headline) => {
    const ended = await concluded(jobs(results), maySkip);
    expect([ended.code, ended.report?.headline]).toEqual([code, headline]);
  });

  test.each<[string, unknown, string]>([
    ['no JSON', 'nothing', ''],
    ['a list', [], ''],
    ['no job at all', {}, ''],
    ['a job without a result', { a: {} }, ''],
    ['a result that GitHub does not have', jobs({ a: 'fine' }), ''],
    ['a job that may be skipped and is not there', jobs({ a: 'success' }), 'b'],
  ])('refuses %s', async (_, results, maySkip) => {
    const { code, report } = await concluded(results, maySkip);
    expect([code, report?.problems.map((problem) => problem.code)]).toEqual([1, ['RESULTS_MALFORMED']]);
  });
});
