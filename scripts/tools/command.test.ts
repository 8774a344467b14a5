import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines, run } from './command.ts';

describe('run', () => {
  test('returns standard output and keeps standard error apart', async () => {
    expect(await run('sh', ['-c', 'cat; echo noise >&2'], { input: 'tea' })).toBe('tea');
  });

  test('fails with the last lines of both streams', async () => {
    const failing = run('sh', ['-c', 'echo one; echo two >&2; exit 3']);
    await expect(failing).rejects.toMatchObject({ message: expect.stringContaining('status 3'), tail: ['one', 'two'] });
  });

  test('fails when the program is missing', async () => {
    await expect(run('/does/not/exist', [])).rejects.toThrow('ENOENT');
  });

  test('appends what was printed to a log', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'command-'));
    const log = join(folder, 'logs', 'echo.log');
    await run('echo', ['one'], { log });
    await run('echo', ['two'], { log });
    expect(readFileSync(log, 'utf8')).toBe('one\ntwo\n');
    rmSync(folder, { recursive: true });
  });
});

test('lastLines counts lines, not line ends', () => {
  expect(lastLines('a\nb\nc\n', 2)).toEqual(['b', 'c']);
});
