import { describe, expect, test } from '@jest/globals';
import type { ConnectGitHub, GitHubAccess } from '@slipway/github';
import { type MemoryGitHub, memoryGitHub } from '@slipway/github/memory';
import { type RunContext, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, memoryLog } from '@slipway/system/memory';
import { action } from './action.ts';
import { runWith } from './run.ts';

const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const HEAD = 'b'.repeat(40);
const TOKEN = 'ghs_secret_token';
const NAMES = ['build', 'test', 'publish', 'staging', 'production'];

/** The `needs` context in alphabetical order, as some runners write it; one letter a stage, `o` for one that was overtaken. */
function needs(letters: string): string {
  const words: Readonly<Record<string, string>> = { s: 'success', o: 'success', f: 'failure', c: 'cancelled', '-': 'skipped' };
  const jobs = NAMES.map((name, index) => {
    const outputs = { digest: 'sha256:1', ...(letters[index] === 'o' && { skipped: 'true' }) };
    return [name, { result: words[letters[index] ?? ''], outputs }];
  });
  return JSON.stringify(Object.fromEntries(jobs.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))));
}

interface Told {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly context?: Partial<RunContext>;
  readonly github?: MemoryGitHub;
  readonly files?: Readonly<Record<string, string>>;
}

async function tell(letters: string, { inputs, context, github = memoryGitHub(), files = {} }: Told = {}) {
  const accesses: GitHubAccess[] = [];
  const connect: ConnectGitHub = (access) => {
    accesses.push(access);
    return github;
  };
  const log = memoryLog();
  const given = { service: 'orders', results: needs(letters), token: TOKEN, ...inputs };
  const host = memoryHost(given, { files: memoryFiles(files), log }, context);
  const exitCode = await runAction(action, runWith(connect), host);
  return { exitCode, host, github, accesses, log };
}

describe('the status', () => {
  test.each([
    ['sssss', 'push', 'success', 'The release reached production.'],
    ['ss---', 'pull_request', 'success', 'The pull request is built and tested.'],
    ['ss---', 'push', 'success', 'Built and tested; this run is not a release.'],
    ['f----', 'push', 'failure', 'Stopped in stage 1 (build).'],
    ['sf---', 'pull_request', 'failure', 'Stopped in stage 2 (test).'],
    ['sssf-', 'push', 'failure', 'Stopped in stage 4 (staging).'],
    ['ssssf', 'push', 'failure', 'Stopped in stage 5 (production).'],
    ['cf---', 'push', 'failure', 'Stopped in stage 2 (test).'],
    ['ssc--', 'push', 'error', 'Cancelled in stage 3 (publish).'],
    ['-----', 'push', 'error', 'No stage ran.'],
    ['s----', 'push', 'error', 'Ended after stage 1 (build): stage 2 (test) was skipped.'],
    ['sss--', 'push', 'error', 'Ended after stage 3 (publish): stage 4 (staging) was skipped.'],
    ['ssso-', 'push', 'success', 'A newer commit had overtaken it in stage 4 (staging).'],
    ['sssso', 'push', 'success', 'A newer commit had overtaken it in stage 5 (production).'],
    ['s-sss', 'push', 'error', 'Stage 5 (production) ran, although stage 2 (test) was skipped.'],
  ])('of %s on a %s is %s: %s', async (letters, eventName, state, description) => {
    const { exitCode, github, host } = await tell(letters, { context: { eventName } });
    expect(exitCode).toBe(0);
    expect(github.statuses(SHA)).toEqual([
      {
        sha: SHA,
        state,
        description,
        context: 'slipway/orders',
        targetUrl: 'https://github.com/org/order-service/actions/runs/1',
      },
    ]);
    expect(host.written.outputs).toMatchObject({ verdict: 'pass', state, description, written: 'true' });
    expect(host.written.annotations).toEqual([]);
  });

  test('is written to the repository of the run, where its API is', async () => {
    const { accesses } = await tell('sssss', { context: { apiUrl: 'https://ghe.example.com/api/v3' } });
    expect(accesses).toMatchObject([{ repository: 'org/order-service', apiUrl: 'https://ghe.example.com/api/v3' }]);
    expect(accesses[0]?.token.reveal()).toBe(TOKEN);
  });

  test('may be called otherwise, and stands on the commit that is given', async () => {
    const { github } = await tell('sssss', { inputs: { sha: HEAD, context: 'release' } });
    expect(github.statuses(HEAD)).toMatchObject([{ context: 'release' }]);
    expect(github.statuses(SHA)).toEqual([]);
  });

  test('links nowhere on a laptop, which has no run', async () => {
    const github = memoryGitHub();
    const host = memoryHost({ service: 'orders', results: needs('sssss'), token: TOKEN });
    const { runUrl: _, ...context } = host.context;
    expect(
      await runAction(
        action,
        runWith(() => github),
        { ...host, context },
      ),
    ).toBe(0);
    expect(github.statuses(SHA)[0]).not.toHaveProperty('targetUrl');
  });
});

