import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, scriptedExec } from '@slipway/system/memory';
import { action } from '../action.ts';
import { run } from '../run.ts';
import { K6, k6File, k6Problems } from './k6-release.ts';

const NOTHING = { k6: undefined, k6Version: undefined, k6Sha256: undefined, k6Mirror: undefined };
const OTHER = 'f'.repeat(64);

describe('the k6 that is fetched', () => {
  test('is the pinned release of its makers, for both processors that runners have', () => {
    expect(['linux-x64', 'linux-arm64'].map((platform) => k6File(NOTHING, platform))).toEqual([
      {
        version: '1.4.2',
        url: 'https://github.com/grafana/k6/releases/download/v1.4.2/k6-v1.4.2-linux-amd64.tar.gz',
        sha256: 'c827501f510265db9c3313e4164d2585a97c7a3485ed440b93f7b1cfe6facd28',
        member: 'k6-v1.4.2-linux-amd64/k6',
      },
      {
        version: '1.4.2',
        url: 'https://github.com/grafana/k6/releases/download/v1.4.2/k6-v1.4.2-linux-arm64.tar.gz',
        sha256: '0e9515502f80edb562f12c0b12a59085c0b113c6416d728e3c2a9e5a7506cc5c',
        member: 'k6-v1.4.2-linux-arm64/k6',
      },
    ]);
  });

  test('is another version only by a digest that its user gives, and none for other systems', () => {
    const wish = { ...NOTHING, k6Version: '9.9.9', k6Sha256: OTHER, k6Mirror: 'https://mirror/k6/' };
    expect(k6File(wish, 'linux-arm64')).toEqual({
      version: '9.9.9',
      url: 'https://mirror/k6/v9.9.9/k6-v9.9.9-linux-arm64.tar.gz',
      sha256: OTHER,
      member: 'k6-v9.9.9-linux-arm64/k6',
    });
    for (const each of [wish, NOTHING]) expect(() => k6File(each, 'darwin-arm64')).toThrow('K6_UNAVAILABLE');
  });

  test.each<[string, Partial<typeof NOTHING> | Record<string, string>, string]>([
    ['a version whose checksum nobody gave', { k6Version: '9.9.9' }, 'K6_UNPINNED'],
    ['a version that is none', { k6Version: 'latest' }, 'INPUT_MALFORMED'],
    ['a digest that is none', { k6Version: '9.9.9', k6Sha256: 'abc' }, 'INPUT_MALFORMED'],
    ['a digest of no version', { k6Sha256: OTHER }, 'INPUT_CONTRADICTION'],
    ['a program beside a version', { k6: 'k6', k6Version: '1.4.2' }, 'INPUT_CONTRADICTION'],
    ['a program beside a mirror', { k6: 'k6', k6Mirror: 'https://mirror' }, 'INPUT_CONTRADICTION'],
  ])('is refused for %s', (_, wish, code) => {
    expect(k6Problems({ ...NOTHING, ...wish }).map((problem) => problem.code)).toEqual([code]);
  });

  test('is not refused as it is pinned, with or without its version', () => {
    for (const k6Version of [undefined, K6.version]) expect(k6Problems({ ...NOTHING, k6Version })).toEqual([]);
  });
});

describe('a server of releases', () => {
  const member = `k6-v9.9.9-linux-${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
  const before = { ...process.env };
  let [folder, mirror, sha256] = ['', '', ''];
  let asked: string[] = [];
  let server: Server;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'k6-release-'));
    mkdirSync(join(folder, member));
    writeFileSync(join(folder, member, 'k6'), '#!/bin/sh\necho this is k6\n');
    execFileSync('tar', ['-czf', join(folder, 'k6.tar.gz'), '-C', folder, member]);
    const archive = readFileSync(join(folder, 'k6.tar.gz'));
    sha256 = createHash('sha256').update(archive).digest('hex');
    process.env['RUNNER_TEMP'] = join(folder, 'temp');
    process.env['RUNNER_TOOL_CACHE'] = join(folder, 'tools');
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.writeHead(url.startsWith('/gone/') ? 404 : 200).end(archive);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    asked = [];
  });

  afterAll(async () => {
    process.env = { ...before };
    rmSync(folder, { recursive: true, force: true });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Runs the action where no k6, or some, is on the path. */
  async function load(inputs: Record<string, string>, onPath?: string) {
    const point = { metric: 'http_req_duration', type: 'Point', data: { time: '2026-01-01T00:00:00Z', value: 5, tags: {} } };
    const files = memoryFiles({
      'load.js': 'export default function () {}',
      '/temp/k6-points.json': `${JSON.stringify(point)}\n`.repeat(300),
      '/temp/k6-summary.json': '{"metrics":{}}',
    });
    const scripted = scriptedExec(() => ({}));
    const exec = { ...scripted, which: async () => onPath };
    const given = { mode: 'k6', url: 'http://orders', 'k6-script': 'load.js', 'k6-mirror': mirror, ...inputs };
    const host = memoryHost(given, { files, exec });
    const exitCode = await runAction(action, run, host);
    return { exitCode, program: scripted.calls[0]?.command, ...host.written };
  }

  const NINE = { 'k6-version': '9.9.9' };

  test('is asked once for a version, which is run out of the tool cache', async () => {
    const first = await load({ ...NINE, 'k6-sha256': sha256 }, '/usr/bin/k6');
    expect([first.exitCode, first.outputs['performance'], asked]).toEqual([0, 'pass', [`/v9.9.9/${member}.tar.gz`]]);
    expect(first.program).toContain(join(folder, 'tools'));
    expect(execFileSync(first.program ?? '', { encoding: 'utf8' })).toBe('this is k6\n');
    const second = await load({ ...NINE, 'k6-sha256': sha256 });
    expect([second.program, asked.length]).toEqual([first.program, 1]);
  });

  test('that gives another file than is pinned has nothing of it executed', async () => {
    for (const inputs of [{}, { ...NINE, 'k6-sha256': OTHER }]) {
      const { exitCode, program, annotations } = await load(inputs);
      expect([exitCode, program, annotations[0]?.title]).toEqual([1, undefined, 'PROGRAM_CHECKSUM']);
    }
    expect(asked).toHaveLength(2);
  });

  test('that has no such file is told, and is not asked where a k6 is on the path', async () => {
    const gone = await load({ 'k6-mirror': `${mirror}/gone` });
    expect([gone.exitCode, gone.program, gone.annotations[0]?.title]).toEqual([1, undefined, 'PROGRAM_UNREACHABLE']);
    asked = [];
    const { program } = await load({}, '/usr/bin/k6');
    expect([program, asked]).toEqual(['/usr/bin/k6', []]);
  });

  test('is not asked for a program that was named and is not there', async () => {
    const { annotations } = await load({ k6: 'k6-of-ours', 'k6-mirror': '' });
    expect([annotations[0]?.title, asked]).toEqual(['K6_MISSING', []]);
  });
});
