import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { memoryGitHub } from '@slipway/github/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { type MemoryHost, memoryHost } from '@slipway/runner/memory';
import { memoryClock } from '@slipway/system/memory';
import { nodeFiles } from '@slipway/system/node';
import { action } from '../action.ts';
import type { ScanResult } from '../result.ts';
import { runWith } from '../run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(where: string, ...args: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=Ada',
    '-c',
    'user.email=ada@example.com',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'init.defaultBranch=main',
  ];
  const env = {
    ...process.env,
    GIT_COMMITTER_DATE: '2026-06-01T00:00:00Z',
    GIT_AUTHOR_DATE: '2026-06-01T00:00:00Z',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  return execFileSync('git', [...identity, '-C', where, ...args], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'repo', path)), { recursive: true });
    writeFileSync(join(folder, 'repo', path), text);
  }
}

function commit(files: Readonly<Record<string, string>>): string {
  write(files);
  git(join(folder, 'repo'), 'add', '-A');
  git(join(folder, 'repo'), 'commit', '-q', '--allow-empty', '-m', 'x');
  return git(join(folder, 'repo'), 'rev-parse', 'HEAD');
}

const lock = (packages: Readonly<Record<string, string>>, dev: readonly string[] = []): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: packages },
      ...Object.fromEntries(
        Object.entries(packages).map(([name, version]) => [
          `node_modules/${name}`,
          { version, ...(dev.includes(name) && { dev: true }) },
        ]),
      ),
    },
  });

const advisory = (id: string, name: string, fixed: string, published = '2020-01-01T00:00:00Z'): Record<string, string> => ({
  [`osv/npm/${id}.json`]: JSON.stringify({
    ...{ id, published, modified: published, summary: 'It leaks.', database_specific: { severity: 'HIGH' } },
    affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed }] }] }],
  }),
});

async function scan(
  inputs: Readonly<Record<string, string>>,
  workspace = join(folder, 'repo'),
): Promise<MemoryHost & { exitCode: number; result: ScanResult }> {
  const ports = {
    files: nodeFiles(workspace),
    exec: nodeExec({ environment: process.env, workspace }),
    clock: memoryClock(Date.parse('2026-07-01')),
  };
  const host = memoryHost({ database: join(folder, 'repo/osv'), formats: 'json', ...inputs }, ports, {
    workspace,
    temp: join(folder, 'temp'),
  });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  return { ...host, exitCode, result: host.written.reports[0]?.data as unknown as ScanResult };
}

const causes = ({ result }: { result: ScanResult }): readonly string[] =>
  result.findings.map(({ finding, cause, effect }) => `${finding.package?.name}@${finding.package?.version} ${cause} ${effect}`);

