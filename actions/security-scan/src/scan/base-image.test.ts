import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

function write(files: Readonly<Record<string, string | Uint8Array>>, below = ''): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, below, path)), { recursive: true });
    writeFileSync(join(folder, below, path), content);
  }
}

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

const installed = (...names: readonly string[]): string =>
  names.map((name) => `Package: ${name}\nStatus: install ok installed\nVersion: 1.0-1\n`).join('\n');

const advisory = (name: string): Record<string, string> => ({
  [`osv/Debian/${name}.json`]: JSON.stringify({
    ...{ id: `A-${name}`, summary: 'It leaks.', published: '2020-01-01T00:00:00Z', database_specific: { severity: 'HIGH' } },
    affected: [{ package: { ecosystem: 'Debian:12', name }, ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }] }],
  }),
});

const RELEASE = { 'etc/os-release': 'ID=debian\nVERSION_ID="12"\n' };
const BELOW = [{ ...RELEASE, 'var/lib/dpkg/status': installed('zlib') }];
const OWN = [...BELOW, { 'var/lib/dpkg/status': installed('zlib', 'curl') }];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'base-image-'));
  write({ ...advisory('zlib'), ...advisory('curl'), 'package-lock.json': '{"lockfileVersion":3,"packages":{}}' });
  write({
    'osv/npm/A.json': JSON.stringify({ id: 'A', affected: [{ package: { ecosystem: 'npm', name: 'other' }, versions: ['1'] }] }),
  });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
  write(madeLayout({ layers: OWN }).files, 'image');
});

afterEach(() => rmSync(folder, { recursive: true }));

async function scan(inputs: Record<string, string>) {
  const ports = {
    exec: nodeExec({ environment: process.env, workspace: folder }),
    files: nodeFiles(folder),
    clock: memoryClock(),
  };
  const all = { database: 'osv', image: 'image', base: 'HEAD', 'allow-nothing': 'true', ...inputs };
  const host = memoryHost(all, ports, { workspace: folder, temp: join(folder, 'temp') });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const result = host.written.reports[0]?.data as unknown as ScanResult | undefined;
  const causes = result?.findings.map(({ finding, cause, effect }) => `${finding.package?.name} ${cause} ${effect}`);
  return { exitCode, causes, codes: host.written.reports[0]?.problems.map(({ code }) => code) };
}

describe('what an image is built on', () => {
  test('is told apart from what the image adds', async () => {
    write(madeLayout({ layers: BELOW }).files, 'below');
    expect(await scan({ 'base-image': 'below' })).toMatchObject({
      exitCode: 1,
      causes: ['curl introduced block', 'zlib base-image report'],
    });
  });

  test('counts for nothing but its packages where it is another', async () => {
    write(madeLayout({ layers: [{ ...RELEASE, 'var/lib/dpkg/status': installed('zlib', 'tar') }] }).files, 'below');
    expect((await scan({ 'base-image': 'below' })).causes).toEqual(['curl introduced block', 'zlib already-there report']);
  });

  test('is not known without it, so that nothing is let through', async () => {
    expect(await scan({})).toMatchObject({ exitCode: 1, causes: ['curl unknown block', 'zlib unknown block'] });
  });

  test('is an error where it is not whole, and where there is no image', async () => {
    expect((await scan({ 'base-image': 'nowhere' })).codes).toHaveLength(1);
    expect((await scan({ 'base-image': 'below', image: '' })).codes).toEqual(['INPUT_CONTRADICTION']);
  });
});
