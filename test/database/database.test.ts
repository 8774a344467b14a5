import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openArtefact, openExport } from '@slipway/advisory-database';
import { Failure } from '@slipway/failure';
import type { Package } from '@slipway/inventory';
import { digestOf, type ImageReference, registryReader } from '@slipway/oci';
import type { Clock } from '@slipway/system';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { strToU8, zipSync } from 'fflate';
import { type FaultRegistry, startFaultRegistry } from '../registry/server.ts';
import type { Fate } from './server.ts';

const one = (ecosystem: string): Package => ({
  ecosystem,
  name: 'a',
  version: '1.0.0',
  dev: false,
  direct: true,
  location: { file: 'lock' },
});

const archiveOf = (ecosystem: string, ...ids: readonly string[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      ids.map((id) => {
        const affected = [{ package: { ecosystem, name: 'a' }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] }];
        return [`${id}.json`, strToU8(JSON.stringify({ id, modified: '2026-01-01T00:00:00Z', affected }))];
      }),
    ),
    { mtime: '2026-01-01' },
  );

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it went well',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );

/** A clock that does not wait, so that a test of back-off takes no time; what else moves is the machine's. */
const impatient: Clock = { ...nodeClock, sleep: async () => undefined };

let server: ChildProcess;
let url = '';
let folder = '';

beforeAll(async () => {
  server = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) => server.stdout?.once('data', (text) => resolve(String(text).trim())));
  url = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
});

let base = '';
let round = 0;

