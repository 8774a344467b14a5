import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Package } from '@slipway/inventory';
import { nodeFiles } from '@slipway/system/node';
import { strToU8, zipSync } from 'fflate';
import { ageProblem } from './age.ts';
import { readDatabase } from './database.ts';

const advisory = (id: string, name: string): string =>
  JSON.stringify({
    id,
    modified: '2026-01-02T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name }, versions: ['1.0.0'] }],
  });

const packages: readonly Package[] = [
  { ecosystem: 'npm', name: 'Foo_bar', version: '1.0.0', dev: false, direct: true, location: { file: 'package-lock.json' } },
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2026-01-01T00:00:00Z',
  });

const good = zip({ 'A.json': advisory('A', 'foo-bar'), 'B.json': advisory('B', 'other'), 'C.json': advisory('C', 'Foo_bar') });
const read = (path: string, digest?: string) => readDatabase(join(folder, path), packages, nodeFiles('/'), digest);

describe('a database', () => {
  test.each(['npm/all.zip', 'npm.zip', 'osv-scalibr/npm/all.zip', 'all.zip'])(
    'as %s keeps only what may be about the packages',
    async (path) => {
      put(path, good);
      const { count, advisories, id } = await read('.');
      expect([count, advisories.map((each) => each.id), id]).toEqual([
        3,
        ['A', 'C'],
        expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      ]);
    },
  );

  test('as files of a folder gives the same advisories', async () => {
    for (const id of ['A', 'C']) put(`npm/${id}.json`, advisory(id, 'Foo_bar'));
    expect((await read('.')).advisories.map((each) => each.id).sort()).toEqual(['A', 'C']);
  });

  test('of which no advisory is about an ecosystem of the packages is an error, however it lies there', async () => {
    put('all.zip', zip({ 'A.json': advisory('A', 'Foo_bar').replace('npm', 'PyPI') }));
    put('B.json', advisory('B', 'Foo_bar').replace('npm', 'Debian:12'));
    await expect(read('.')).rejects.toThrow('DATABASE_MISSING');
    put('C.json', advisory('C', 'Foo_bar'));
    expect((await read('.')).count).toBe(3);
  });

  test('is read whole when there are no packages', async () => {
    put('npm/all.zip', good);
    expect((await readDatabase(folder, [], nodeFiles('/'))).count).toBe(3);
  });

  test('may spell a name with escapes', async () => {
    put('all.zip', zip({ 'A.json': advisory('A', 'Foo_bar').replace('Foo', '\\u0046oo') }));
    expect((await read('.')).advisories).toHaveLength(1);
  });

  test.each<[string, Uint8Array, string]>([
    ['that is cut off', good.subarray(0, good.length - 40), 'DATABASE_MALFORMED'],
    ['that is no archive', strToU8('hello'), 'DATABASE_MALFORMED'],
    ['with a byte changed', good.map((byte, index) => (index === 60 ? byte ^ 1 : byte)), 'DATABASE_MALFORMED'],
    ['without an advisory', zip({ 'README.md': 'x' }), 'DATABASE_EMPTY'],
    ['with a name that leads out of it', zip({ '../A.json': advisory('A', 'x') }), 'DATABASE_UNSAFE'],
    ['with an advisory larger than any', zipSync({ 'A.json': new Uint8Array(40 * 2 ** 20) }), 'DATABASE_UNSAFE'],
    ['with a file that is no JSON', zip({ 'A.json': '{"name": "other"' }), 'DATABASE_MALFORMED'],
    ['with an advisory of another shape', zip({ 'A.json': '{"id":"A","affected":{"name":"Foo_bar"}}' }), 'DATABASE_MALFORMED'],
  ])('%s is an error', async (_, bytes, code) => {
    put('npm/all.zip', bytes);
    await expect(read('.')).rejects.toThrow(code);
  });

  test('that is not there, is empty, lacks an ecosystem or is another one is an error', async () => {
    await expect(read('absent')).rejects.toThrow('DATABASE_MISSING');
    await expect(read('.')).rejects.toThrow('DATABASE_EMPTY');
    put('PyPI/all.zip', good);
    await expect(read('.')).rejects.toThrow('DATABASE_MISSING');
    put('npm/all.zip', good);
    await expect(read('.', 'sha256:0')).rejects.toThrow('DATABASE_DIGEST');
  });
});

test.each<[string, number, number | undefined, string | undefined]>([
  ['fresh', 3, 5, undefined],
  ['stale', 10, 2, 'DATABASE_STALE'],
  ['without a limit', 10, undefined, undefined],
  ['of the future', -30, undefined, 'DATABASE_FUTURE'],
])('a database that is %s', (_, ageHours, limit, code) => {
  const hour = 3_600_000;
  const problem = ageProblem({ id: 'x', madeAt: -ageHours * hour }, 0, limit === undefined ? limit : limit * hour);
  expect(problem?.code).toBe(code);
});
