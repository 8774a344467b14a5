import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { madeLayout } from '@slipway/oci/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock } from '@slipway/system/memory';
import { nodeFiles } from '@slipway/system/node';
import { action } from '../action.ts';
import type { ScanResult } from '../result.ts';
import { runWith } from '../run.ts';

let folder = '';

const git = (...args: readonly string[]): string => {
  const who = [
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@b.example',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'init.defaultBranch=main',
  ];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
};

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function commit(files: Readonly<Record<string, string>>): string {
  write(files);
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'x');
  return git('rev-parse', 'HEAD');
}

const advisory = (ecosystem: string, name: string): string =>
  JSON.stringify({
    id: `A-${name}`,
    summary: 'It leaks.',
    database_specific: { severity: 'HIGH' },
    affected: [{ package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }] }],
  });

/** Made up for the test, and never valid anywhere. */
const TOKEN = `ghp_${'q7Zr2Xw9Lk4'.repeat(4).slice(0, 36)}`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'others-'));
  git('init', '-q');
  const lock = { lockfileVersion: 3, packages: { 'node_modules/a': { version: '1.0.0' } } };
  commit({ 'package-lock.json': JSON.stringify(lock), 'osv/npm/A.json': advisory('npm', 'other') });
});

afterEach(() => rmSync(folder, { recursive: true }));

async function scan(inputs: Record<string, string>) {
  const ports = {
    exec: nodeExec({ environment: process.env, workspace: folder }),
    files: nodeFiles(folder),
    clock: memoryClock(Date.parse('2026-11-27T12:00:00Z')),
  };
  const host = memoryHost({ database: 'osv', ...inputs }, ports, { workspace: folder, temp: join(folder, 'temp') });
  const exit = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const [report] = host.written.reports;
  const result = report?.data as unknown as ScanResult | undefined;
  return {
    exit,
    codes: report?.problems.map(({ code }) => code),
    found: result?.findings?.map(({ finding: { id, location } }) => [id, location.file, location.line ?? 0].join(' ')),
    told: JSON.stringify(host.written),
  };
}

describe('secrets', () => {
  test('that a change adds fail it though it also deletes them, and are shown to nobody', async () => {
    const base = git('rev-parse', 'HEAD');
    commit({ 'src/a.js': `one\nconst token = '${TOKEN}';\n` });
    const added = git('rev-parse', 'HEAD');
    commit({ 'src/a.js': 'one\n' });
    const { exit, found, told } = await scan({ secrets: 'change', base });
    expect({ exit, found }).toEqual({ exit: 1, found: ['secret/github-token src/a.js 2'] });
    expect(told).not.toContain(TOKEN.slice(4, 12));
    expect(await scan({ secrets: 'change', base: added })).toMatchObject({ exit: 0, found: [] });
    expect(await scan({ secrets: 'history', base: added })).toMatchObject({ found });
    expect(await scan({})).toMatchObject({ exit: 0, found: [] });
  });
});

describe('an image', () => {
  const layers = [
    { 'etc/os-release': 'ID=debian\nVERSION_ID="12"\n', 'app/.env': `TOKEN=${TOKEN}\n` },
    {
      'app/.wh..env': '',
      'var/lib/dpkg/status': 'Package: libssl3\nStatus: install ok installed\nVersion: 3.0.1-1\nSource: openssl\n',
    },
  ];

  test('is judged by what is installed in it, and by its layers and variables', async () => {
    const { files } = madeLayout({ layers, variables: ['PATH=/bin', `TOKEN=${TOKEN}`] });
    write(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`image/${path}`, bytes])));
    write({ 'osv/Debian/A.json': advisory('Debian:12', 'openssl') });
    const { exit, found, told } = await scan({ image: 'image', secrets: 'change' });
    expect({ exit, found: found?.sort() }).toEqual({
      exit: 1,
      found: [
        'A-openssl image/var/lib/dpkg/status 0',
        'secret/github-token image/app/.env 1',
        'secret/github-token image/config/env/TOKEN 1',
      ],
    });
    expect(told).not.toContain(TOKEN.slice(4, 12));
    rmSync(join(folder, 'package-lock.json'));
    expect((await scan({ image: 'image' })).found).toEqual(['A-openssl image/var/lib/dpkg/status 0']);
  });

  test('that is not whole is an error, and so is a distribution without advisories', async () => {
    expect((await scan({ image: 'nowhere' })).codes).toHaveLength(1);
    const { files } = madeLayout({ layers });
    write(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`image/${path}`, bytes])));
    expect((await scan({ image: 'image' })).codes).toEqual(['DATABASE_MISSING']);
  });
});

describe('other scanners', () => {
  const sarif = (ruleId: string): string => {
    const locations = [{ physicalLocation: { artifactLocation: { uri: 'a.js' }, region: { startLine: 3 } } }];
    const results = [{ ruleId, level: 'error', message: { text: 'm' }, locations }];
    return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 't' } }, results }] });
  };

  test('are judged by the same policy, from their SARIF files', async () => {
    write({ 'out/one.sarif': sarif('r1'), 'out/two.sarif': sarif('r2') });
    const { exit, found } = await scan({ 'sarif-files': 'out/*.sarif' });
    expect({ exit, found }).toEqual({ exit: 1, found: ['r1 a.js 3', 'r2 a.js 3'] });
    expect(await scan({ 'sarif-files': 'nowhere/*.sarif' })).toMatchObject({ exit: 1, codes: ['FILE_NOT_FOUND'] });
    write({ 'out/two.sarif': '{"version":"2.1.0","runs":[' });
    expect(await scan({ 'sarif-files': 'out/*.sarif' })).toMatchObject({ exit: 1, codes: ['ENGINE_OUTPUT'] });
  });

  test('are started where they are asked for, and what is wrong with one is told with all the rest', async () => {
    const leak = [{ RuleID: 'r', Description: 'd', File: 'x.js', StartLine: 4, Fingerprint: 'x.js:r:4' }];
    const script = `#!/usr/bin/env node\nconst at = process.argv.find((each) => each.startsWith('--report-path='));\nrequire('node:fs').writeFileSync(at.slice(14), ${JSON.stringify(JSON.stringify(leak))});\n`;
    write({ 'bin/gitleaks.cjs': script });
    chmodSync(join(folder, 'bin/gitleaks.cjs'), 0o755);
    const { exit, found } = await scan({ engines: 'gitleaks=bin/gitleaks.cjs' });
    expect({ exit, found }).toEqual({ exit: 1, found: ['r x.js 4'] });
    const wrong = await scan({ engines: 'snyk\ngitleaks=bin/none\nsemgrep', 'sarif-files': 'none' });
    expect(wrong.codes).toEqual(['FILE_NOT_FOUND', 'ENGINE_UNKNOWN', 'COMMAND_NOT_FOUND', 'ENGINE_UNAVAILABLE']);
  });
});