beforeEach(() => {
  // Each test has a part of the server to itself.
  base = `${url}/${++round}`;
  folder = mkdtempSync(join(tmpdir(), 'database-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (ecosystem: string, bytes: Uint8Array, modified = 'Fri, 27 Nov 2026 10:00:00 GMT'): Promise<unknown> =>
  fetch(`${base}/${ecosystem}/all.zip`, { method: 'PUT', body: bytes, headers: { 'last-modified': modified } });

const fate = (ecosystem: string, ...fates: readonly Fate[]): Promise<unknown> =>
  fetch(`${base}/${ecosystem}/all.zip`, { method: 'POST', body: JSON.stringify(fates) });

async function asked(): Promise<readonly number[]> {
  const seen = (await (await fetch(`${url}/seen`)).json()) as { path: string; status: number }[];
  return seen.filter(({ path }) => path.startsWith(`/${round}/`)).map(({ status }) => status);
}

const open = (ecosystems: readonly string[], clock = impatient, from = base) =>
  openExport({ url: from, folder }, ecosystems.map(one), {
    http: nodeHttp,
    files: nodeFiles(folder),
    clock,
    log: memoryLog(),
  });

describe('the export', () => {
  test('is fetched once, asked for again by its tag, and replaced when there is a newer one', async () => {
    const later = (minutes: number) => ({ ...impatient, now: () => Date.now() + minutes * 60_000 });
    await put('npm', archiveOf('npm', 'A'));
    const first = await open(['npm']);
    expect(first).toMatchObject({ database: { count: 1, madeAt: Date.parse('2026-11-27T10:00:00Z') }, warnings: [] });
    expect((await open(['npm'], later(9))).database).toEqual(first.database);
    expect(await asked()).toEqual([200]);
    expect((await open(['npm'], later(11))).database.id).toBe(first.database.id);
    expect(await asked()).toEqual([200, 304]);
    for (const [index, ids] of [['A', 'B'], ['A', 'B', 'C'], ['A']].entries()) {
      await put('npm', archiveOf('npm', ...ids));
      expect((await open(['npm'], later(22 + 11 * index))).database.count).toBe(ids.length);
    }
    expect(await asked()).toEqual([200, 304, 200, 200, 200]);
    // The newest and the one before it, which an earlier job may be reading.
    expect(readdirSync(join(folder, 'npm')).filter((name) => name.endsWith('.zip'))).toHaveLength(2);
  });

  test.each<[string, readonly Fate[], readonly number[]]>([
    ['cut off', ['cut'], [200, 200]],
    ['truncated without a length', ['truncated'], [200, 200]],
    ['of another hash than its server says', ['wrong hash'], [200, 200]],
    ['slow', ['slow'], [200]],
    ['refused by a server in trouble at first', [500, 503], [500, 503, 200]],
  ])('that comes %s is had in the end', async (_, fates, statuses) => {
    await put('npm', archiveOf('npm', 'A', 'B'));
    await fate('npm', ...fates);
    expect((await open(['npm'])).database.count).toBe(2);
    expect(await asked()).toEqual(statuses);
    expect(
      readdirSync(join(folder, 'npm'))
        .map((name) => name.replace(/.*(?=\.zip$)/, '*'))
        .sort(),
    ).toEqual(['*.zip', 'kept.json']);
  });

  test.each<[string, readonly Fate[], string]>([
    ['always cut off', ['cut', 'cut', 'cut'], 'DATABASE_UNREACHABLE'],
    ['always truncated', ['truncated', 'truncated', 'truncated'], 'DATABASE_MALFORMED'],
    ['always of another hash', ['wrong hash', 'wrong hash', 'wrong hash'], 'DATABASE_UNREACHABLE'],
    ['forbidden', [403], 'DATABASE_UNREACHABLE'],
    ['answered with 304 though nothing was kept', [304], 'DATABASE_UNREACHABLE'],
    ['refused by a server in trouble', [500, 500, 500], 'DATABASE_UNREACHABLE'],
  ])('that is %s is an error, and leaves nothing behind', async (_, fates, code) => {
    await put('npm', archiveOf('npm', 'A'));
    await fate('npm', ...fates);
    expect(await codeOf(open(['npm']))).toBe(code);
    expect(readdirSync(join(folder, 'npm')).filter((name) => name !== 'trouble.json')).toEqual([]);
  });

  test('that is not there, empty or no archive is an error, told for each ecosystem', async () => {
    await put('PyPI', strToU8('<html>not found</html>'));
    await put('Go', zipSync({ 'README.md': strToU8('') }));
    const error = await open(['npm', 'PyPI']).catch((cause: unknown) => cause);
    expect((error as Failure).problems.map(({ code }) => code)).toEqual(['DATABASE_MALFORMED', 'DATABASE_MISSING']);
    expect(await codeOf(open(['Go']))).toBe('DATABASE_EMPTY');
  });

  test('that cannot be asked for again is used with a warning that says of when it is', async () => {
    await put('npm', archiveOf('npm', 'A'));
    await open(['npm']);
    const kept = JSON.parse(await nodeFiles(folder).readText('npm/kept.json')) as { checkedAt: number };
    writeFileSync(join(folder, 'npm/kept.json'), JSON.stringify({ ...kept, checkedAt: Date.parse('2026-11-20T08:00:00Z') }));
    await fate('npm', 500, 500, 500);
    const { warnings, confirmed, database } = await open(['npm']);
    expect({ confirmed, count: database.count }).toEqual({ confirmed: false, count: 1 });
    expect(warnings).toEqual([expect.stringContaining('2026-11-20 08:00 UTC')]);
    // The next job does not wait for the server again.
    const before = (await asked()).length;
    expect((await open(['npm'])).confirmed).toBe(false);
    expect(await asked()).toHaveLength(before);
  });

  test('of another address is not taken for this one', async () => {
    await put('npm', archiveOf('npm', 'A'));
    await open(['npm']);
    expect(await codeOf(open(['npm'], impatient, 'http://127.0.0.1:9'))).toBe('DATABASE_UNREACHABLE');
  });

  test('whose kept archive was changed on the disk is an error', async () => {
    await put('npm', archiveOf('npm', 'A'));
    await open(['npm']);
    const [name = ''] = readdirSync(join(folder, 'npm')).filter((each) => each.endsWith('.zip'));
    writeFileSync(join(folder, 'npm', name), archiveOf('npm', 'B'));
    expect(await codeOf(open(['npm']))).toBe('DATABASE_DIGEST');
  });

  test('is not waited for in vain when the job that was fetching it was ended', async () => {
    await put('npm', archiveOf('npm', 'A'));
    await nodeFiles(folder).write('npm/lock', JSON.stringify({ holder: 'x', at: Date.now() }));
    const clock = memoryClock(Date.now());
    expect((await open(['npm'], clock)).database.count).toBe(1);
    expect(clock.now() - Date.now()).toBeGreaterThan(60_000);
  });

  test('is fetched once for fifty jobs that start at once, each a process of its own', async () => {
    await put('npm', archiveOf('npm', 'A'));
    await put('PyPI', archiveOf('PyPI', 'B', 'C'));
    await fate('npm', 'slow');
    const job = (): Promise<string> =>
      new Promise((resolve, reject) => {
        const args = ['--conditions=source', join(import.meta.dirname, 'job.ts'), base, folder];
        execFile(process.execPath, args, (error, stdout, stderr) => (error ? reject(new Error(stderr)) : resolve(stdout)));
      });
    const outputs = await Promise.all(Array.from({ length: 50 }, job));
    expect(new Set(outputs).size).toBe(1);
    expect(JSON.parse(outputs[0] ?? '')).toMatchObject({ count: 3, warnings: [] });
    expect(await asked()).toEqual([200, 200]);
  }, 180_000);
});

describe('an artefact of a registry', () => {
  let faulty: FaultRegistry;

  beforeEach(async () => {
    faulty = await startFaultRegistry();
  });

  afterEach(() => faulty.close());

  const npm = archiveOf('npm', 'A');
  const python = archiveOf('PyPI', 'B', 'C');

  async function pushed(titles: Readonly<Record<string, Uint8Array>>) {
    const config = strToU8('{}');
    const blobs = [config, ...Object.values(titles)];
    for (const blob of blobs) faulty.registry.repository('osv').blobs.set(digestOf(blob), blob);
    const layers = Object.entries(titles).map(([title, bytes]) => ({
      mediaType: 'application/zip',
      digest: digestOf(bytes),
      size: bytes.length,
      annotations: { 'org.opencontainers.image.title': title },
    }));
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const manifest = strToU8(
      JSON.stringify({
        schemaVersion: 2,
        mediaType,
        config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf(config), size: config.length },
        layers,
      }),
    );
    const digest = digestOf(manifest);
    await nodeHttp.fetch({
      method: 'PUT',
      url: `http://${faulty.host}/v2/osv/manifests/latest`,
      headers: { 'content-type': mediaType },
      body: manifest,
    });
    return { registry: faulty.host, path: 'osv', digest } satisfies ImageReference;
  }

  const openIt = (reference: ImageReference, ecosystems: readonly string[]) => {
    const reader = registryReader({ ...reference, http: nodeHttp, clock: memoryClock(), log: memoryLog() });
    return openArtefact(reference, folder, ecosystems.map(one), { reader, files: nodeFiles(folder) });
  };

  test('gives the ecosystems that are needed, is called by its digest, and is fetched once', async () => {
    const reference = await pushed({ 'npm/all.zip': npm, 'PyPI.zip': python, 'README.md': strToU8('x') });
    const database = await openIt(reference, ['PyPI']);
    expect(database).toMatchObject({ id: reference.digest, count: 2 });
    await openIt(reference, ['PyPI']);
    const blobs = faulty.seen.filter(({ method, path }) => method === 'GET' && path.includes('/blobs/'));
    expect(blobs.map(({ path }) => path.split('/').at(-1))).toEqual([digestOf(python)]);
  });

  test('is refused without a digest, of other bytes, without an ecosystem, and when it is not there', async () => {
    const reference = await pushed({ 'npm/all.zip': npm });
    const { digest: _, ...named } = reference;
    expect(await codeOf(openIt({ ...named, tag: 'latest' }, ['npm']))).toBe('DATABASE_DIGEST');
    expect(await codeOf(openIt(reference, ['npm', 'Go']))).toBe('DATABASE_MISSING');
    expect(await codeOf(openIt(reference, ['Go']))).toBe('DATABASE_EMPTY');
    expect(await codeOf(openIt({ ...reference, digest: digestOf(strToU8('other')) }, ['npm']))).toBe('DATABASE_MISSING');
    rmSync(folder, { recursive: true });
    faulty.registry.repository('osv').blobs.set(
      digestOf(npm),
      npm.map((byte, index) => (index === 40 ? byte ^ 1 : byte)),
    );
    expect(await codeOf(openIt(reference, ['npm']))).toBe('BLOB_DIGEST');
    expect(readdirSync(folder)).toEqual([]);
  });
});
