import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheRoot, fillOnce } from './cache.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('fillOnce', () => {
  const write = (text: string) => async (temporary: string) => writeFileSync(join(temporary, 'file'), text);

  test('fills a folder the first time only', async () => {
    await fillOnce(join(folder, 'deep', 'thing'), write('one'));
    await fillOnce(join(folder, 'deep', 'thing'), write('two'));
    expect(readFileSync(join(folder, 'deep', 'thing', 'file'), 'utf8')).toBe('one');
  });

  test('leaves nothing when filling fails', async () => {
    await expect(fillOnce(join(folder, 'thing'), () => Promise.reject(new Error('no space')))).rejects.toThrow('no space');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('two that fill at once end with one good copy', async () => {
    await Promise.all([fillOnce(join(folder, 'thing'), write('one')), fillOnce(join(folder, 'thing'), write('two'))]);
    expect(readdirSync(folder)).toEqual(['thing']);
    expect(readFileSync(join(folder, 'thing', 'file'), 'utf8')).toMatch(/^(one|two)$/);
  });
});

test('the cache is where SLIPWAY_CACHE says, else in the home folder', () => {
  expect(cacheRoot({ SLIPWAY_CACHE: '/elsewhere' })).toBe('/elsewhere');
  expect(cacheRoot({})).toMatch(/\.cache\/slipway$/);
});
