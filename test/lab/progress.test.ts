import { describe, expect, test } from '@jest/globals';
import { CommandFailure } from '../../scripts/tools/index.ts';
import { progressTo, renderDuration, renderFailure, StepFailure } from './progress.ts';

function clock(...times: number[]): () => number {
  return () => times.shift() ?? 0;
}

describe('progressTo', () => {
  test('shows the start and the end of a step with its time', async () => {
    const lines: string[] = [];
    expect(await progressTo((line) => lines.push(line), clock(0, 1500)).step('boil', async () => 'tea')).toBe('tea');
    expect(lines).toEqual(['  ...  boil', '  ok   boil (1.5 s)']);
  });

  test('names the step that failed, with what the command printed last', async () => {
    const lines: string[] = [];
    const failing = progressTo((line) => lines.push(line), clock(0, 200)).step('boil', async () => {
      throw new CommandFailure('kettle: ended with status 1', 'no water\n', '/logs/kettle');
    });
    await expect(failing).rejects.toMatchObject({ step: 'boil', tail: ['no water'], log: '/logs/kettle' });
    expect(lines.at(-1)).toBe('  FAIL boil (0.2 s)');
  });

  test('keeps the failing part of a step within a step', async () => {
    const inner = new StepFailure('kubelet', 'the process ended', [], undefined);
    const failing = progressTo(() => undefined).step('start', () => Promise.reject(inner));
    await expect(failing).rejects.toBe(inner);
  });
});

test.each([
  [0, '0.0 s'],
  [59_940, '59.9 s'],
  [272_000, '4 min 32 s'],
])('renders %d ms as %s', (ms, text) => {
  expect(renderDuration(ms)).toBe(text);
});

test('renders at most the last 30 log lines of a failure', () => {
  const tail = Array.from({ length: 40 }, (_, index) => `line ${index}`);
  const lines = renderFailure(new StepFailure('etcd', 'the process ended', tail, '/logs/etcd')).split('\n');
  expect(lines[0]).toBe('lab: etcd failed: the process ended');
  expect(lines[1]).toBe('    line 10');
  expect(lines.at(-1)).toBe('whole log: /logs/etcd');
});
