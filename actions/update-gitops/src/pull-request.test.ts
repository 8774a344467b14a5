import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryGitHub, type MemoryPull, type MemoryRepository } from '@slipway/github/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles } from '@slipway/system/node';
import { action } from './action.ts';
import { runWith } from './run.ts';

const digestOf = (digit: number): string => `sha256:${String(digit).repeat(64)}`;
const fileOf = (orders: string, note = ''): string =>
  `images: # all\n  - name: r.io/orders\n    newTag: "old"\n    digest: ${orders}\n  - name: r.io/payments\n    digest: ${digestOf(0)}\n${note}`;
const HEAD = 'slipway/production/orders';
const TOKEN = 'ghs_a_token_of_the_app';

let root: string;
let bare: string;
let work: string;
let pulls: MemoryPull[];

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

function commitByHand(text: string): void {
  git(work, 'pull', '-q', '--rebase', 'origin', 'main');
  writeFileSync(join(work, 'f.yaml'), text);
  git(work, 'commit', '-qam', 'by hand');
  git(work, 'push', '-q', 'origin', 'HEAD:main');
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-pull-'));
  [bare, work, pulls] = [join(root, 'org/config.git'), join(root, 'work'), []];
  mkdirSync(join(root, 'org'));
  git(root, 'init', '-q', '--bare', '-b', 'main', bare);
  git(root, 'clone', '-q', bare, work);
  writeFileSync(join(work, 'f.yaml'), fileOf(digestOf(1)));
  git(work, 'add', '.');
  git(work, 'commit', '-qm', 'first');
  git(work, 'push', '-q', 'origin', 'HEAD:main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A branch that takes no commit but by a pull request. */
function protect(): void {
  const hook = join(bare, 'hooks/pre-receive');
  writeFileSync(
    hook,
    '#!/bin/sh\nwhile read old new ref; do\n  case $ref in refs/heads/main) echo "remote: error: GH006: Protected branch update failed for $ref." >&2; exit 1;; esac\ndone\n',
  );
  chmodSync(hook, 0o755);
}

async function write(digit: number, inputs: Readonly<Record<string, string>> = {}, repository: MemoryRepository = {}) {
  const given = {
    ...{ service: 'orders', environment: 'production', repository: 'org/config', token: TOKEN, file: 'f.yaml' },
    ...{ image: `r.io/orders:v${digit}@${digestOf(digit)}`, run: String(digit), deliver: 'pull-request', ...inputs },
  };
  const log = memoryLog();
  const ports = { log, clock: nodeClock, files: nodeFiles(root), exec: nodeExec({ environment: process.env, workspace: root }) };
  const host = memoryHost(given, ports, { temp: join(root, 'temp'), serverUrl: `file://${root}` });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub({ pulls, ...repository })),
    host,
  );
  const { outputs, annotations } = host.written;
  return { exitCode, outputs, titles: annotations.map(({ title }) => title), said: JSON.stringify([host.written, log.lines]) };
}

const onBranch = (): string => git(bare, 'show', `${HEAD}:f.yaml`);
const changedOnBranch = (): string => git(bare, 'diff', '--stat', `main...${HEAD}`, '--', '.');

describe('by a pull request', () => {
  test('the change lies on a branch of the service, and the pull request shows it', async () => {
    const { exitCode, outputs } = await write(2);
    expect([exitCode, outputs['outcome'], outputs['pull-request']]).toEqual([0, 'written', 'https://github.test/pull/1']);
    expect(git(bare, 'show', 'main:f.yaml')).toBe(fileOf(digestOf(1)));
    expect(onBranch()).toBe(fileOf(digestOf(2)).replace('"old"', '"v2"'));
    expect(pulls).toMatchObject([{ title: 'orders: v2 in production', head: HEAD, base: 'main' }]);
    expect(pulls[0]?.body).toContain(`-digest: ${digestOf(1)}\n+digest: ${digestOf(2)}`);
  });

  test('a newer run brings the same one up to date, on what the branch below holds by now, and forces nothing', async () => {
    await write(2);
    const before = git(bare, 'rev-parse', HEAD).trim();
    commitByHand(fileOf(digestOf(1), 'note: new\n'));
    await write(3);
    expect(pulls).toMatchObject([{ title: 'orders: v3 in production' }]);
    expect(onBranch()).toBe(fileOf(digestOf(3), 'note: new\n').replace('"old"', '"v3"'));
    git(bare, 'merge-base', '--is-ancestor', before, HEAD);
    git(bare, 'merge-base', '--is-ancestor', 'main', HEAD);
    expect(changedOnBranch()).toMatch(/f\.yaml \| 4 \+\+--/);
  });

  test('the same again makes no commit; an older run is superseded by what waits there', async () => {
    await write(3);
    const before = git(bare, 'rev-parse', HEAD);
    expect((await write(3)).outputs['pull-request']).toBe('https://github.test/pull/1');
    expect(git(bare, 'rev-parse', HEAD)).toBe(before);
    const older = await write(2);
    expect([older.exitCode, older.outputs['outcome'], older.outputs['pull-request']]).toEqual([0, 'superseded', '']);
    expect(pulls).toHaveLength(1);
  });

  test('once it is merged, the next one is new', async () => {
    await write(2);
    git(bare, 'update-ref', 'refs/heads/main', HEAD);
    pulls = pulls.map((pull) => ({ ...pull, state: 'closed' as const }));
    expect((await write(2)).outputs['outcome']).toBe('unchanged');
    await write(3);
    expect(pulls.map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  test('a token that may open none is told, and where the change lies', async () => {
    const { exitCode, titles, said } = await write(2, {}, { permitted: false });
    expect([exitCode, titles]).toEqual([1, ['PULL_REQUEST_UNREAD']]);
    expect(said).toContain(HEAD);
    expect(said).not.toContain(TOKEN);
  });

  test('of a repository that is elsewhere there can be none', async () => {
    expect((await write(2, { repository: `file://${work}` })).titles).toEqual(['INPUT_CONTRADICTION']);
  });
});

describe('where a rule forbids the commit', () => {
  test('"auto" opens a pull request, and keeps to it', async () => {
    protect();
    for (const digit of [2, 3]) expect((await write(digit, { deliver: 'auto' })).outputs['pull-request']).toContain('/pull/1');
    expect(pulls).toHaveLength(1);
  });

  test('"commit" says the rule', async () => {
    protect();
    expect((await write(2, { deliver: 'commit' })).titles).toEqual(['BRANCH_RULED_OUT']);
    expect(pulls).toEqual([]);
  });

  test('"auto" pushes where nothing forbids it', async () => {
    expect((await write(2, { deliver: 'auto' })).outputs['outcome']).toBe('written');
    expect([pulls, git(bare, 'show', 'main:f.yaml')]).toEqual([[], fileOf(digestOf(2)).replace('"old"', '"v2"')]);
  });
});