describe('on a pull request', () => {
  const context = {
    eventName: 'pull_request',
    environment: (name: string) => (name === 'GITHUB_EVENT_PATH' ? '/event.json' : undefined),
  };

  test('the status stands on its head, not on the merge that the run is about', async () => {
    const { github } = await tell('ss---', {
      context,
      files: { '/event.json': JSON.stringify({ pull_request: { head: { sha: HEAD } } }) },
    });
    expect(github.statuses(HEAD)).toHaveLength(1);
    expect(github.statuses(SHA)).toEqual([]);
  });

  test.each([
    ['cannot be read', {}],
    ['is malformed', { '/event.json': '{' }],
    ['names no pull request', { '/event.json': '{}' }],
  ])("when its event %s, the run's commit is told", async (_, files: Readonly<Record<string, string>>) => {
    const { github } = await tell('ss---', { context, files });
    expect(github.statuses(SHA)).toHaveLength(1);
  });
});

describe('a status that is not written', () => {
  test("because the token of a fork may only read is a notice, and never the fork's failure", async () => {
    const { exitCode, host } = await tell('sf---', { github: memoryGitHub({ permitted: false }) });
    expect(exitCode).toBe(0);
    expect(host.written.annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining('statuses: write') }]);
    expect(host.written.outputs).toMatchObject({ verdict: 'pass', state: 'failure', written: 'false' });
    expect(host.written.reports[0]?.headline).toContain('Stopped in stage 2 (test). The commit does not say so');
  });

  test('for any other reason fails, with the reason', async () => {
    const { exitCode, host } = await tell('sssss', { github: memoryGitHub({ commits: [] }) });
    expect(exitCode).toBe(1);
    expect(host.written.annotations).toMatchObject([
      { level: 'error', title: 'GITHUB_REFUSED', message: expect.stringContaining('No commit found for SHA') },
    ]);
    expect(host.written.outputs).toMatchObject({ verdict: 'fail', written: 'false' });
  });
});

test('every stage is in the summary and in the report, in the order of the pipeline', async () => {
  const { host } = await tell('sf---');
  expect(host.written.summary.find(({ kind }) => kind === 'table')).toMatchObject({
    rows: [
      ['1', 'build', '✅ success'],
      ['2', 'test', '❌ failure'],
      ['3', 'publish', '⏭️ skipped'],
      ['4', 'staging', '⏭️ skipped'],
      ['5', 'production', '⏭️ skipped'],
    ],
  });
  expect(host.written.reports[0]?.data).toMatchObject({ outcome: 'written', stages: NAMES.map((name) => ({ name })) });
});

test('the token is masked, and stands in nothing that is written', async () => {
  const { host, log } = await tell('sssss', { github: memoryGitHub({ permitted: false }) });
  expect(log.masked).toEqual([TOKEN]);
  expect(JSON.stringify([host.written, log.lines])).not.toContain(TOKEN);
});

describe('before anything is written', () => {
  test('every missing input is told at once', async () => {
    const { exitCode, host, accesses } = await tell('sssss', { inputs: { service: '', results: ' ', token: '' } });
    expect(exitCode).toBe(1);
    expect(host.written.reports[0]?.problems.map(({ code }) => code)).toEqual(Array(3).fill('INPUT_MISSING'));
    expect(accesses).toEqual([]);
  });

  test('everything wrong with the results, the commit and the repository is told at once', async () => {
    const results = JSON.stringify({
      build: { result: 'ok' },
      test: 'success',
      publish: { result: 'success' },
      staging: {},
      lint: { result: 'success' },
    });
    const { host, accesses } = await tell('', { inputs: { results, sha: 'main' }, context: { repository: '' } });
    expect(host.written.reports[0]?.problems.map(({ message }) => message)).toEqual([
      'Input "results" has the job "lint", which is no stage.',
      'Input "results" has the unknown result "ok" for the stage "build".',
      'Input "results" has no result for the stage "test".',
      'Input "results" has no result for the stage "staging".',
      'Input "results" has no stage "production".',
      'Input "sha" is "main"; expected the whole id of a commit.',
      'The repository is not known.',
    ]);
    expect(accesses).toEqual([]);
  });

  test.each(['{', '[]', 'null', '"success"', '7'])('results that are %s are no JSON object of jobs', async (results) => {
    const { host } = await tell('', { inputs: { results } });
    expect(host.written.reports[0]?.problems.map(({ code }) => code)).toEqual(['RESULTS_MALFORMED']);
  });
});
