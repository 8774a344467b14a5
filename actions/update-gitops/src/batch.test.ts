import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryGitHub, type MemoryPull } from '@slipway/github/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { ExecOptions } from '@slipway/system';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles } from '@slipway/system/node';
import { action } from './action.ts';
import { runWith } from './run.ts';

const OLD = `sha256:${'0'.repeat(64)}`;
const digestOf = (number: number): string => `sha256:${String(number).padStart(64, 'a')}`;
const SHARED = 'production/all.yaml';
const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `svc${String(index).padStart(2, '0')}`);
const entry = (name: string, digest = OLD): string => `  - name: r.io/${name} # of ${name}\n    digest: ${digest}\n`;
const fileOf = (services: readonly string[]): string => `images:\n${services.map((name) => entry(name)).join('')}`;

let root: string;
let bare: string;
let work: string;
let pulls: MemoryPull[];

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-batch-'));
  [bare, work, pulls] = [join(root, 'org/config.git'), join(root, 'work'), []];
  mkdirSync(join(root, 'org'));
  git(root, 'init', '-q', '--bare', '-b', 'main', bare);
  git(root, 'clone', '-q', bare, work);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function commitByHand(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(work, path, '..'), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  git(work, 'add', '.');
  git(work, 'commit', '-qm', 'by hand');
  git(work, 'push', '-q', 'origin', 'HEAD:main');
}

const show = (path: string, branch = 'main'): string => git(bare, 'cat-file', 'blob', `${branch}:${path}`);
const commits = (): number => Number(git(bare, 'rev-list', '--count', 'main'));

/** How often the server had been asked for objects when the last push began. */
let fetches: number;

async function act(inputs: Readonly<Record<string, string>>, run = '7') {
  const log = memoryLog();
  const exec = nodeExec({ environment: process.env, workspace: root });
  const counting = (command: string, args: readonly string[], options?: ExecOptions) => {
    // Each answer of a server that leaves out files is a pack with such a mark.
    if (args[0] === 'push')
      fetches = readdirSync(join(options?.cwd ?? '', 'objects/pack')).filter((name) => name.endsWith('.promisor')).length;
    return exec.run(command, args, options);
  };
  const ports = { log, clock: nodeClock, files: nodeFiles(root), exec: { ...exec, run: counting } };
  const place = { repository: 'org/config', token: 'ghs_token', environment: 'production', run };
  const host = memoryHost({ ...place, ...inputs }, ports, { temp: join(root, 'temp'), serverUrl: `file://${root}` });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub({ pulls })),
    host,
  );
  const { outputs, annotations } = host.written;
  const results: readonly Record<string, string>[] = JSON.parse(outputs['results'] || '[]');
  return { exitCode, outputs, annotations, results, outcomes: results.map(({ outcome }) => outcome) };
}

type Listed = Readonly<Record<string, unknown>>;

const listed = (service: string, number: number, file = SHARED, more: Listed = {}): Listed => ({
  ...{ service, file, image: `r.io/${service}@${digestOf(number)}` },
  ...more,
});

let files = 0;
function batch(changes: readonly Listed[] | string, run = '7', inputs: Readonly<Record<string, string>> = {}) {
  files += 1;
  const path = `changes-${files}.yaml`;
  writeFileSync(join(root, path), typeof changes === 'string' ? changes : JSON.stringify(changes, null, 2));
  return act({ mode: 'batch', changes: path, ...inputs }, run);
}

const write = (service: string, number: number, run: string, file = SHARED) =>
  act({ service, file, image: `r.io/${service}@${digestOf(number)}` }, run);
const rollback = (service: string, number: number, run: string) =>
  act({ mode: 'rollback', service, file: SHARED, image: `r.io/${service}@${digestOf(number)}`, reason: 'errors' }, run);

