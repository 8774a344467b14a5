import { expect, test } from '@jest/globals';
import { readContext } from './context.ts';

test("a runner's facts are read, and what is empty is absent", () => {
  const context = readContext(
    { GITHUB_REPOSITORY: 'org/order', GITHUB_RUN_ID: '7', GITHUB_SHA: '', RUNNER_TEMP: '/t', TOKEN: 'x' },
    '/w',
  );
  expect(context).toMatchObject({
    repository: 'org/order',
    runUrl: 'https://github.com/org/order/actions/runs/7',
    apiUrl: 'https://api.github.com',
    workspace: '/w',
    temp: '/t/slipway',
  });
  expect('sha' in context).toBe(false);
  expect(context.environment('TOKEN')).toBe('x');
  expect(context.environment('NONE')).toBeUndefined();
});

test('a laptop has none of them', () => {
  expect(readContext({}, '/w')).toMatchObject({ workspace: '/w', serverUrl: 'https://github.com' });
});
