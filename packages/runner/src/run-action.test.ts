import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { defineAction, secret, text } from '@slipway/metadata';
import { memoryLog } from '@slipway/system/memory';
import { withinLimits } from './annotations.ts';
import { memoryHost } from './memory/index.ts';
import type { Annotation, Run } from './outcome.ts';
import { runAction } from './run-action.ts';

const action = defineAction({
  name: 'example',
  title: 'Example',
  description: 'An example',
  branding: { icon: 'box', color: 'blue' },
  inputs: { service: text('The service', { required: true }), token: secret('The token') },
  outputs: { imageDigest: 'The digest' },
  permissions: {},
});

const passing: Run<typeof action> = async ({ service }) => ({
  verdict: 'pass',
  headline: `${service} is well.`,
  outputs: { imageDigest: 'sha256:1' },
});

describe('an action', () => {
  test('that passes writes outputs, report and summary, and exits with 0', async () => {
    const host = memoryHost({ service: 'order' });
    expect(await runAction(action, passing, host)).toBe(0);
    expect(host.written.outputs).toEqual({ 'image-digest': 'sha256:1', verdict: 'pass', report: '/temp/example.json' });
    expect(host.written.annotations).toEqual([]);
    expect(host.written.reports[0]).toMatchObject({
      schema: 'slipway.report/v1',
      action: 'example',
      verdict: 'pass',
      problems: [],
    });
  });

  test.each(['fail', 'inconclusive'] as const)(
    'that ends with %s exits with 1 and is never without an error annotation',
    async (verdict) => {
      const host = memoryHost({ service: 'order' });
      const run: Run<typeof action> = async () => ({ verdict, headline: 'Nobody knows.', outputs: { imageDigest: undefined } });
      expect(await runAction(action, run, host)).toBe(1);
      expect(host.written.annotations).toEqual([expect.objectContaining({ level: 'error', message: 'Nobody knows.' })]);
      expect(host.written.outputs).toMatchObject({ verdict, 'image-digest': '' });
    },
  );

  test('with bad input does not run', async () => {
    let ran = false;
    const host = memoryHost({});
    const run: Run<typeof action> = async (...given) => {
      ran = true;
      return passing(...given);
    };
    expect(await runAction(action, run, host)).toBe(1);
    expect(ran).toBe(false);
    expect(host.written.outputs['verdict']).toBe('error');
  });

  test('that fails tells every problem, on its line', async () => {
    const host = memoryHost({ service: 'order' });
    const problems = [
      { code: 'A', message: 'a.', location: { file: 'x.yml', line: 2, column: 3 } },
      { code: 'B', message: 'b.', remedy: 'Mend it.' },
    ];
    expect(await runAction(action, () => Promise.reject(new Failure(problems)), host)).toBe(1);
    expect(host.written.annotations).toEqual([
      { level: 'error', title: 'A', message: 'a.', file: 'x.yml', line: 2, column: 3 },
      { level: 'error', title: 'B', message: 'b. Mend it.' },
    ]);
  });

  test('with a defect says so in one line, and keeps the stack for debugging', async () => {
    const log = memoryLog();
    const host = memoryHost({ service: 'order' }, { log });
    expect(await runAction(action, () => Promise.reject(new TypeError('x is not a function')), host)).toBe(1);
    expect(host.written.annotations[0]).toMatchObject({
      title: 'DEFECT',
      message: expect.stringContaining('x is not a function'),
    });
    expect(log.lines.filter((line) => line.startsWith('debug: TypeError'))).toHaveLength(1);
  });

  test('masks its secrets before it does anything', async () => {
    const log = memoryLog();
    const run: Run<typeof action> = async (inputs, ...rest) => {
      expect(log.masked).toEqual(['hunter2']);
      return passing(inputs, ...rest);
    };
    expect(await runAction(action, run, memoryHost({ service: 'x', token: 'hunter2' }, { log }))).toBe(0);
  });
});

test('annotations keep within what a step may show, worst first, and count the rest', () => {
  const of = (level: Annotation['level'], count: number): Annotation[] =>
    Array.from({ length: count }, (_, index) => ({ level, title: `${level} ${index}`, message: '' }));
  const shown = withinLimits([...of('warning', 3), ...of('error', 25)]);
  expect(shown.map(({ level }) => level)).toEqual([...Array(10).fill('error'), ...Array(3).fill('warning')]);
  expect(shown[9]?.message).toBe('16 more of this kind are listed in the job summary.');
});
