import { expect, test } from '@jest/globals';
import { locked } from './lock.ts';

test('one holder at a time, and the next is told whom it waits for', async () => {
  const events: string[] = [];
  const folder = `/lock-test-${process.pid}`;
  let told = (): void => undefined;
  const somebodyWaits = new Promise<void>((resolve) => {
    told = resolve;
  });
  const report = (line: string): void => {
    events.push(line);
    told();
  };
  const second = (): Promise<void> => locked(folder, report, async () => void events.push('two runs'));
  let next: Promise<void> = Promise.resolve();
  await locked(folder, report, async () => {
    events.push('one starts');
    next = second();
    await somebodyWaits;
    events.push('one ends');
  });
  await next;
  expect(events).toEqual([
    'one starts',
    `  ...  waiting for another lab command (process ${process.pid})`,
    'one ends',
    'two runs',
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
