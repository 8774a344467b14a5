import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { nodeExec, type RunContext, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { ExecOptions, ExecResult } from '@slipway/system';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles } from '@slipway/system/node';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { action } from './action.ts';
import { runWith } from './run.ts';

const OLD = `sha256:${'0'.repeat(64)}`;
const digestOf = (number: number): string => `sha256:${String(number).padStart(64, 'a')}`;
const TOKEN = 'ghs_a_secret_token';
const KUSTOMIZATION = `# ümlaut 🙂\r\nimages:\r\n  - name: ghcr.io/org/orders\r\n    newTag: "old"   # tag\r\n    digest: '${OLD}'\r\n# no end`;

let root: string;
let bare: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-gitops-'));
  bare = join(root, 'config.git');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const IDENTITY = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@x', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@x' };

function git(folder: string, ...args: string[]): string {
  const env = { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1', ...IDENTITY };
  return execFileSync('git', ['-c', 'core.autocrlf=false', ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

/** A bare repository whose branch main holds the files. */
function makeBare(files: Readonly<Record<string, string>>): void {
  const work = join(root, 'work');
  git(root, 'init', '-q', '-b', 'main', work);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(work, path, '..'), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  git(work, 'add', '.');
  git(work, 'commit', '-q', '-m', 'first');
  git(root, 'clone', '-q', '--bare', work, bare);
}

const show = (path: string): string => git(bare, 'cat-file', 'blob', `main:${path}`);
const commits = (): number => Number(git(bare, 'rev-list', '--count', 'main'));

type Around = (subcommand: string | undefined, run: (options?: ExecOptions) => Promise<ExecResult>) => Promise<ExecResult>;

async function write(
  inputs: Readonly<Record<string, string>> = {},
  context: Partial<RunContext> = {},
  around: Around = (_, run) => run(),
) {
  const given = {
    ...{ service: 'orders', repository: `file://${bare}`, file: 'orders/kustomization.yaml', token: TOKEN },
    image: `ghcr.io/org/orders:new@${digestOf(7)}`,
    ...inputs,
  };
  const log = memoryLog();
  const asked: (readonly string[])[] = [];
  const exec = nodeExec({ environment: process.env, workspace: root });
  const ports = {
    ...{ log, clock: nodeClock, files: nodeFiles(root) },
    exec: {
      ...exec,
      run: (command: string, args: readonly string[], options?: ExecOptions) => {
        asked.push([command, ...args]);
        return around(args[0], (more) => exec.run(command, args, { ...options, ...more }));
      },
    },
  };
  const host = memoryHost(given, ports, { temp: join(root, 'temp'), runId: '7', runAttempt: '2', ...context });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const said = JSON.stringify([host.written, log.lines, asked]);
  return { exitCode, outputs: host.written.outputs, annotations: host.written.annotations, said, log };
}

describe('with a real repository', () => {
  test('one commit changes the bytes of two values, and says who, what and why', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION, 'other.yaml': 'x: 1\n' });
    const { exitCode, outputs } = await write({ environment: 'production', evidence: 'https://x/e' });
    expect([exitCode, outputs['outcome'], outputs['changed'], outputs['attempts']]).toEqual([0, 'written', 'true', '1']);
    expect(show('orders/kustomization.yaml')).toBe(KUSTOMIZATION.replace('"old"', '"new"').replace(OLD, digestOf(7)));
    expect(git(bare, 'rev-parse', 'main').trim()).toBe(outputs['commit']);
    expect(git(bare, 'diff-tree', '--name-only', '-r', '--no-commit-id', 'main')).toBe('orders/kustomization.yaml\n');
    expect(git(bare, 'log', '-1', '--format=%s%n%(trailers)', 'main')).toBe(
      'orders: new in production\nService: orders\nEnvironment: production\nFile: orders/kustomization.yaml\n' +
        `Digest: ${digestOf(7)}\nSource: org/order-service@a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d\nRun: 7.2\n` +
        'Run-URL: https://github.com/org/order-service/actions/runs/1\nActor: dev\nEvidence: https://x/e\n\n',
    );
    expect(() => git(bare, 'fsck', '--strict')).not.toThrow();
    expect(readdirSync(join(root, 'temp'))).toEqual([]);
  });

  test('a file keeps its mode, also out of a partial clone', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    git(bare, 'config', 'uploadpack.allowFilter', 'true');
    git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const work = join(root, 'work');
    chmodSync(join(work, 'orders/kustomization.yaml'), 0o755);
    git(work, 'commit', '-qam', 'mode');
    git(work, 'push', '-q', bare, 'main');
    expect((await write()).exitCode).toBe(0);
    expect(git(bare, 'ls-tree', 'main', '--', 'orders/kustomization.yaml')).toMatch(/^100755 /);
  });

  test('values that are there make no commit', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    const first = await write();
    const { exitCode, outputs } = await write();
    expect([exitCode, outputs['outcome'], outputs['changed'], outputs['commit']]).toEqual([
      0,
      'unchanged',
      'false',
      first.outputs['commit'],
    ]);
    expect(commits()).toBe(2);
  });

  test('an older run does not write over a newer one, nor an older attempt', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    await write({ run: '8' });
    for (const older of ['7', '7.9']) {
      const { exitCode, outputs, said } = await write({ run: older, image: `ghcr.io/org/orders:o@${digestOf(1)}` });
      expect([exitCode, outputs['outcome'], outputs['commit']]).toEqual([0, 'superseded', '']);
      expect(said).toContain('newer run 8');
    }
    expect(show('orders/kustomization.yaml')).toContain(digestOf(7));
    expect((await write({ run: '10', image: `ghcr.io/org/orders:n@${digestOf(2)}` })).outputs['outcome']).toBe('written');
  });

  test('names that are no words are written, and known again', async () => {
    const odd = { file: 'a  b/ü "q" $(id) .*.yaml', service: 'my  orders (.*)' };
    makeBare({ [odd.file]: KUSTOMIZATION });
    expect((await write({ ...odd, run: '8' })).outputs['outcome']).toBe('written');
    expect(show(odd.file)).toContain(digestOf(7));
    const older = await write({ ...odd, run: '7', image: `ghcr.io/org/orders:o@${digestOf(1)}` });
    expect(older.outputs['outcome']).toBe('superseded');
    const other = await write({ ...odd, service: 'my orders X', run: '7', image: `ghcr.io/org/orders:o@${digestOf(1)}` });
    expect(other.outputs['outcome']).toBe('written');
  });

  test('a trial writes nothing and shows the change', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    const { exitCode, outputs, said } = await write({ 'dry-run': 'true' });
    expect([exitCode, outputs['outcome'], outputs['changed'], commits()]).toEqual([0, 'planned', 'false', 1]);
    expect(said).toContain('-newTag: old\\n+newTag: new');
  });

  test('a wrong address, a link and a missing file fail with their place, and nothing is written', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    const absent = await write({ at: 'pay' });
    expect(absent.exitCode).toBe(1);
    expect(absent.annotations).toMatchObject([{ level: 'error', file: `file://${bare}/orders/kustomization.yaml`, line: 3 }]);
    expect((await write({ file: 'orders' })).said).toContain('FILE_NOT_TEXT');
    expect((await write({ file: 'none.yaml' })).said).toContain('FILE_NOT_FOUND');
    expect((await write({ branch: 'none' })).said).toContain('GIT_BRANCH_ABSENT');
    expect(commits()).toBe(1);
  });

  test('a branch that a rule guards is told with the rule, at once', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    const hook = join(bare, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "error: GH006: Protected branch update failed for refs/heads/main." >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    const { exitCode, said } = await write();
    expect(exitCode).toBe(1);
    expect(said).toContain('BRANCH_RULED_OUT');
    expect(said).toContain('GH006: Protected branch update failed');
  });

  test('a server that hangs on a hook is asked again, and the commit is made once', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    const hook = join(bare, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\nrm "$0"\nexec sleep 600\n');
    chmodSync(hook, 0o755);
    const impatient: Around = (subcommand, run) => run(subcommand === 'push' ? { timeoutMs: 2000 } : {});
    const { exitCode, outputs, log } = await write({}, {}, impatient);
    expect([exitCode, outputs['outcome'], outputs['attempts'], commits()]).toEqual([0, 'written', '2', 2]);
    expect(log.lines.join('\n')).toContain('did not answer within');
  });

  test.each(['fetch', 'fast-import', 'push'])('a disk that is full is told as such, at once: %s', async (step) => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    let asked = 0;
    const full: Around = (subcommand, run) => {
      if (subcommand !== step) return run();
      asked += 1;
      const stderr = 'fatal: write error: No space left on device';
      return Promise.resolve({ exitCode: 128, stdout: '', stderr, timedOut: false });
    };
    const { exitCode, annotations } = await write({}, {}, full);
    expect([exitCode, annotations.map(({ title }) => title), asked, commits()]).toEqual([1, ['DISK_FULL'], 1, 1]);
  });

  test('history that is rewritten while it writes is never written over', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    const work = join(root, 'work');
    git(work, 'commit', '-q', '--amend', '-m', 'rewritten');
    // The first push finds another history than the one it fetched.
    const hook = join(bare, 'hooks/pre-receive');
    writeFileSync(
      hook,
      `#!/bin/sh\nrm "$0"\nunset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES\n` +
        `git fetch -q "${work}" main && git update-ref refs/heads/main FETCH_HEAD\n`,
    );
    chmodSync(hook, 0o755);
    const { exitCode, outputs, log } = await write();
    expect([exitCode, outputs['outcome'], outputs['attempts']]).toEqual([0, 'written', '2']);
    expect(git(bare, 'log', '--format=%s', 'main')).toBe('orders: new\nrewritten\n');
    expect(log.lines.join('\n')).toContain('was rewritten');
  });
});

