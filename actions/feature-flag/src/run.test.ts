import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { type FSWatcher, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ofrepAnswer } from '@slipway/flags/memory';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { action } from './action.ts';
import { SERVER_TOKEN, unleashAnswer, type UnleashFlag } from './memory/servers.ts';
import { run } from './run.ts';

const FLAGS = `{"flags": {
  "checkout": {"state": "ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "off",
    "targeting": {"fractional": [["on", 10], ["off", 90]]},
    "metadata": {"owner": "shop", "expires": "2099-01-01"}}
}}
`;

let root: string;
const servers: Server[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-flag-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: (request: IncomingMessage, body: string, response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => answer(request, body, response));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

function commit(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'c');
}

async function act(inputs: Readonly<Record<string, string>>, workspace = root) {
  const log = memoryLog();
  const exec = nodeExec({ environment: process.env, workspace });
  const ports = { log, clock: nodeClock, http: nodeHttp, files: nodeFiles(workspace), exec };
  const host = memoryHost(inputs, ports, { temp: join(root, 'temp'), runId: '7', runAttempt: '1' });
  const exitCode = await runAction(action, run, host);
  const { outputs, annotations } = host.written;
  const said = annotations.map(({ message }) => message).join('\n');
  const everything = JSON.stringify([host.written, log.lines]);
  return { exitCode, outputs, annotations, said, everything, titles: annotations.map(({ title }) => title) };
}

describe('flagd', () => {
  test('in the workspace: a percentage changes its two numbers', async () => {
    writeFileSync(join(root, 'flags.json'), FLAGS);
    const set = () => act({ mode: 'set', flag: 'checkout', file: 'flags.json', percentage: '25' });
    expect((await set()).outputs['changed']).toBe('true');
    const text = FLAGS.replace('["on", 10]', '["on", 25]').replace('["off", 90]', '["off", 75]');
    expect(execFileSync('cat', [join(root, 'flags.json')], { encoding: 'utf8' })).toBe(text);
    expect((await set()).outputs['changed']).toBe('false');
  });

  test('in a repository: one commit that says who, what and why', async () => {
    const work = join(root, 'work');
    git(root, 'init', '-q', '-b', 'main', work);
    commit(work, { 'production/flags.json': FLAGS });
    git(root, 'clone', '-q', '--bare', work, join(root, 'config.git'));
    const inputs = { flag: 'checkout', file: 'production/flags.json', repository: `file://${join(root, 'config.git')}` };
    const { exitCode, outputs } = await act({ ...inputs, mode: 'kill', reason: 'errors over 5 %' });
    expect([exitCode, outputs['changed']]).toEqual([0, 'true']);
    const bare = join(root, 'config.git');
    expect(git(bare, 'show', 'main:production/flags.json')).toBe(FLAGS.replace('"ENABLED"', '"DISABLED"'));
    expect(git(bare, 'log', '-1', '--format=%H%n%(trailers)', 'main')).toContain(
      `${outputs['commit']}\nFlag: checkout\nFile: production/flags.json\nReason: errors over 5 %\nRun: 7.1`,
    );
  });

  test('a flag that is not there, and inputs that are not enough, are told', async () => {
    writeFileSync(join(root, 'flags.json'), FLAGS);
    expect((await act({ mode: 'set', flag: 'chekout', file: 'flags.json', state: 'off' })).titles).toEqual(['FLAG_ABSENT']);
    expect((await act({ mode: 'set', flag: 'x' })).titles).toEqual(['INPUTS_CONTRADICT', 'INPUTS_CONTRADICT']);
    expect((await act({ mode: 'set', flag: 'x', provider: 'unleash', state: 'on' })).titles).toHaveLength(4);
  });
});

/** Unleash on a real socket. */
const unleash = (state: UnleashFlag): Promise<string> =>
  serve((request, body, response) => {
    const headers = { authorization: String(request.headers.authorization) };
    const { method = 'GET', url } = request;
    const answer = unleashAnswer(state, { method: method as 'GET', url: `http://unleash${url}`, headers, body });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });

const onUnleash = (server: string) => ({
  ...{
    flag: 'checkout',
    provider: 'unleash',
    server,
    'server-token': SERVER_TOKEN,
    project: 'default',
    environment: 'production',
  },
});

