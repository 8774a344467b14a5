import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '@slipway/failure';
import type { GitCommits } from '@slipway/github';
import { Secret } from '@slipway/metadata';
import { nodeExec } from '@slipway/runner';
import { connectGitHub } from '@slipway/runner/github';
import type { Exec, ExecResult } from '@slipway/system';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeFiles, nodeHttp } from '@slipway/system/node';
import { bringImage, type HeadView, type Stamp, withRepository, type WriteRequest, writeBack } from '@slipway/write-back';
import { type Fault, type GitHubStandIn, startGitHub } from './index.ts';

let root: string;
let bare: string;
let work: string;
let server: GitHubStandIn;
let rules: Record<string, readonly ('signatures' | 'pull-request')[]>;

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'slipway-write-back-'));
  [bare, work, rules] = [join(root, 'config.git'), join(root, 'work'), {}];
  git(root, 'init', '-q', '--bare', '-b', 'main', bare);
  git(root, 'clone', '-q', bare, work);
  writeFileSync(join(work, 'orders.yaml'), 'orders: v0\r\n# ümlaut 🙂', { mode: 0o755 });
  chmodSync(join(work, 'orders.yaml'), 0o755);
  symlinkSync('orders.yaml', join(work, 'link.yaml'));
  commit('first');
  server = await startGitHub({
    tokens: { app: { contents: 'write' }, person: { contents: 'write' } },
    people: ['person'],
    repositories: { 'org/config': { git: bare, rules } },
  });
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

/** Somebody else's commit. */
function commit(message: string): void {
  git(work, 'add', '.');
  git(work, 'commit', '-qm', message);
  git(work, 'push', '-q', 'origin', 'HEAD:main');
}

function writeOther(name: string): void {
  git(work, 'pull', '-q', '--rebase', 'origin', 'main');
  writeFileSync(join(work, `${name}.yaml`), `${name}: 1\n`);
  commit(`by hand: ${name}`);
}

const show = (path: string, branch = 'main'): string => git(bare, 'cat-file', 'blob', `${branch}:${path}`);
const subjects = (branch = 'main'): readonly string[] =>
  git(bare, 'log', '--first-parent', '--format=%s', branch).trim().split('\n');

/** What befalls an attempt: its answer is lost, it never arrives, or the token is over. */
type Mishap = 'lost' | 'reset' | 'ended';

/** A way for commits to get to the branch. */
interface Way {
  readonly exec: Exec;
  readonly github?: GitCommits;
  befall(attempt: number, mishap: Mishap): void;
  /** Has the branch take no commit but by a pull request. */
  protect(): void;
}

const ended: ExecResult = { exitCode: 128, stdout: '', stderr: '', timedOut: false };

