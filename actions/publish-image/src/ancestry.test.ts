import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryGitHub } from '@slipway/github/memory';
import { nodeExec } from '@slipway/runner';
import { scriptedExec } from '@slipway/system/memory';
import { ancestryOf } from './ancestry.ts';

let root: string;
let full: string;
let shallow: string;
let commits: Record<'a' | 'b' | 'c' | 'side', string>;

function git(folder: string, ...args: string[]): string {
  const who = ['-c', 'user.name=dev', '-c', 'user.email=dev@example.com'];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-ancestry-'));
  [full, shallow] = [join(root, 'full'), join(root, 'shallow')];
  git(root, 'init', '--quiet', '--initial-branch=main', full);
  const commit = (message: string): string => {
    git(full, 'commit', '--quiet', '--allow-empty', '--message', message);
    return git(full, 'rev-parse', 'HEAD');
  };
  const [a, b] = [commit('a'), commit('b')];
  git(full, 'checkout', '--quiet', '-b', 'side');
  const side = commit('side');
  git(full, 'checkout', '--quiet', 'main');
  commits = { a, b, c: commit('c'), side };
  git(root, 'clone', '--quiet', '--depth=1', `file://${full}`, shallow);
});

afterAll(() => rmSync(root, { recursive: true }));

const execIn = (workspace: string) => nodeExec({ environment: process.env, workspace });

describe('how a commit stands to ours', () => {
  test.each([
    ['b', 'b', 'same'],
    ['a', 'c', 'older'],
    ['c', 'a', 'newer'],
    ['side', 'c', 'parted'],
  ] as const)('by the checkout: %s to %s is %s', async (other, ours, kind) => {
    expect(await ancestryOf({ exec: execIn(full) }).relate(commits[other], commits[ours])).toEqual({ kind });
  });

  test('is asked of GitHub where the checkout lacks a commit or the history between them', async () => {
    const { a, b, c, side } = commits;
    const github = memoryGitHub({ parents: { [c]: [b], [b]: [a], [side]: [b] } });
    const ancestry = ancestryOf({ exec: execIn(shallow), github });
    expect(await ancestry.relate(a, c)).toEqual({ kind: 'older' });
    expect(await ancestry.relate(side, c)).toEqual({ kind: 'parted' });
    expect(await ancestryOf({ exec: execIn(root), github }).relate(c, a)).toEqual({ kind: 'newer' });
  });

  test('could not be told without a token, without Git, or of a commit that nobody has', async () => {
    const { a, c } = commits;
    const unknown = { kind: 'unknown', reason: expect.stringContaining('no token') };
    expect(await ancestryOf({ exec: execIn(shallow) }).relate(a, c)).toEqual(unknown);
    expect(await ancestryOf({ exec: scriptedExec() }).relate(a, c)).toEqual(unknown);
    const github = memoryGitHub({ commits: [c] });
    const gone = await ancestryOf({ exec: execIn(full), github }).relate('f'.repeat(40), c);
    expect(gone).toEqual({ kind: 'unknown', reason: expect.stringContaining('404') });
  });
});