describe('Unleash', () => {
  test('is switched and given a percentage, and asked for nothing twice', async () => {
    const state = { enabled: true, rollout: '10' };
    const server = await unleash(state);
    expect((await act({ ...onUnleash(server), mode: 'set', percentage: '25' })).outputs['changed']).toBe('true');
    expect(state.rollout).toBe('25');
    expect((await act({ ...onUnleash(server), mode: 'set', state: 'off' })).outputs['changed']).toBe('true');
    expect((await act({ ...onUnleash(server), mode: 'set', state: 'off' })).outputs['changed']).toBe('false');
    expect(state.enabled).toBe(false);
  });

  test('that refuses is told by its own words, without the token', async () => {
    const server = await unleash({ enabled: true, rollout: '10' });
    const refused = await act({ ...onUnleash(server), 'server-token': 'wrong-token-entirely', mode: 'set', state: 'off' });
    expect([refused.exitCode, refused.titles]).toEqual([1, ['FLAGS_UNAUTHORISED']]);
    expect(refused.everything).not.toContain('wrong-token-entirely');
    const absent = await act({ ...onUnleash(server), flag: 'nope', mode: 'set', state: 'off' });
    expect(absent.titles).toEqual(['FLAG_ABSENT']);
    expect((await act({ ...onUnleash('http://127.0.0.1:9'), mode: 'set', state: 'off' })).titles).toEqual(['FLAGS_UNREACHABLE']);
  });
});

test('LaunchDarkly is changed by semantic patches with thousandths', async () => {
  const patches: unknown[] = [];
  const server = await serve((request, body, response) => {
    if (request.method === 'PATCH') patches.push([request.headers['content-type'], JSON.parse(body)]);
    const variations = [
      { _id: 'v1', name: 'on', value: true },
      { _id: 'v2', name: 'off', value: false },
    ];
    response.end(JSON.stringify({ variations, environments: { production: { on: true } } }));
  });
  const inputs = { ...onUnleash(server), provider: 'launchdarkly', mode: 'set', reason: 'ramp' };
  await act({ ...inputs, percentage: '12.5', variant: 'on' });
  await act({ ...inputs, state: 'off' });
  expect(patches).toEqual([
    [
      'application/json; domain-model=launchdarkly.semanticpatch',
      {
        environmentKey: 'production',
        comment: 'ramp',
        instructions: [{ kind: 'updateFallthroughVariationOrRollout', rolloutWeights: { v1: 12_500, v2: 87_500 } }],
      },
    ],
    [expect.anything(), { environmentKey: 'production', comment: 'ramp', instructions: [{ kind: 'turnFlagOff' }] }],
  ]);
});

