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

const [GOOD, BAD, NEWER] = ['1', '2', '3'].map((digit) => `sha256:${digit.repeat(64)}`) as [string, string, string];
const FILE = 'production/images.yaml';
const HOLD = `.slipway/holds/${FILE}/orders.json`;

let root: string;
let bare: string;
let work: string;

function git(...args: string[]): string {
  const env = { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' };
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@x'];
  return execFileSync('git', [...identity, ...args], { cwd: work, env, encoding: 'utf8', stdio: 'pipe' });
}

const fileOf = (orders: string, payments: string, note = ''): string =>
  `images: # all of them\n  - name: r/orders\n    newTag: "${orders[7]}"\n    digest: ${orders} # orders\n  - name: r/payments\n    newTag: p\n    digest: ${payments}\n${note}`;

/** Somebody who knows nothing of us. */
function commitByHand(path: string, text: string): string {
  git('pull', '-q', '--rebase', 'origin', 'main');
  mkdirSync(join(work, path, '..'), { recursive: true });
  writeFileSync(join(work, path), text);
  git('add', '.');
  git('commit', '-qm', 'by hand');
  git('push', '-q', 'origin', 'HEAD:main');
  return git('rev-parse', 'HEAD').trim();
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-hold-'));
  [bare, work] = [join(root, 'config.git'), join(root, 'work')];
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', bare]);
  execFileSync('git', ['clone', '-q', bare, work], { stdio: 'pipe' });
  mkdirSync(join(work, 'production'));
  writeFileSync(join(work, FILE), fileOf(GOOD, GOOD));
  git('add', '.');
  git('commit', '-qm', 'first');
  git('push', '-q', 'origin', 'HEAD:main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const show = (path: string): string => {
  git('fetch', '-q', 'origin', 'main');
  return git('show', `origin/main:${path}`);
};

async function act(inputs: Readonly<Record<string, string>>, runId = '7') {
  const [log, temp] = [memoryLog(), join(root, 'temp')];
  const ports = { log, clock: nodeClock, files: nodeFiles(work), exec: nodeExec({ environment: process.env, workspace: root }) };
  const host = memoryHost(inputs, ports, { temp, runId, runAttempt: '1' });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const { outputs, annotations } = host.written;
  return { exitCode, outputs, annotations, said: annotations.map(({ message }) => message).join('\n') };
}

const place = (digest: string) => ({
  ...{ service: 'orders', repository: `file://${bare}`, file: FILE, environment: 'production' },
  image: `r.io/r/orders:${digest[7]}@${digest}`,
});

const LAYOUT = { layout: 'paths', paths: 'tag images[name=r/orders].newTag\ndigest images[name=r/orders].digest' };

const write = (digest: string, runId = '7') => act({ ...place(digest), ...LAYOUT }, runId);
const rollback = (reason = 'error rate of 12 % over 5 %', runId = '7') =>
  act({ ...place(BAD), ...LAYOUT, mode: 'rollback', reason }, runId);
const lift = (reason: string, runId = '9') => {
  const { service, repository, file, image } = place(BAD);
  return act({ service, repository, file, image, mode: 'lift', reason }, runId);
};

describe('a rollback', () => {
  test("puts back this service's values out of a commit that brought others' too, and nothing else", async () => {
    commitByHand(FILE, fileOf(BAD, BAD));
    const before = commitByHand(FILE, fileOf(BAD, BAD, 'note: kept\n'));
    const { exitCode, outputs } = await rollback();
    expect([exitCode, outputs['outcome'], outputs['digest']]).toEqual([0, 'written', GOOD]);
    expect(show(FILE)).toBe(fileOf(GOOD, BAD, 'note: kept\n'));
    expect(git('rev-parse', 'origin/main~1').trim()).toBe(before);
    const trailers = git('log', '-1', '--format=%(trailers)', 'origin/main');
    expect(trailers).toContain(`Kind: rollback\nDigest: ${GOOD}\nReplaces: ${BAD}\n`);
    expect(trailers).toContain('Reason: error rate of 12 % over 5 %\n');
  });

  test('goes back over a bad digest that a robot wrote again, and over others that are held', async () => {
    await write(NEWER, '5');
    await write(BAD, '6');
    commitByHand(FILE, fileOf(GOOD, GOOD));
    commitByHand(FILE, fileOf(BAD, GOOD, 'again: 1\n'));
    expect((await rollback()).outputs['digest']).toBe(GOOD);
    const held = [{ digest: GOOD, reason: 'also bad', run: '1.1' }];
    commitByHand(HOLD, JSON.stringify(held));
    commitByHand(FILE, fileOf(BAD, GOOD, 'again: 2\n'));
    expect((await rollback()).outputs['digest']).toBe(NEWER);
  });

  test('leaves a newer image alone, and holds the bad one all the same', async () => {
    commitByHand(FILE, fileOf(NEWER, GOOD));
    const { exitCode, outputs } = await rollback();
    expect([exitCode, outputs['outcome'], outputs['digest']]).toEqual([0, 'written', '']);
    expect(show(FILE)).toBe(fileOf(NEWER, GOOD));
    expect(JSON.parse(show(HOLD))).toMatchObject([{ digest: BAD, run: '7.1' }]);
    expect((await rollback()).outputs['outcome']).toBe('unchanged');
  });

  test('without anything to go back to fails and writes nothing', async () => {
    commitByHand(HOLD, JSON.stringify([{ digest: GOOD, reason: 'x', run: '1.1' }]));
    const before = commitByHand(FILE, fileOf(BAD, GOOD));
    const { exitCode, said } = await rollback();
    expect(exitCode).toBe(1);
    expect(said).toContain('No earlier commit');
    git('fetch', '-q', 'origin', 'main');
    expect(git('rev-parse', 'origin/main').trim()).toBe(before);
  });
});

describe('a hold', () => {
  test('keeps its digest from being written, lets others through, and goes only with a reason', async () => {
    await write(BAD);
    await rollback();
    const again = await write(BAD, '8');
    expect([again.exitCode, again.outputs['outcome']]).toEqual([1, 'held']);
    expect(again.said).toContain('held since run 7, because error rate of 12 % over 5 %');
    expect(show(FILE)).toBe(fileOf(GOOD, GOOD));
    expect((await lift('')).exitCode).toBe(1);
    expect((await write(NEWER, '8')).outputs['outcome']).toBe('written');
    expect((await lift('the limit was wrong')).outputs['outcome']).toBe('written');
    expect(JSON.parse(show(HOLD))).toEqual([]);
    expect(git('log', '-1', '--format=%(trailers)', 'origin/main')).toContain('Kind: lift');
    expect((await write(BAD, '10')).outputs['outcome']).toBe('written');
    expect((await lift('again')).outputs['outcome']).toBe('unchanged');
  });

  test('that cannot be read stops every write', async () => {
    for (const text of ['[{', '{}', '[{"digest": "x"}]']) {
      commitByHand(HOLD, text);
      const { exitCode, said } = await write(NEWER);
      expect([exitCode, said]).toEqual([1, expect.stringContaining('file of holds')]);
    }
  });

  test('is seen in a checkout, on the line of the image, whoever wrote it', async () => {
    await write(BAD);
    await rollback();
    git('pull', '-q', '--rebase', 'origin', 'main');
    expect(await act({ mode: 'check' })).toMatchObject({ exitCode: 0, outputs: { outcome: 'clean' } });
    commitByHand(FILE, fileOf(BAD, GOOD));
    const { exitCode, annotations } = await act({ mode: 'check' });
    expect(exitCode).toBe(1);
    expect(annotations[0]).toMatchObject({ file: FILE, line: 4 });
    expect(annotations[0]?.message).toContain('orders may not run');
  });
});
