import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryGitHub } from '@slipway/github/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles } from '@slipway/system/node';
import { action } from './action.ts';
import { runWith } from './run.ts';

const digestOf = (digit: number): string => `sha256:${String(digit).repeat(64)}`;
const FILE = 'production/ä b.yaml';

let root: string;
let bare: string;
let work: string;

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-audit-'));
  [bare, work] = [join(root, 'config.git'), join(root, 'work')];
  git(root, 'init', '-q', '--bare', '-b', 'main', bare);
  git(root, 'clone', '-q', bare, work);
  commitByHand('first', { [FILE]: `images:\n  - name: r.io/orders\n    digest: ${digestOf(1)}\n`, 'staging/a.yaml': 'x: 1\n' });
  git(work, 'tag', 'begun');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function commitByHand(message: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(work, path, '..'), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  git(work, 'add', '.');
  git(work, 'commit', '-qm', message);
  git(work, 'push', '-q', 'origin', 'HEAD:main');
  return git(work, 'rev-parse', 'HEAD').trim();
}

async function act(inputs: Readonly<Record<string, string>>, workspace = work) {
  const ports = { log: memoryLog(), clock: nodeClock, files: nodeFiles(workspace) };
  const exec = nodeExec({ environment: process.env, workspace });
  const host = memoryHost(inputs, { ...ports, exec }, { temp: join(root, 'temp'), runId: '7', runAttempt: '1' });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const { outputs, annotations } = host.written;
  return { exitCode, outputs, titles: annotations.map(({ title }) => title), found: JSON.parse(outputs['results'] || '[]') };
}

const audit = (inputs: Readonly<Record<string, string>> = {}, workspace?: string) =>
  act({ mode: 'audit', folder: 'production', since: 'begun', ...inputs }, workspace);

async function bring(digit: number, inputs: Readonly<Record<string, string>>): Promise<void> {
  const place = { service: 'orders', repository: `file://${bare}`, file: FILE, image: `r.io/orders@${digestOf(digit)}` };
  expect((await act({ ...place, ...inputs })).exitCode).toBe(0);
  git(work, 'pull', '-q', '--rebase', 'origin', 'main');
}

describe('an audit', () => {
  test('finds nothing where each change names its evidence, or the reason to go back', async () => {
    await bring(2, { evidence: 'https://x/2' });
    await bring(2, { mode: 'rollback', reason: 'errors' });
    commitByHand('elsewhere', { 'staging/a.yaml': 'x: 2\n' });
    const { exitCode, outputs } = await audit();
    expect([exitCode, outputs['outcome'], outputs['results']]).toEqual([0, 'clean', '[]']);
  });

  test('tells what came by hand, what names no evidence, and evidence that is another file’s', async () => {
    await bring(2, {});
    const byHand = commitByHand('by hand', { [FILE]: 'x: 1\n' });
    const other = commitByHand('x\n\nService: orders\nFile: production/other.yaml\nEvidence: https://x/e', { [FILE]: 'x: 2\n' });
    const { exitCode, titles, found } = await audit();
    expect([exitCode, titles]).toEqual([1, ['EVIDENCE_MISSING', 'EVIDENCE_MISSING', 'EVIDENCE_MISSING']]);
    expect(found).toMatchObject([
      { commit: other, author: 'a', file: FILE, lack: 'trailers' },
      { commit: byHand, subject: 'by hand', lack: 'trailers' },
      { author: 'github-actions[bot]', lack: 'evidence' },
    ]);
  });

  test('sees through merges: what a side branch changed and undid, and what the merge itself changed', async () => {
    git(work, 'checkout', '-q', '-b', 'side');
    writeFileSync(join(work, FILE), 'x: side\n');
    git(work, 'commit', '-qam', 'side');
    git(work, 'revert', '--no-edit', 'HEAD');
    git(work, 'checkout', '-q', '-b', 'trunk', 'begun');
    git(work, 'commit', '-q', '--allow-empty', '-m', 'trunk');
    git(work, 'merge', '-q', '--no-ff', '--no-commit', 'side');
    writeFileSync(join(work, FILE), 'x: merged\n');
    git(work, 'add', '.');
    git(work, 'commit', '-qm', 'merge');
    const { found } = await audit();
    expect(found.map(({ subject }: { subject: string }) => subject).toSorted()).toEqual(['Revert "side"', 'merge', 'side']);
  });

  test('that could not tell is red: a cut history, no such folder, no such commit', async () => {
    git(root, 'clone', '-q', '--depth', '1', `file://${bare}`, join(root, 'shallow'));
    expect((await audit({ since: '' }, join(root, 'shallow'))).titles).toEqual(['HISTORY_CUT']);
    expect((await audit({ folder: 'none' })).titles).toEqual(['FOLDER_ABSENT']);
    expect((await audit({ since: 'none' })).titles).toEqual(['INPUT_MALFORMED']);
    expect((await audit({ since: '--output=x' })).titles).toEqual(['INPUT_MALFORMED']);
    expect((await audit({ since: '' })).titles).toEqual(['EVIDENCE_MISSING']);
  });
});
