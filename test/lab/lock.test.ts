import { expect, test } from '@jest/globals';
import { locked } from './lock.ts';

test('one holder at a time, and the next is told whom it waits for', async () => {
  const events: string[] = [];
  const folder = `/lock-test-${process.pid}`;
  const hold = (name: string) =>
    locked(
      folder,
      (line) => events.push(line),
      async () => {
        events.push(`${name} starts`);
        await new Promise((next) => setTimeout(next, 50));
        events.push(`${name} ends`);
      },
    );
  await Promise.all([hold('one'), hold('two')]);
  expect(events).toEqual([
    'one starts',
    `  ...  waiting for another lab command (process ${process.pid})`,
    'one ends',
    'two starts',
    'two ends',
  ]);
});

test('a failing holder lets the next one in', async () => {
  const folder = `/lock-test-fail-${process.pid}`;
  const fail = locked(
    folder,
    () => undefined,
    () => Promise.reject(new Error('broken')),
  );
  await expect(fail).rejects.toThrow('broken');
  await expect(
    locked(
      folder,
      () => undefined,
      () => Promise.resolve('in'),
    ),
  ).resolves.toBe('in');
});