describe('a batch', () => {
  test('of fifty services, of one file and of files of their own, is one commit that says all of each', async () => {
    const [shared, own] = [names(50).slice(0, 30), names(50).slice(30)];
    commitByHand({ [SHARED]: fileOf(shared), ...Object.fromEntries(own.map((name) => [`${name}.yaml`, fileOf([name])])) });
    const changes = names(50).map((name, index) => listed(name, index, index < 30 ? SHARED : `${name}.yaml`));
    const { exitCode, outputs, outcomes } = await batch(changes);
    expect([exitCode, outputs['outcome'], outputs['changed'], commits()]).toEqual([0, 'written', 'true', 2]);
    expect(outcomes).toEqual(names(50).map(() => 'written'));
    expect(show(SHARED)).toBe(`images:\n${shared.map((name, index) => entry(name, digestOf(index))).join('')}`);
    for (const [index, name] of own.entries()) expect(show(`${name}.yaml`)).toBe(`images:\n${entry(name, digestOf(30 + index))}`);
    expect(git(bare, 'log', '-1', '--format=%s', 'main')).toBe('svc00, svc01, svc02 and 47 more: new images in production\n');
    expect(git(bare, 'log', '-1', '--format=%(trailers:key=Digest,valueonly)', 'main').trim().split('\n')).toEqual(
      names(50).map((_, index) => digestOf(index)),
    );
    const again = await batch(changes);
    expect([again.exitCode, again.outputs['outcome'], commits()]).toEqual([0, 'unchanged', 2]);
  });

  test('judges each by itself: what is held, superseded or there is left out and told, and the others are written', async () => {
    commitByHand({ [SHARED]: fileOf(names(4)) });
    await write('svc00', 1, '5');
    await rollback('svc00', 1, '6');
    await write('svc01', 2, '9');
    const changes = [listed('svc00', 1), listed('svc01', 3), listed('svc02', 4), listed('svc03', 0)];
    replaceByHand(entry('svc03'), entry('svc03', digestOf(0)));
    const { exitCode, outputs, outcomes, annotations } = await batch(changes);
    expect([exitCode, outputs['outcome'], outputs['changed']]).toEqual([1, 'held', 'true']);
    expect(outcomes).toEqual(['held', 'superseded', 'written', 'unchanged']);
    expect(annotations).toMatchObject([{ title: 'DIGEST_HELD' }]);
    expect(annotations[0]?.message).toContain('svc00 may not run this image: it is held since run 6, because errors');
    expect(show(SHARED)).toBe(
      `images:\n${entry('svc00')}${entry('svc01', digestOf(2))}${entry('svc02', digestOf(4))}${entry('svc03', digestOf(0))}`,
    );
    expect(git(bare, 'log', '-1', '--format=%(trailers:key=Service,valueonly)', 'main').trim()).toBe('svc02');
  });

  test('supersedes older runs of each of its services, and newer ones supersede it', async () => {
    commitByHand({ [SHARED]: fileOf(names(2)) });
    await batch([listed('svc00', 1), listed('svc01', 2, SHARED, { run: '12.10' })], '9');
    expect((await write('svc00', 3, '8')).outputs['outcome']).toBe('superseded');
    expect((await write('svc01', 3, '12.9')).outputs['outcome']).toBe('superseded');
    expect((await write('svc01', 4, '12.11')).outputs['outcome']).toBe('written');
    expect((await batch([listed('svc00', 5), listed('svc01', 5)], '8')).outputs['outcome']).toBe('superseded');
  });

  test('hides no earlier write of one of its services to the file of another', async () => {
    commitByHand({ 'a.yaml': fileOf(names(2)), 'b.yaml': fileOf(names(2)) });
    await write('svc00', 1, '8', 'b.yaml');
    await batch([listed('svc00', 2, 'a.yaml'), listed('svc01', 2, 'b.yaml')], '9');
    expect((await write('svc00', 3, '7', 'b.yaml')).outputs['outcome']).toBe('superseded');
  });

  test('gives one of its services back, and leaves the others', async () => {
    commitByHand({ [SHARED]: fileOf(names(3)) });
    await batch(names(3).map((name, index) => listed(name, index + 1)));
    const { exitCode, outputs } = await rollback('svc01', 2, '8');
    expect([exitCode, outputs['digest']]).toEqual([0, OLD]);
    expect(show(SHARED)).toBe(`images:\n${entry('svc00', digestOf(1))}${entry('svc01')}${entry('svc02', digestOf(3))}`);
  });

  test('fetches the files of all its services at once, where the server leaves them out', async () => {
    git(bare, 'config', 'uploadpack.allowFilter', 'true');
    git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    commitByHand(Object.fromEntries(names(10).map((name) => [`${name}.yaml`, fileOf([name])])));
    const { exitCode } = await batch(names(10).map((name, index) => listed(name, index, `${name}.yaml`)));
    expect([exitCode, fetches]).toEqual([0, 2]);
  });

  test('on trial writes nothing, and tells of each', async () => {
    commitByHand({ [SHARED]: fileOf(names(2)) });
    const { outputs, outcomes } = await batch([listed('svc00', 1), listed('svc01', 1)], '7', { 'dry-run': 'true' });
    expect([outputs['outcome'], outcomes, commits()]).toEqual(['planned', ['planned', 'planned'], 1]);
  });

  test('is one pull request, which the next batch of the same services brings up to date', async () => {
    commitByHand({ [SHARED]: fileOf(names(3)) });
    const by = { deliver: 'pull-request' };
    await batch([listed('svc00', 1), listed('svc01', 1)], '7', by);
    await batch([listed('svc01', 2), listed('svc00', 2)], '8', by);
    expect(pulls).toMatchObject([{ title: 'svc01, svc00: new images in production', base: 'main' }]);
    expect(show(SHARED, pulls[0]?.head)).toBe(
      `images:\n${entry('svc00', digestOf(2))}${entry('svc01', digestOf(2))}${entry('svc02')}`,
    );
    expect(pulls[0]?.body).toContain(`-digest: ${OLD}\n+digest: ${digestOf(2)}`);
    await batch([listed('svc02', 3)], '9', by);
    expect([pulls.length, show(SHARED)]).toEqual([2, fileOf(names(3))]);
  });

  test('at the same time as four others, of ten services each, on one file: five commits, and none is lost', async () => {
    commitByHand({ [SHARED]: fileOf(names(50)) });
    const tens = Array.from({ length: 5 }, (_, at) => names(50).slice(at * 10, at * 10 + 10));
    const results = await Promise.all(tens.map((ten, at) => batch(ten.map((name, index) => listed(name, at * 10 + index)))));
    expect(results.map(({ outputs }) => outputs['outcome'])).toEqual(tens.map(() => 'written'));
    expect(show(SHARED)).toBe(
      `images:\n${names(50)
        .map((name, index) => entry(name, digestOf(index)))
        .join('')}`,
    );
    expect(commits()).toBe(6);
  }, 120_000);
});

