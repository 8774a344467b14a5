import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runWith } from '@slipway/action-update-gitops';
import { action } from '@slipway/action-update-gitops/action';
import { nodeExec, runAction } from '@slipway/runner';
import { connectGitHub } from '@slipway/runner/github';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeFiles, nodeHttp } from '@slipway/system/node';
import { type Fault, type GitHubStandIn, startGitHub } from './index.ts';

const TOKEN = 'ghs_a_token_of_the_app';
const PERSON = 'ghp_a_token_of_a_person';
const FILE = 'production/images.yaml';
const HEAD = 'slipway/production/orders';
const digestOf = (digit: number): string => `sha256:${String(digit).repeat(64)}`;
const fileOf = (orders: number): string =>
  `images: # all\n  - name: r.io/orders\n    newTag: "v${orders}"\n    digest: ${digestOf(orders)}\n  - name: r.io/payments\n    digest: ${digestOf(0)}\n`;

let root: string;
let bare: string;
let server: GitHubStandIn;
let rules: Record<string, readonly ('signatures' | 'pull-request')[]>;

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'slipway-update-gitops-'));
  const work = join(root, 'work');
  [bare, rules] = [join(root, 'org/config.git'), {}];
  mkdirSync(join(root, 'org'));
  git(root, 'init', '-q', '--bare', '-b', 'main', bare);
  git(root, 'clone', '-q', bare, work);
  mkdirSync(join(work, 'production'));
  writeFileSync(join(work, FILE), fileOf(1));
  git(work, 'add', '.');
  git(work, 'commit', '-qm', 'first');
  git(work, 'push', '-q', 'origin', 'HEAD:main');
  const rights = { contents: 'write', pull_requests: 'write' } as const;
  server = await startGitHub({
    tokens: { [TOKEN]: rights, [PERSON]: rights },
    people: [PERSON],
    repositories: { 'org/config': { git: bare, rules } },
  });
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

/** The rules of the branch main, as GitHub holds them for pushes as well: no push is signed here. */
function demand(...all: readonly ('signatures' | 'pull-request')[]): void {
  rules['main'] = all;
  const words = {
    signatures: 'Commits must have verified signatures.',
    'pull-request': 'Changes must be made through a pull request.',
  };
  const lines = ['GH013: Repository rule violations found for refs/heads/main.', ...all.map((each) => `- ${words[each]}`)];
  const hook = join(bare, 'hooks/pre-receive');
  const refuse = lines.map((line) => `echo "remote: ${line}" >&2`).join('; ');
  writeFileSync(hook, `#!/bin/sh\nwhile read old new ref; do case $ref in refs/heads/main) ${refuse}; exit 1;; esac; done\n`);
  chmodSync(hook, 0o755);
}

async function act(inputs: Readonly<Record<string, string>>) {
  const given = {
    ...{ service: 'orders', environment: 'production', repository: 'org/config', token: TOKEN, file: FILE },
    ...{ 'commit-via': 'api', ...inputs },
  };
  const log = memoryLog();
  const exec = nodeExec({ environment: process.env, workspace: root });
  const ports = { log, clock: memoryClock(), files: nodeFiles(root), exec, http: nodeHttp };
  const host = memoryHost(given, ports, { temp: join(root, 'temp'), serverUrl: `file://${root}`, apiUrl: server.url });
  const exitCode = await runAction(action, runWith(connectGitHub), host);
  const { outputs, annotations } = host.written;
  const said = JSON.stringify([host.written, log.lines]);
  expect(said).not.toContain(TOKEN);
  expect(said).not.toContain(PERSON);
  expect(server.malformed).toEqual([]);
  return { exitCode, outputs, titles: annotations.map(({ title }) => title), said };
}

const write = (digit: number, inputs: Readonly<Record<string, string>> = {}) =>
  act({ image: `r.io/orders:v${digit}@${digestOf(digit)}`, run: String(digit), ...inputs });
const rollback = (digit: number) =>
  act({ mode: 'rollback', image: `r.io/orders:v${digit}@${digestOf(digit)}`, run: String(digit), reason: 'error rate' });

const show = (path: string, branch = 'main'): string => git(bare, 'cat-file', 'blob', `${branch}:${path}`);
const authors = (branch = 'main'): readonly string[] =>
  git(bare, 'log', '--first-parent', '--format=%an', branch).trim().split('\n');

