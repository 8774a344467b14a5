import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseStart, running, start, stop, tailOf } from './supervise.ts';

const SLEEP = { program: 'sleep', args: ['60'] };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervise-'));
});

afterEach(async () => {
  await stop(folder);
  rmSync(folder, { recursive: true });
});

describe('parseStart', () => {
  const fields = (state: string): string => [state, ...Array.from({ length: 18 }, () => '0'), '4711', '0'].join(' ');

  test('reads the start time behind a name with spaces and brackets', () => {
    expect(parseStart(`12 (a) b (c)) ${fields('S')}`)).toBe('4711');
  });

  test('takes a zombie for gone', () => {
    expect(parseStart(`12 (sleep) ${fields('Z')}`)).toBeUndefined();
  });
});

describe('a supervised process', () => {
  test('runs until it is stopped', async () => {
    const { pid } = await start(folder, SLEEP, 'one');
    expect(running(folder)).toMatchObject({ pid, fingerprint: 'one' });
    await stop(folder);
    expect(running(folder)).toBeUndefined();
  });

  test('is killed when it does not end in time', async () => {
    await start(folder, { program: 'sh', args: ['-c', 'trap "" TERM; while :; do sleep 0.1; done'] }, 'one');
    await stop(folder, 200);
    expect(running(folder)).toBeUndefined();
  });

  test('is not mistaken for another process that has its pid', async () => {
    await start(folder, SLEEP, 'one');
    const record = readFileSync(join(folder, 'process.json'), 'utf8');
    const stranger = { ...(JSON.parse(record) as object), pid: process.pid };
    writeFileSync(join(folder, 'process.json'), JSON.stringify(stranger));
    expect(running(folder)).toBeUndefined();
    writeFileSync(join(folder, 'process.json'), record);
  });

  test('leaves what it printed in its log', async () => {
    await start(folder, { program: 'sh', args: ['-c', 'echo one; echo two >&2; exec sleep 60'] }, 'one');
    for (let tries = 0; tries < 100 && tailOf(folder).length < 2; tries += 1) await new Promise((next) => setTimeout(next, 20));
    expect(tailOf(folder)).toEqual(['one', 'two']);
  });

  test('that cannot start is an error', async () => {
    await expect(start(folder, { program: '/does/not/exist', args: [] }, 'one')).rejects.toThrow('ENOENT');
  });
});
