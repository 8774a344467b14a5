import { describe, expect, test } from '@jest/globals';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryHttp } from '@slipway/system/memory';
import { strToU8, zipSync } from 'fflate';
import { action } from '../action.ts';
import { runWith } from '../run.ts';

const run = runWith(() => {
  throw new Error('A scan asks nothing of GitHub.');
});

const LOCK = JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/a': { version: '1.0.0' } } });
const NOW = Date.parse('2026-11-27T12:00:00Z');

const advisory = (modified: string): string =>
  JSON.stringify({
    id: 'A',
    modified,
    affected: [{ package: { ecosystem: 'npm', name: 'other' }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] }],
  });

/** How a scan ends that takes this from a server, or nothing when there is none. */
async function scan(inputs: Record<string, string>, files: Record<string, string> = {}, body?: Uint8Array, modified = '') {
  const http = memoryHttp(() => body && { status: 200, headers: { 'last-modified': modified }, body });
  const ports = { files: memoryFiles({ 'package-lock.json': LOCK, ...files }), clock: memoryClock(NOW), http };
  const host = memoryHost(inputs, ports);
  const exit = await runAction(action, run, host);
  return { exit, codes: host.written.reports[0]?.problems.map(({ code }) => code), annotations: host.written.annotations };
}

describe('the age of a database', () => {
  test.each<[modified: string, limit: string | undefined, code: string | undefined]>([
    ['2026-11-27T00:00:00Z', '1d', undefined],
    ['2026-11-25T11:00:00Z', '2d', 'DATABASE_STALE'],
    ['2020-01-01T00:00:00Z', undefined, undefined],
    ['2026-12-24T00:00:00Z', undefined, 'DATABASE_FUTURE'],
    ['2026-12-24T00:00:00Z', '9000d', 'DATABASE_FUTURE'],
  ])('of %s with the limit %s: %s', async (modified, limit, code) => {
    const inputs = { database: 'osv', ...(limit && { 'max-database-age': limit }) };
    const { exit, codes } = await scan(inputs, { 'osv/npm/A.json': advisory(modified) });
    expect({ exit, codes }).toEqual({ exit: code === undefined ? 0 : 1, codes: code === undefined ? [] : [code] });
  });

  test('is that of its oldest part', async () => {
    const files = {
      'requirements.txt': 'flask==1.0\n',
      'osv/npm/A.json': advisory('2026-11-27T00:00:00Z'),
      'osv/PyPI/A.json': advisory('2026-01-01T00:00:00Z'),
    };
    const inputs = { database: 'osv', lockfiles: 'package-lock.json\nrequirements.txt', 'max-database-age': '7d' };
    expect((await scan(inputs, files)).codes).toEqual(['DATABASE_STALE']);
  });
});

describe('a database that is fetched', () => {
  const body = zipSync({ 'A.json': strToU8(advisory('2026-01-01T00:00:00Z')) }, { mtime: '2026-01-01' });

  test('is judged by when its server says that it was made', async () => {
    const made = 'Fri, 27 Nov 2026 09:00:00 GMT';
    expect((await scan({ 'max-database-age': '1d' }, {}, body, made)).exit).toBe(0);
    expect((await scan({ 'max-database-age': '2h' }, {}, body, made)).codes).toEqual(['DATABASE_STALE']);
    expect((await scan({ 'max-database-age': '1d' }, {}, body)).codes).toEqual(['DATABASE_STALE']);
  });

  test('is not needed where there is nothing to judge, and that is allowed', async () => {
    const files = { 'package-lock.json': '{"lockfileVersion":3,"packages":{}}' };
    expect(await scan({ 'allow-nothing': 'true' }, files)).toMatchObject({ exit: 0, codes: [] });
    expect((await scan({ 'allow-nothing': 'true', database: 'osv' }, { ...files, 'osv/README.md': '' })).codes).toEqual([
      'DATABASE_EMPTY',
    ]);
  });

  test('and cannot be had is an error', async () => {
    expect((await scan({})).codes).toEqual(['DATABASE_UNREACHABLE']);
  });

  test.each([
    [5, 0, []],
    [7, 1, ['DATABASE_STALE']],
  ])('and was kept %i days ago ends, offline, with %i', async (days, exit, codes) => {
    const files = memoryFiles({ 'package-lock.json': LOCK });
    const made = 'Fri, 27 Nov 2026 12:00:00 GMT';
    const online = memoryHttp(() => ({ status: 200, headers: { 'last-modified': made }, body }));
    await runAction(action, run, memoryHost({ 'database-cache': 'kept' }, { files, clock: memoryClock(NOW), http: online }));
    const clock = memoryClock(NOW + days * 86_400_000 - 60_000);
    const host = memoryHost({ 'database-cache': 'kept' }, { files, clock });
    expect(await runAction(action, run, host)).toBe(exit);
    expect(host.written.reports[0]?.problems.map(({ code }) => code)).toEqual(codes);
    const warnings = host.written.annotations.filter(({ level }) => level === 'warning');
    expect(warnings.map(({ message }) => message)).toEqual(exit === 0 ? [expect.stringContaining('2026-11-27 12:00')] : []);
  });

  test.each([
    ['http://mirror.example', undefined, ['DATABASE_URL']],
    ['http://mirror.example', `sha256:${'0'.repeat(64)}`, ['DATABASE_DIGEST']],
    ['http://127.0.0.1:1', undefined, []],
    ['mirror', undefined, ['DATABASE_URL']],
  ])('from %s with the digest %s: %j', async (url, digest, codes) => {
    const inputs = { 'database-url': url, ...(digest && { 'database-digest': digest }) };
    expect((await scan(inputs, {}, body)).codes).toEqual(codes);
  });

  test('from a registry must be named by its digest', async () => {
    expect((await scan({ database: 'oci://registry.example/osv:latest' })).codes).toEqual(['DATABASE_DIGEST']);
    expect((await scan({ database: 'oci://osv' })).codes).toEqual(['REFERENCE_MALFORMED']);
  });
});