describe('through the API', () => {
  test('a commit, a rollback with its hold and the lift of it are GitHub’s own, and stand in the log as git’s do', async () => {
    demand('signatures');
    const { exitCode, outputs } = await write(2);
    expect([exitCode, outputs['outcome'], outputs['commit']]).toEqual([0, 'written', git(bare, 'rev-parse', 'main').trim()]);
    expect(show(FILE)).toBe(fileOf(2));
    expect(git(bare, 'log', '-1', '--format=%s%n%(trailers)', 'main')).toContain(
      `orders: v2 in production\nService: orders\nEnvironment: production\nFile: ${FILE}\nDigest: ${digestOf(2)}\n`,
    );
    expect((await write(2)).outputs['outcome']).toBe('unchanged');
    expect((await rollback(2)).outputs['digest']).toBe(digestOf(1));
    expect(show(FILE)).toBe(fileOf(1));
    expect(show(`.slipway/holds/${FILE}/orders.json`)).toContain(digestOf(2));
    expect((await write(2, { run: '3' })).outputs['outcome']).toBe('held');
    const lifted = await act({ mode: 'lift', image: `r.io/orders@${digestOf(2)}`, reason: 'the limit was wrong', run: '4' });
    expect(lifted.outputs['outcome']).toBe('written');
    expect(authors()).toEqual(['app[bot]', 'app[bot]', 'app[bot]', 'a']);
  });

  test('a pull request is brought up to date by commits that GitHub signs, and nothing is forced', async () => {
    const by = { deliver: 'pull-request' };
    expect((await write(2, by)).outputs['pull-request']).toContain('/pull/1');
    const before = git(bare, 'rev-parse', HEAD).trim();
    await write(3, by);
    expect([show(FILE, HEAD), show(FILE), server.pulls.length]).toEqual([fileOf(3), fileOf(1), 1]);
    git(bare, 'merge-base', '--is-ancestor', before, HEAD);
    expect(git(bare, 'log', '--format=%an', `main..${HEAD}`)).toBe('app[bot]\napp[bot]\n');
    expect((await write(2, by)).outputs['outcome']).toBe('superseded');
  });

  test('a batch is one commit, and each of its services is judged by itself', async () => {
    demand('signatures');
    await write(2);
    await rollback(2);
    const changes = ['orders', 'payments'].map((service) => ({
      service,
      file: FILE,
      image: `r.io/${service}:v2@${digestOf(2)}`,
    }));
    writeFileSync(join(root, 'changes.json'), JSON.stringify(changes));
    const { exitCode, outputs } = await act({ mode: 'batch', changes: 'changes.json', run: '5', service: '', file: '' });
    expect([exitCode, outputs['outcome'], outputs['changed']]).toEqual([1, 'held', 'true']);
    expect(JSON.parse(outputs['results'] ?? '')).toMatchObject([{ outcome: 'held' }, { outcome: 'written' }]);
    expect(show(FILE)).toBe(fileOf(1).replace(digestOf(0), digestOf(2)));
    expect(authors()[0]).toBe('app[bot]');
  });

  test('what GitHub would not sign, for the token is a person’s, is refused, and the branch stays', async () => {
    const { exitCode, titles, said } = await write(2, { token: PERSON });
    expect([exitCode, titles, show(FILE)]).toEqual([1, ['COMMIT_UNSIGNED'], fileOf(1)]);
    expect(said).toContain('GitHub signs the commits of apps alone');
  });

  test.each<[string, Exclude<Fault, string>, string]>([
    ['GIT_UNAUTHORISED', { status: 401, message: 'Bad credentials' }, 'does not take the token'],
    ['GIT_FORBIDDEN', { status: 403, message: 'Resource not accessible by integration' }, 'may not write'],
    ['GIT_REPOSITORY_ABSENT', { status: 404, message: 'Not Found' }, 'no such repository'],
    ['GIT_RATE_LIMITED', { status: 403, message: 'secondary rate limit', headers: { 'retry-after': '900' } }, 'a rate limit'],
    ['GIT_RATE_LIMITED', { status: 429, message: 'slow', headers: { 'retry-after': '900' } }, 'a rate limit'],
  ])('a token or a limit that is in the way is told as %s: %j', async (code, fault, words) => {
    server.spoil(fault);
    const { exitCode, titles, said } = await write(2);
    expect([exitCode, titles, show(FILE)]).toEqual([1, [code], fileOf(1)]);
    expect(said).toContain(words);
  });

  test('a token that ends between the commit and the branch is told as ended', async () => {
    server.spoil('none', 'none', { status: 401, message: 'Bad credentials' });
    const { titles, said } = await write(2);
    expect([titles, show(FILE)]).toEqual([['GIT_TOKEN_ENDED'], fileOf(1)]);
    expect(said).toContain('took the token at first');
  });

  test('a repository that is elsewhere is refused before anything is done', async () => {
    const elsewhere = await write(2, { repository: `file://${join(root, 'work')}` });
    expect([elsewhere.titles, server.received]).toEqual([['INPUT_CONTRADICTION'], []]);
  });
});

describe('where a rule asks for signatures', () => {
  test('"auto" has GitHub make the commit, and "git" says the rule and its way out', async () => {
    demand('signatures');
    const { titles, said } = await write(2, { 'commit-via': 'git' });
    expect([titles, server.received, show(FILE)]).toEqual([['SIGNATURE_REQUIRED'], [], fileOf(1)]);
    expect(said).toContain('commit-via: api');
    expect((await write(2, { 'commit-via': 'auto' })).outputs['outcome']).toBe('written');
    expect([show(FILE), authors()]).toEqual([fileOf(2), ['app[bot]', 'a']]);
  });

  test('and for a pull request, "auto" of both opens one whose commits GitHub signs', async () => {
    demand('signatures', 'pull-request');
    const { outputs } = await write(2, { 'commit-via': 'auto', deliver: 'auto' });
    expect(outputs['pull-request']).toContain('/pull/1');
    expect([show(FILE), show(FILE, HEAD), authors(HEAD)[0]]).toEqual([fileOf(1), fileOf(2), 'app[bot]']);
    expect((await write(3, { 'commit-via': 'auto' })).titles).toEqual(['BRANCH_RULED_OUT']);
  });

  test('git pushes where nothing asks for more', async () => {
    expect((await write(2, { 'commit-via': 'auto' })).outputs['outcome']).toBe('written');
    expect([server.received, authors()[0]]).toEqual([[], 'github-actions[bot]']);
  });
});