/** Somebody replaces a text in the shared file. */
function replaceByHand(from: string, to: string): void {
  git(work, 'pull', '-q', '--rebase', 'origin', 'main');
  commitByHand({ [SHARED]: show(SHARED).replace(from, to) });
}

describe('what is wrong with a batch', () => {
  test('is told on the lines of its file, all at once, before git is started', async () => {
    const { exitCode, annotations } = await batch(
      [
        '- service: orders',
        '  image: r.io/orders:tag-alone',
        '  file: ../x.yaml',
        '- service: pay',
        `  image: r.io/pay@${digestOf(1)}`,
        '  file: a.yaml',
        '  layout: paths',
        '- service: pay',
        `  image: r.io/pay@${digestOf(1)}`,
        '  file: a.yaml',
        '  run: seven',
        '',
      ].join('\n'),
      '7',
      { branch: 'a..b' },
    );
    expect(exitCode).toBe(1);
    expect(annotations.map(({ title, line }) => [title, line])).toEqual([
      ['INPUT_MALFORMED', undefined],
      ['IMAGE_WITHOUT_DIGEST', 1],
      ['INPUT_MALFORMED', 1],
      ['INPUT_CONTRADICTION', 4],
      ['CHANGE_TWICE', 8],
      ['RUN_UNKNOWN', 8],
    ]);
    expect(annotations[1]?.message).toContain('orders: ');
  });

  test.each([
    ['[]', 'CONFIG_INVALID'],
    ['- service: a\n  image: b\n  file: c\n  imagee: d', 'CONFIG_UNKNOWN_KEY'],
    ['- service: a', 'CONFIG_MISSING_KEY'],
    ['- [', 'YAML_SYNTAX'],
    ['- service: a\n  image: b\n  file: c\n  run: 7.1', 'CONFIG_INVALID'],
  ])('%j is told as %s', async (text, code) => {
    const { exitCode, annotations } = await batch(text);
    expect([exitCode, annotations.map(({ title }) => title)]).toEqual([1, expect.arrayContaining([code])]);
  });

  test('in the repository is told of every service, and nothing is written of any', async () => {
    commitByHand({ [SHARED]: fileOf(['svc00']) });
    const { exitCode, annotations } = await batch([
      listed('svc00', 1),
      listed('absent', 1),
      listed('other', 1, 'none.yaml'),
      listed('unfit', 1, SHARED, { layout: 'manifest' }),
    ]);
    expect(exitCode).toBe(1);
    expect(annotations.map(({ message }) => message.split(':')[0])).toEqual(['absent', 'other', 'unfit']);
    expect([commits(), show(SHARED)]).toEqual([1, fileOf(['svc00'])]);
  });

  test('that has no file of changes is told', async () => {
    const { exitCode, annotations } = await act({ mode: 'batch', changes: 'none.yaml' });
    expect([exitCode, annotations.length]).toEqual([1, 1]);
  });
});