describe('a kill switch', () => {
  /** A flag server that learns of a change so much later. */
  async function probe(state: UnleashFlag, lateMs: number): Promise<string> {
    let off: number | undefined;
    return serve((request, _, response) => {
      if (!state.enabled) off ??= Date.now();
      const value = off === undefined || Date.now() - off < lateMs;
      if (request.url === '/health') return void response.end(value ? 'checkout=new' : 'checkout=classic');
      response.end(JSON.stringify({ key: 'checkout', value, reason: value ? 'TARGETING_MATCH' : 'STATIC' }));
    });
  }

  test.each([
    ['by OFREP', '', {}],
    ["by the service's own words", '/health', { 'probe-off': 'checkout=classic' }],
  ])('is measured until the feature is seen off, %s', async (_, path, more) => {
    const state = { enabled: true, rollout: '100' };
    const [server, probeUrl] = [await unleash(state), await probe(state, 600)];
    const { exitCode, outputs } = await act({
      ...onUnleash(server),
      mode: 'kill',
      'probe-url': `${probeUrl}${path}`,
      budget: '20s',
      ...more,
    });
    expect(exitCode).toBe(0);
    expect(Number(outputs['seconds'])).toBeGreaterThanOrEqual(0.4);
  });

  test('that is not seen within the budget fails, and says what is seen', async () => {
    const state = { enabled: true, rollout: '100' };
    const [server, probeUrl] = [await unleash(state), await probe(state, 600_000)];
    const { exitCode, said, titles } = await act({ ...onUnleash(server), mode: 'kill', 'probe-url': probeUrl, budget: '1s' });
    expect([exitCode, titles, state.enabled]).toEqual([1, ['FLAG_STILL_ON'], false]);
    expect(said).toContain('value true');
  });

  /** A flag server as flagd is one: flagd's own evaluator on a file, which is read again when the system tells that it changed. */
  async function flagd(folder: string): Promise<{ readonly url: string; readonly watcher: FSWatcher }> {
    const file = join(folder, 'flags.json');
    let flags = readFileSync(file, 'utf8');
    const watcher = watch(folder, () => {
      const text = readFileSync(file, 'utf8');
      // A write that is under way leaves an empty file for a moment.
      if (text !== '') flags = text;
    });
    const url = await serve((request, body, response) => {
      const { method, url: path = '', headers } = request;
      const answer = ofrepAnswer(flags, { method, path, headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    return { url, watcher };
  }

  test('on a file that a flagd watches is measured until the flagd has it', async () => {
    writeFileSync(
      join(root, 'flags.json'),
      FLAGS.replace('"defaultVariant": "off"', '"defaultVariant": "on"').replace('10]', '100]'),
    );
    const { url, watcher } = await flagd(root);
    const seen = await act({ mode: 'kill', flag: 'checkout', file: 'flags.json', 'probe-url': url, budget: '20s' });
    watcher.close();
    expect([seen.exitCode, seen.titles]).toEqual([0, []]);
    expect(seen.outputs['seconds']).toMatch(/^\d+\.\d\d$/);
  });

  test('in a repository is measured until a flagd has the file that is brought from there', async () => {
    const [work, served] = [join(root, 'work'), join(root, 'served')];
    git(root, 'init', '-q', '-b', 'main', work);
    commit(work, { 'flags.json': FLAGS.replace('10]', '100]').replace('90]', '0]') });
    git(root, 'clone', '-q', '--bare', work, join(root, 'config.git'));
    mkdirSync(served);
    const bring = (): void => writeFileSync(join(served, 'flags.json'), git(join(root, 'config.git'), 'show', 'main:flags.json'));
    bring();
    const { url, watcher } = await flagd(served);
    const inputs = { mode: 'kill', flag: 'checkout', file: 'flags.json', repository: `file://${join(root, 'config.git')}` };
    const late = await act({ ...inputs, 'probe-url': url, budget: '1s' });
    expect([late.exitCode, late.titles]).toEqual([1, ['FLAG_STILL_ON']]);
    const timer = setInterval(bring, 500);
    const seen = await act({ ...inputs, 'probe-url': url, budget: '20s' });
    clearInterval(timer);
    watcher.close();
    expect([seen.exitCode, seen.outputs['changed']]).toEqual([0, 'false']);
    expect(seen.outputs['seconds']).toMatch(/^\d+\.\d\d$/);
  });

  test('whose probe is away is not called off', async () => {
    const server = await unleash({ enabled: true, rollout: '100' });
    const { exitCode } = await act({ ...onUnleash(server), mode: 'kill', 'probe-url': 'http://127.0.0.1:9', budget: '1s' });
    expect(exitCode).toBe(1);
  });
});

describe('in a checkout', () => {
  beforeEach(() => void git(root, 'init', '-q', '-b', 'main', '.'));

  test('a change that moves people is an error on its line; code that names a flag keeps it', async () => {
    commit(root, { 'flags.json': FLAGS, 'src/a.ts': 'flags.get("checkout")' });
    const turned = FLAGS.replace('[["on", 10], ["off", 90]]', '[["off", 75], ["on", 25]]');
    writeFileSync(join(root, 'flags.json'), turned);
    const moved = await act({ mode: 'lint', file: 'flags.json', base: 'main' });
    expect([moved.exitCode, moved.titles]).toEqual([1, ['FLAG_COHORT_MOVED']]);
    expect(moved.annotations[0]).toMatchObject({ file: 'flags.json', line: 3 });
    writeFileSync(join(root, 'flags.json'), '{"flags": {}}');
    const gone = await act({ mode: 'lint', file: 'flags.json', base: 'main' });
    expect([gone.exitCode, gone.titles]).toEqual([1, ['FLAG_IN_USE']]);
    expect(gone.said).toContain('src/a.ts:1');
    expect((await act({ mode: 'lint', file: 'flags.json', base: 'nowhere' })).titles).toEqual(['BASE_ABSENT']);
  });

  test('a file that is not there before is all new', async () => {
    commit(root, { 'README.md': '' });
    writeFileSync(join(root, 'flags.json'), FLAGS);
    expect((await act({ mode: 'lint', file: 'flags.json', base: 'main' })).exitCode).toBe(0);
  });

  test('a flag that code names for the first time must be off, though it was there before', async () => {
    commit(root, { 'flags.json': FLAGS, 'src/a.ts': '' });
    git(root, 'checkout', '-qb', 'feature');
    commit(root, { 'src/a.ts': "flags.get('checkout')" });
    const lint = () => act({ mode: 'lint', file: 'flags.json', base: 'main' });
    const landing = await lint();
    expect([landing.exitCode, landing.titles]).toEqual([1, ['FLAG_NOT_DARK']]);
    expect(landing.said).toContain('Code names "checkout" from this change on, and it is on for 9.9 % of the users');
    git(root, 'checkout', '-q', 'main');
    git(root, 'merge', '-q', 'feature');
    expect((await lint()).exitCode).toBe(0);
  });

  test('stale flags are listed with their reasons', async () => {
    const env = { GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z' };
    writeFileSync(join(root, 'flags.json'), FLAGS.replace('[["on", 10], ["off", 90]]', '[["on", 100], ["off", 0]]'));
    git(root, 'add', '.');
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', 'commit', '-qm', 'c'], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    const { exitCode, said, outputs } = await act({ mode: 'stale', file: 'flags.json' });
    expect([exitCode, outputs['faults']]).toEqual([0, '1']);
    expect(said).toMatch(/checkout: everybody has "on" for \d{4} days; no code names it/);
  });
});
