import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../../..');
const README = readFileSync(join(HERE, '../README.md'), 'utf8');

/** The action, and what only it reads or everything it reads by. */
const FOLDERS = [
  'actions/contract-test',
  ...['contract', 'openapi', 'compatibility', 'config', 'dependency', 'metadata'].map((name) => `packages/${name}`),
];

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
);

const CODE = /['`]((?:[A-Z]+_)+[A-Z]+|CANCELLED)['`]/g;

/** Variables of a runner, which are written like codes. */
const isVariable = (code: string): boolean => /^GITHUB_(EVENT_PATH|HEAD_REF|REPOSITORY|SHA)$/.test(code);

const codesIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => [...text.matchAll(CODE)].map(([, code = '']) => code)).filter((code) => !isVariable(code)));

test('the README names every code of an error, and none that there is not', () => {
  const [named, used] = [codesIn([README]), codesIn(sources)];
  expect([...used].filter((code) => !named.has(code))).toEqual([]);
  expect([...named].filter((code) => !used.has(code))).toEqual([]);
  expect(used.size).toBeGreaterThan(40);
});
