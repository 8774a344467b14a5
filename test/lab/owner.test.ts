import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layoutOf } from './layout.ts';
import { otherOwner } from './owner.ts';
import { start, stop } from './supervise.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'owner-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('another lab owns the machine only while one of its parts runs', async () => {
  const other = layoutOf(join(folder, 'other'));
  const record = join(folder, 'record');
  const mine = layoutOf(join(folder, 'mine'));
  expect(otherOwner(mine, record)).toBeUndefined();
  writeFileSync(record, `${other.cache}\n`);
  expect(otherOwner(mine, record)).toBeUndefined();
  await start(join(other.parts, 'etcd'), { program: 'sleep', args: ['60'] }, 'one');
  expect(otherOwner(mine, record)).toBe(other.cache);
  expect(otherOwner(other, record)).toBeUndefined();
  await stop(join(other.parts, 'etcd'));
  expect(otherOwner(mine, record)).toBeUndefined();
});