describe('twenty writers at once', () => {
  const names = Array.from({ length: 20 }, (_, index) => `svc${String(index).padStart(2, '0')}`);
  const entry = (name: string): string => `  - name: r.io/${name}\n    digest: ${OLD}\n`;
  const all = (file: (name: string) => string) =>
    Promise.all(
      names.map((service, index) =>
        write({ service, file: file(service), image: `r.io/${service}@${digestOf(index)}`, run: String(100 + index) }),
      ),
    );

  test('on files of their own, none is lost', async () => {
    makeBare(Object.fromEntries(names.map((name) => [`${name}.yaml`, `images:\n${entry(name)}`])));
    const results = await all((name) => `${name}.yaml`);
    expect(results.map(({ outputs }) => outputs['outcome'])).toEqual(names.map(() => 'written'));
    for (const [index, name] of names.entries())
      expect(show(`${name}.yaml`)).toBe(`images:\n${entry(name).replace(OLD, digestOf(index))}`);
    expect(commits()).toBe(21);
  }, 120_000);

  test('on one file, none is lost', async () => {
    makeBare({ 'all.yaml': `images:\n${names.map(entry).join('')}` });
    const results = await all(() => 'all.yaml');
    expect(results.map(({ outputs }) => outputs['outcome'])).toEqual(names.map(() => 'written'));
    expect(show('all.yaml')).toBe(`images:\n${names.map((name, index) => entry(name).replace(OLD, digestOf(index))).join('')}`);
    expect(commits()).toBe(21);
    expect(results.some(({ outputs }) => Number(outputs['attempts']) > 1)).toBe(true);
  }, 120_000);

  test('of one service, the newest run wins', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    const results = await Promise.all(
      names.map((_, index) => write({ run: String(100 + index), image: `ghcr.io/org/orders:t${index}@${digestOf(index)}` })),
    );
    expect(results.map(({ exitCode }) => exitCode)).toEqual(names.map(() => 0));
    expect(show('orders/kustomization.yaml')).toContain(digestOf(19));
    const runs = git(bare, 'log', '--format=%(trailers:key=Run,valueonly)', 'main').split('\n').filter(Boolean).map(Number);
    expect(runs).toEqual(runs.toSorted((a, b) => b - a));
  }, 120_000);
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function withServer<T>(answer: Answer, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/config.git`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Git's own server behind a login. */
function gitServer(request: IncomingMessage, response: ServerResponse): void {
  const wanted = `Basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`;
  if (request.headers.authorization !== wanted) return void response.writeHead(401).end();
  const { pathname, search } = new URL(request.url ?? '', 'http://x');
  const env = {
    ...{ PATH: process.env['PATH'], GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: '1', REMOTE_USER: 'bot', HOME: root },
    ...{ PATH_INFO: pathname, QUERY_STRING: search.slice(1), REQUEST_METHOD: request.method },
    ...{ CONTENT_TYPE: request.headers['content-type'] ?? '', HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '' },
    ...{ GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '') },
  };
  const backend = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  request.pipe(backend.stdin);
  const pieces: Buffer[] = [];
  backend.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  backend.on('close', () => {
    const all = Buffer.concat(pieces);
    const end = all.indexOf('\r\n\r\n');
    const headers = all
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(/: (.*)/s) as [string, string]);
    const status = Number(headers.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? 200);
    response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status'))).end(all.subarray(end + 4));
  });
}

describe('over http', () => {
  test('the token opens the repository, and is in nothing that is told', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    git(bare, 'config', 'uploadpack.allowFilter', 'true');
    const { exitCode, outputs, said, log } = await withServer(gitServer, (url) => write({ repository: url }));
    expect([exitCode, outputs['outcome']]).toEqual([0, 'written']);
    expect(show('orders/kustomization.yaml')).toContain(digestOf(7));
    expect(said).toContain('fast-import');
    expect(said).not.toContain(TOKEN);
    expect(said).not.toContain(Buffer.from(`x-access-token:${TOKEN}`).toString('base64'));
    expect(log.masked).toContain(Buffer.from(`x-access-token:${TOKEN}`).toString('base64'));
  });

  test('a wrong token is told as one', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    const { exitCode, said } = await withServer(gitServer, (url) => write({ repository: url, token: 'ghs_other_token' }));
    expect(exitCode).toBe(1);
    expect(said).toContain('GIT_UNAUTHORISED');
    expect(said).not.toContain('ghs_other_token');
  });

  test('a token that ends between two attempts is told as ended, and nothing is written', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    let [pushes, ended] = [0, false];
    const ending: Answer = (request, response) => {
      if (ended) return void response.writeHead(401).end();
      if (request.method !== 'POST' || request.url?.endsWith('git-receive-pack') !== true) return gitServer(request, response);
      pushes += 1;
      // Somebody is quicker just now, and then the token's hour is over.
      const work = join(root, 'work');
      git(work, 'commit', '-q', '--allow-empty', '-m', 'other');
      git(work, 'push', '-q', bare, 'main');
      ended = true;
      gitServer(request, response);
    };
    const { exitCode, said } = await withServer(ending, (url) => write({ repository: url }));
    expect([exitCode, pushes, commits()]).toEqual([1, 1, 2]);
    expect(said).toContain('GIT_TOKEN_ENDED');
    expect(said).not.toContain(TOKEN);
  });

  test('a push whose answer is lost is found on the branch, and made once', async () => {
    makeBare({ 'orders/kustomization.yaml': KUSTOMIZATION });
    let lost = 0;
    const losing: Answer = (request, response) => {
      if (request.method !== 'POST' || request.url?.endsWith('git-receive-pack') !== true) return gitServer(request, response);
      lost += 1;
      // The server does its work, and what it says about it goes nowhere.
      const end = response.end.bind(response);
      response.writeHead = () => response;
      response.end = () => {
        request.socket.destroy();
        return end();
      };
      gitServer(request, response);
    };
    const { exitCode, outputs } = await withServer(losing, (url) => write({ repository: url }));
    expect([exitCode, outputs['outcome'], commits()]).toEqual([0, 'written', 2]);
    // libcurl sends a request again by itself when a connection that was kept breaks.
    expect(lost).toBeGreaterThan(0);
    expect(outputs['commit']).toBe(git(bare, 'rev-parse', 'main').trim());
  });

  test.each([
    [403, 'GIT_FORBIDDEN', 1],
    [404, 'GIT_REPOSITORY_ABSENT', 1],
    [502, 'GIT_UNREACHABLE', 2],
    [429, 'GIT_RATE_LIMITED', 2],
  ])('%i is told as %s after %i attempts', async (status, problem, attempts) => {
    let asked = 0;
    const answer: Answer = (_, response) => {
      asked += 1;
      response.writeHead(status).end();
    };
    const { exitCode, said } = await withServer(answer, (url) => write({ repository: url, attempts: '2' }));
    expect(exitCode).toBe(1);
    expect(said).toContain(problem);
    expect(asked).toBe(attempts);
  });

  test('a redirect is not followed, for the token would go with it', async () => {
    let elsewhere = 0;
    await withServer(
      (_, response) => {
        elsewhere += 1;
        response.end();
      },
      (other) =>
        withServer(
          (request, response) => void response.writeHead(301, { location: `${other}${request.url}` }).end(),
          async (url) => expect((await write({ repository: url, attempts: '1' })).exitCode).toBe(1),
        ),
    );
    expect(elsewhere).toBe(0);
  });
});

test('bad input is told all at once, before git is started', async () => {
  const { exitCode, said } = await write({
    image: 'ghcr.io/org/orders:new',
    repository: 'https://user:hunter22@x.io/c',
    file: '../x.yaml',
    layout: 'paths',
    paths: 'digest a..b\nnothing x',
    branch: 'a..b',
    run: 'seven',
  });
  expect(exitCode).toBe(1);
  for (const problem of [
    'IMAGE_WITHOUT_DIGEST',
    'REPOSITORY_MALFORMED',
    'PATH_MALFORMED',
    'RUN_UNKNOWN',
    'a..b',
    '../x.yaml',
    'nothing x',
  ])
    expect(said).toContain(problem);
  expect(said).not.toContain('hunter22');
  expect((await write({ layout: 'paths' })).said).toContain('INPUT_CONTRADICTION');
  expect((await write({ at: 'x', layout: 'paths', paths: 'image a' })).said).toContain('INPUT_CONTRADICTION');
});

test.each([
  ['ssh://git@x.io/c.git', TOKEN],
  ['ext::sh -c id', TOKEN],
  ['http://x.io/c.git', TOKEN],
  ['org/config', ''],
  ['--upload-pack=id', TOKEN],
])('the repository %s with the token "%s" is refused', async (repository, token) => {
  const { exitCode, said } = await write({ repository, token });
  expect([exitCode, said.includes('REPOSITORY_MALFORMED')]).toEqual([1, true]);
});
