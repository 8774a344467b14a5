import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommitDraft, GitHub } from '@slipway/github';
import { memoryGitHub, memoryHistory } from '@slipway/github/memory';
import { Secret } from '@slipway/metadata';
import { connectGitHub } from '@slipway/runner/github';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { gitIn } from './git-data.ts';
import { type GitHubStandIn, startGitHub } from './index.ts';

let root: string;
let bare: string;
let first: string;
let tree: string;
let server: GitHubStandIn;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'slipway-commits-'));
  bare = join(root, 'config.git');
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', bare]);
  tree = gitIn(bare, ['mktree'], `100644 blob ${gitIn(bare, ['hash-object', '-w', '--stdin'], 'kept')}\tkept.txt\n`);
  first = gitIn(bare, ['commit-tree', tree], 'first');
  gitIn(bare, ['update-ref', 'refs/heads/main', first]);
  server = await startGitHub({
    tokens: { app: { contents: 'write' }, person: { contents: 'write' }, reader: { contents: 'read' } },
    people: ['person'],
    repositories: { 'org/config': { git: bare } },
  });
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

function open(token = 'app'): GitHub {
  const world = { http: nodeHttp, clock: memoryClock(), log: memoryLog(), cancelled: new AbortController().signal };
  return connectGitHub({ apiUrl: server.url, repository: 'org/config', token: new Secret(token) }, world);
}

const draft = (subject = 'orders: v2'): CommitDraft => ({
  message: `${subject}\n\nService: orders\n`,
  parents: [first],
  baseTree: tree,
  files: [{ path: 'production/a b.yaml', mode: '100755', text: '\uFEFFimage: ümlaut 🙂\r\nend' }],
});

async function made(github: GitHub, subject?: string): Promise<string> {
  const answer = await github.createCommit(draft(subject));
  if (answer.kind !== 'answered') throw new Error(answer.refusal.message);
  return answer.value.id;
}

/** What both the stand-in and the one in memory must do. */
describe.each<[string, (reason?: string) => GitHub]>([
  ['over HTTP', (reason) => open(reason === undefined ? 'app' : 'person')],
  ['in memory', (reason = 'valid') => memoryGitHub({ history: memoryHistory({ main: first }), verification: reason })],
])('commits that GitHub makes %s', (_, connect) => {
  test('lead a branch forward, and nowhere else', async () => {
    const github = connect();
    const [one, other] = [await made(github), await made(github, 'orders: v3')];
    expect(await github.advanceBranch('main', one)).toEqual({ kind: 'answered', value: undefined });
    const refusal = { status: 422, message: expect.stringContaining('Update is not a fast forward') };
    expect(await github.advanceBranch('main', other)).toMatchObject({ kind: 'refused', refusal });
    expect(await github.advanceBranch('none', one)).toMatchObject({
      refusal: { status: 422, message: expect.stringContaining('Reference does not exist') },
    });
  });

  test('begin a branch once', async () => {
    const github = connect();
    const one = await made(github);
    expect(await github.createBranch('slipway/orders', one)).toMatchObject({ kind: 'answered' });
    expect(await github.createBranch('slipway/orders', one)).toMatchObject({
      refusal: { status: 422, message: expect.stringContaining('Reference already exists') },
    });
  });

  test('are signed for an app, and not for a person', async () => {
    expect(await connect().createCommit(draft())).toMatchObject({ value: { verified: true, reason: 'valid' } });
    expect(await connect('unsigned').createCommit(draft())).toMatchObject({ value: { verified: false, reason: 'unsigned' } });
  });
});

test('what is sent is what GitHub takes, byte for byte, with the mode of each file', async () => {
  const github = open();
  const id = await made(github);
  await github.advanceBranch('main', id);
  const bytes = execFileSync('git', ['cat-file', 'blob', 'main:production/a b.yaml'], { cwd: bare });
  expect(bytes.toString()).toBe(draft().files[0]?.text);
  expect(gitIn(bare, ['ls-tree', '-r', '--format=%(objectmode) %(path)', 'main'])).toBe(
    '100644 kept.txt\n100755 production/a b.yaml',
  );
  expect(server.malformed).toEqual([]);
});

test('a token that may only read is refused, and nothing is sent twice', async () => {
  expect(await open('reader').createCommit(draft())).toMatchObject({ kind: 'refused', refusal: { status: 403 } });
  server.spoil({ status: 502 });
  expect(await open().createCommit(draft())).toMatchObject({ kind: 'refused', refusal: { status: 502 } });
  expect(server.received.map(({ status }) => status)).toEqual([403, 502]);
});