describe('what a change introduces', () => {
  let base = '';
  beforeEach(() => {
    mkdirSync(join(folder, 'repo'));
    git(join(folder, 'repo'), 'init', '-q');
    base = commit({ ...advisory('A', 'left', '2.0.0'), 'package-lock.json': lock({ left: '1.0.0', fine: '1.0.0' }) });
    git(join(folder, 'repo'), 'checkout', '-q', '-b', 'change');
  });

  test('does not hold a README against the one who changes it', async () => {
    commit({ 'README.md': 'x' });
    const scanned = await scan({ base });
    expect([scanned.exitCode, ...causes(scanned)]).toEqual([0, 'left@1.0.0 already-there report']);
    expect(scanned.result.base).toEqual({ commit: base });
  });

  test('is not an advisory that was published since', async () => {
    commit({ 'README.md': 'x' });
    write(advisory('B', 'fine', '2.0.0', '2026-06-15T00:00:00Z'));
    const scanned = await scan({ base });
    expect([scanned.exitCode, ...causes(scanned)]).toEqual([
      0,
      'fine@1.0.0 advisory-new report',
      'left@1.0.0 already-there report',
    ]);
  });

  test('is not an advisory that an earlier snapshot lacks, whatever its date', async () => {
    commit({ 'README.md': 'x' });
    const earlier = { ...advisory('A', 'left', '2.0.0') };
    write(Object.fromEntries(Object.entries(earlier).map(([path, text]) => [`earlier/${path}`, text])));
    write(advisory('B', 'fine', '2.0.0'));
    const scanned = await scan({ base, 'earlier-database': join(folder, 'repo/earlier/osv') });
    expect(causes(scanned)).toEqual(['fine@1.0.0 advisory-new report', 'left@1.0.0 already-there report']);
  });

  test('is a vulnerable dependency that it adds', async () => {
    commit({ ...advisory('B', 'added', '2.0.0'), 'package-lock.json': lock({ left: '1.0.0', added: '1.0.0' }) });
    const scanned = await scan({ base });
    expect([scanned.exitCode, ...causes(scanned)]).toEqual([
      1,
      'added@1.0.0 introduced block',
      'left@1.0.0 already-there report',
    ]);
    expect(scanned.written.outputs).toMatchObject({
      blocking: '1',
      introduced: '1',
      counts: '{"introduced":{"high":1},"already-there":{"high":1}}',
    });
    expect(scanned.written.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
      'error high: added@1.0.0 (B)',
      'warning high: left@1.0.0 (A)',
    ]);
    expect(scanned.written.annotations[0]?.message).toBe('It leaks. Upgrade added to 2.0.0. Introduced by this change.');
  });

  test('is not a lockfile that it moves', async () => {
    rmSync(join(folder, 'repo/package-lock.json'));
    commit({ 'web/package-lock.json': lock({ left: '1.0.0' }) });
    expect(causes(await scan({ base, lockfiles: '**/package-lock.json' }))).toEqual(['left@1.0.0 already-there report']);
  });

  test('is not a bump to another version that is vulnerable too', async () => {
    commit({ 'package-lock.json': lock({ left: '1.5.0' }) });
    expect(causes(await scan({ base }))).toEqual(['left@1.5.0 already-there report']);
  });

  test('is told beside what it fixes', async () => {
    commit({ 'package-lock.json': lock({ left: '2.0.0' }) });
    const scanned = await scan({ base });
    expect([scanned.exitCode, scanned.written.outputs['fixed'], scanned.written.outputs['result']]).toEqual([0, '1', 'clean']);
  });

  test('is compared with where it parted, not with what the base has become', async () => {
    commit({ 'README.md': 'x' });
    git(join(folder, 'repo'), 'checkout', '-q', 'main');
    commit({ 'package-lock.json': lock({ left: '2.0.0' }) });
    git(join(folder, 'repo'), 'checkout', '-q', 'change');
    const scanned = await scan({ base: 'main' });
    expect([scanned.exitCode, ...causes(scanned)]).toEqual([0, 'left@1.0.0 already-there report']);
  });

  test('is everything where the checkout is shallow, and that is said', async () => {
    commit({ 'README.md': 'x' });
    git(folder, 'clone', '-q', '--depth', '1', '--branch', 'change', `file://${folder}/repo`, 'shallow');
    const scanned = await scan({ base }, join(folder, 'shallow'));
    expect([scanned.exitCode, ...causes(scanned)]).toEqual([1, 'left@1.0.0 unknown block']);
    expect(scanned.written.annotations).toContainEqual({
      level: 'warning',
      title: 'Base unknown',
      message: expect.stringMatching(/shallow.*"fetch-depth: 0".*count as introduced/),
    });
  });

  test.each([
    ['the first push of a branch', '0'.repeat(40), 'notice', 'first push'],
    ['a commit that is not there', 'f'.repeat(40), 'warning', 'no commit of this checkout'],
    ['an option', '--output=x', 'warning', 'no commit of this checkout'],
  ])('is everything with %s as its base', async (_, given, level, said) => {
    const scanned = await scan({ base: given });
    expect([scanned.exitCode, ...causes(scanned)]).toEqual([1, 'left@1.0.0 unknown block']);
    expect(scanned.written.annotations).toContainEqual({ level, title: 'Base unknown', message: expect.stringContaining(said) });
  });

  test('is everything where the lockfile of the base cannot be read', async () => {
    const broken = commit({ 'package-lock.json': '{' });
    commit({ 'package-lock.json': lock({ left: '1.0.0' }) });
    const scanned = await scan({ base: broken });
    expect(causes(scanned)).toEqual(['left@1.0.0 unknown block']);
    expect(scanned.written.annotations.at(-1)?.message).toContain('A lockfile of the base could not be read');
  });

  test('is read from below a folder of the repository, too', async () => {
    const inner = commit({ 'svc/package-lock.json': lock({ left: '1.0.0' }) });
    commit({ 'README.md': 'x' });
    expect(causes(await scan({ base: inner }, join(folder, 'repo/svc')))).toEqual(['left@1.0.0 already-there report']);
  });
});