function byGit(): Way {
  const exec = nodeExec({ environment: process.env, workspace: root });
  const mishaps = new Map<number, Mishap>();
  let pushes = 0;
  const run: Exec['run'] = async (command, args, options) => {
    if (args[0] !== 'push') return exec.run(command, args, options);
    pushes += 1;
    const mishap = mishaps.get(pushes);
    if (mishap === 'ended') return { ...ended, stderr: 'fatal: The requested URL returned error: 401' };
    if (mishap !== 'reset') {
      const result = await exec.run(command, args, options);
      if (mishap === undefined) return result;
    }
    return { ...ended, stderr: 'fatal: the remote end hung up unexpectedly' };
  };
  const protect = (): void => {
    const hook = join(bare, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "error: GH006: Protected branch update failed for refs/heads/main." >&2\nexit 1\n');
    chmodSync(hook, 0o755);
  };
  return { exec: { ...exec, run }, befall: (attempt, mishap) => void mishaps.set(attempt, mishap), protect };
}

function connect(token: string): GitCommits {
  const world = { http: nodeHttp, clock: memoryClock(), log: memoryLog(), cancelled: new AbortController().signal };
  return connectGitHub({ apiUrl: server.url, repository: 'org/config', token: new Secret(token) }, world);
}

/** An attempt is three requests: the tree, the commit, the branch. */
function byApi(): Way {
  const befall = (attempt: number, mishap: Mishap): void => {
    const calm = (count: number): readonly Fault[] => Array.from({ length: count }, () => 'none' as const);
    const before = 3 * (attempt - 1);
    if (mishap === 'ended') server.spoil(...calm(before), { status: 401, message: 'Bad credentials' });
    else server.spoil(...calm(before + 2), mishap);
  };
  return {
    exec: nodeExec({ environment: process.env, workspace: root }),
    github: connect('app'),
    befall,
    protect: () => {
      rules['main'] = ['pull-request'];
    },
  };
}

const stampOf = (id: number, file = 'orders.yaml'): Stamp => ({
  ...{ service: 'orders', file, digest: `sha256:${id}`, run: { id, attempt: 1 } },
});

interface Asked {
  readonly id?: number;
  readonly file?: string;
  readonly from?: string;
  /** Done while an attempt is at its edit, from 1. */
  readonly meanwhile?: (attempt: number) => void | Promise<void>;
  /** Done while it waits for its next attempt. */
  readonly asleep?: () => void;
}

function write(way: Way, { id = 7, file, from, meanwhile = () => undefined, asleep = () => undefined }: Asked = {}) {
  let attempt = 0;
  const stamp = stampOf(id, file);
  const edit = (text: string) => {
    const edited = text.replace(/v\d+/, `v${id}`);
    return { text: edited, changes: edited === text ? [] : [`v${id}`] };
  };
  const plan = bringImage({ subject: `orders: v${id}`, stamp, edit });
  const request: WriteRequest<string> = {
    ...{ branch: 'main', attempts: 50, dryRun: false, ...(from !== undefined && { from }) },
    plan: async (head: HeadView) => {
      const planned = await plan(head);
      attempt += 1;
      await meanwhile(attempt);
      return planned;
    },
  };
  const [clock, log] = [memoryClock(0, asleep), memoryLog()];
  const access = { url: `file://${bare}`, folder: join(root, `temp-${id}`), token: undefined, github: way.github };
  const world = { exec: way.exec, files: nodeFiles(root), clock, log };
  return withRepository(access, world, (repository) => writeBack(request, { repository, clock, log }));
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((failure: unknown) => failure);
  if (error instanceof Failure) return error.code;
  throw new Error('nothing failed');
}

/** What holds wherever commits go. */
describe.each([
  ['by git', byGit],
  ['through the API', byApi],
])('a write %s', (_, wayOf) => {
  test('is one commit on the head, with its trailers, the mode of the file, and nobody else’s bytes changed', async () => {
    const head = git(bare, 'rev-parse', 'main').trim();
    const written = await write(wayOf());
    expect(written).toMatchObject({ kind: 'written', attempts: 1, commit: git(bare, 'rev-parse', 'main').trim() });
    expect(git(bare, 'rev-parse', 'main~1').trim()).toBe(head);
    expect(show('orders.yaml')).toBe('orders: v7\r\n# ümlaut 🙂');
    expect(git(bare, 'diff-tree', '-r', '--format=', '--name-only', 'main~1', 'main')).toBe('orders.yaml\n');
    expect(git(bare, 'ls-tree', 'main', 'orders.yaml')).toMatch(/^100755 /);
    expect(git(bare, 'log', '-1', '--format=%(trailers)', 'main')).toContain(
      'Service: orders\nFile: orders.yaml\nDigest: sha256:7\nRun: 7.1\n',
    );
    expect(readdirSync(root).toSorted()).toEqual(['config.git', 'work']);
    expect(server.malformed).toEqual([]);
  });

  test('is made anew on what others wrote meanwhile, and nobody’s commit is lost', async () => {
    const meanwhile = (attempt: number): void => {
      if (attempt < 3) writeOther(`other${attempt}`);
    };
    expect(await write(wayOf(), { meanwhile })).toMatchObject({ kind: 'written', attempts: 3 });
    expect(subjects()).toEqual(['orders: v7', 'by hand: other2', 'by hand: other1', 'first']);
  });

  test('of a value that is there makes no commit; of an older run it is superseded', async () => {
    await write(wayOf());
    expect(await write(wayOf())).toMatchObject({ kind: 'unchanged' });
    expect(await write(wayOf(), { id: 6 })).toMatchObject({ kind: 'superseded', by: { run: { id: 7 } } });
    expect(subjects()).toHaveLength(2);
  });

  test('is superseded by a newer run that was quicker', async () => {
    const meanwhile = async (attempt: number): Promise<void> => {
      if (attempt === 1) await write(wayOf(), { id: 8 });
    };
    expect(await write(wayOf(), { id: 7, meanwhile })).toMatchObject({ kind: 'superseded', by: { run: { id: 8 } }, attempts: 2 });
    expect(show('orders.yaml')).toContain('v8');
  });

  test('whose answer is lost is found on the branch, and made once, also under what others wrote since', async () => {
    const way = wayOf();
    way.befall(1, 'lost');
    const written = await write(way, { asleep: () => writeOther('other') });
    expect(written).toMatchObject({ kind: 'written', attempts: 1, commit: git(bare, 'rev-parse', 'main~1').trim() });
    expect(subjects()).toEqual(['by hand: other', 'orders: v7', 'first']);
  });

  test('that never arrived is made again', async () => {
    const way = wayOf();
    way.befall(1, 'reset');
    expect(await write(way)).toMatchObject({ kind: 'written', attempts: 2 });
    expect(subjects()).toEqual(['orders: v7', 'first']);
  });

  test('whose token ends between two attempts says so', async () => {
    const way = wayOf();
    way.befall(2, 'ended');
    expect(await codeOf(write(way, { meanwhile: (attempt) => writeOther(`other${attempt}`) }))).toBe('GIT_TOKEN_ENDED');
    expect(subjects()).toEqual(['by hand: other2', 'by hand: other1', 'first']);
  });

  test('that a rule forbids is not tried again', async () => {
    const way = wayOf();
    way.protect();
    const attempts: number[] = [];
    expect(await codeOf(write(way, { meanwhile: (attempt) => void attempts.push(attempt) }))).toBe('BRANCH_RULED_OUT');
    expect([attempts, subjects()]).toEqual([[1], ['first']]);
  });

  test('of a link is refused before anything is asked of the server', async () => {
    expect(await codeOf(write(wayOf(), { file: 'link.yaml' }))).toBe('FILE_NOT_TEXT');
    expect([server.received, subjects()]).toEqual([[], ['first']]);
  });

  test('after history was rewritten is made on what is there, and never over it', async () => {
    const meanwhile = (attempt: number): void => {
      if (attempt > 1) return;
      git(work, 'commit', '-q', '--amend', '-m', 'rewritten');
      git(work, 'push', '-qf', 'origin', 'HEAD:main');
    };
    expect(await write(wayOf(), { meanwhile })).toMatchObject({ kind: 'written', attempts: 2 });
    expect(subjects()).toEqual(['orders: v7', 'rewritten']);
  });

  test('to a branch of its own begins it, and goes on from both its end and the head', async () => {
    const from = 'slipway/production/orders';
    await write(wayOf(), { from });
    const before = git(bare, 'rev-parse', from).trim();
    writeOther('other');
    expect(await write(wayOf(), { id: 8, from })).toMatchObject({ kind: 'written' });
    expect([show('orders.yaml', from), show('other.yaml', from)]).toEqual(['orders: v8\r\n# ümlaut 🙂', 'other: 1\n']);
    git(bare, 'merge-base', '--is-ancestor', before, from);
    git(bare, 'merge-base', '--is-ancestor', 'main', from);
    expect(show('orders.yaml')).toContain('v0');
  });

  test('of ten writers at once loses none', async () => {
    const ids = Array.from({ length: 10 }, (_unused, index) => index + 10);
    for (const id of ids) writeFileSync(join(work, `svc${id}.yaml`), 'value: v0\n');
    commit('ten');
    const results = await Promise.all(ids.map((id) => write(wayOf(), { id, file: `svc${id}.yaml` })));
    expect(results.map(({ kind }) => kind)).toEqual(ids.map(() => 'written'));
    expect(ids.map((id) => show(`svc${id}.yaml`))).toEqual(ids.map((id) => `value: v${id}\n`));
    expect(subjects()).toHaveLength(12);
  }, 60_000);
});

describe('a commit through the API', () => {
  test('is signed where a rule asks for that', async () => {
    rules['main'] = ['signatures'];
    expect(await write(byApi())).toMatchObject({ kind: 'written', attempts: 1 });
    expect(git(bare, 'log', '-1', '--format=%an', 'main')).toBe('app[bot]\n');
  });

  test('that GitHub does not sign never gets to the branch', async () => {
    expect(await codeOf(write({ ...byApi(), github: connect('person') }))).toBe('COMMIT_UNSIGNED');
    expect(subjects()).toEqual(['first']);
    expect(server.received.map(({ path }) => path)).toEqual(['/repos/org/config/git/trees', '/repos/org/config/git/commits']);
  });

  test('waits for a limit, and gives up where it is too long', async () => {
    server.spoil({ status: 403, message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '7' } });
    expect(await write(byApi())).toMatchObject({ kind: 'written', attempts: 2 });
    server.spoil({ status: 429, message: 'slow', headers: { 'retry-after': '3600' } });
    expect(await codeOf(write(byApi(), { id: 8 }))).toBe('GIT_RATE_LIMITED');
  });

  test.each<[string, Exclude<Fault, string>]>([
    ['GIT_UNAUTHORISED', { status: 401, message: 'Bad credentials' }],
    ['GIT_FORBIDDEN', { status: 403, message: 'Resource not accessible by integration' }],
    ['GIT_REPOSITORY_ABSENT', { status: 404, message: 'Not Found' }],
  ])('is refused as %s, at once', async (code, fault) => {
    server.spoil(fault);
    expect(await codeOf(write(byApi()))).toBe(code);
    expect([server.received.length, subjects()]).toEqual([1, ['first']]);
  });
});
