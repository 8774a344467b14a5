import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CommitStatus, GitHub, WriteOutcome } from '@slipway/github';
import { memoryGitHub } from '@slipway/github/memory';
import { Secret } from '@slipway/metadata';
import { connectGitHub } from '@slipway/runner/github';
import type { Clock } from '@slipway/system';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { DESCRIPTION_VERSION } from './description.ts';
import { type GitHubStandIn, secondaryLimit, startGitHub } from './index.ts';

const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const UNKNOWN = 'f'.repeat(40);
const WRITER = 'ghs_may_write';
const READER = 'ghs_fork_may_read';
const STATUS: CommitStatus = {
  sha: SHA,
  state: 'failure',
  context: 'slipway/orders',
  description: 'Stopped in stage 2 (test).',
  targetUrl: 'https://github.com/org/orders/actions/runs/7',
};

let server: GitHubStandIn;

beforeEach(async () => {
  server = await startGitHub({
    commits: (sha) => sha === SHA,
    tokens: { [WRITER]: { statuses: 'write' }, [READER]: { statuses: 'read' }, ghs_none: {} },
  });
});

afterEach(() => server.close());

function open(token = WRITER, { url = server.url, clock = memoryClock(), cancelled = new AbortController().signal } = {}) {
  const log = memoryLog();
  const waited: number[] = [];
  const told: Clock = {
    now: clock.now,
    sleep: (ms, signal) => {
      waited.push(ms);
      return clock.sleep(ms, signal);
    },
  };
  const access = { apiUrl: url, repository: 'org/orders', token: new Secret(token) };
  return { github: connectGitHub(access, { http: nodeHttp, clock: told, log, cancelled }), log, waited };
}

const codeOf = (outcome: WriteOutcome): string => (outcome.kind === 'failed' ? outcome.problem.code : outcome.kind);

/** The adapter and the fake are held to the same words, so that the fake cannot lie to the tests that use it. */
const KINDS: Readonly<Record<string, (permitted: boolean) => { github: GitHub; words: (sha: string) => readonly object[] }>> = {
  'the REST adapter': (permitted) => ({
    github: open(permitted ? WRITER : READER).github,
    words: (sha) => server.statuses(sha).map(({ state, context, description }) => ({ state, context, description })),
  }),
  'the fake in memory': (permitted) => {
    const github = memoryGitHub({ permitted, commits: [SHA] });
    const words = (sha: string) =>
      github.statuses(sha).map(({ state, context, description }) => ({ state, context, description }));
    return { github, words };
  },
};

describe.each(Object.entries(KINDS))('%s', (_, make) => {
  test('writes a status', async () => {
    const { github, words } = make(true);
    expect(await github.setCommitStatus(STATUS)).toEqual({ kind: 'written' });
    expect(words(SHA)).toEqual([{ state: 'failure', context: 'slipway/orders', description: 'Stopped in stage 2 (test).' }]);
  });

  test('puts the newest first', async () => {
    const { github, words } = make(true);
    await github.setCommitStatus({ ...STATUS, state: 'pending' });
    await github.setCommitStatus({ ...STATUS, state: 'success' });
    expect(words(SHA)).toMatchObject([{ state: 'success' }, { state: 'pending' }]);
  });

  test('makes a description fit', async () => {
    const { github, words } = make(true);
    expect(await github.setCommitStatus({ ...STATUS, description: `🚀${'x'.repeat(200)}` })).toEqual({ kind: 'written' });
    expect(words(SHA)).toMatchObject([{ description: `${'x'.repeat(139)}…` }]);
  });

  test('says that a token may not', async () => {
    const { github, words } = make(false);
    const outcome = await github.setCommitStatus(STATUS);
    expect(outcome).toMatchObject({ kind: 'not-permitted', reason: expect.stringContaining('Resource not accessible') });
    expect(words(SHA)).toEqual([]);
  });

  test('says that there is no such commit', async () => {
    const outcome = await make(true).github.setCommitStatus({ ...STATUS, sha: UNKNOWN });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'GITHUB_REFUSED' } });
    expect(JSON.stringify(outcome)).toContain(`GitHub answered 422: No commit found for SHA: ${UNKNOWN}`);
  });
});

/** A history: a, then b on a, and c on a beside it. */
const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const PARENTS = { [B]: [A], [C]: [A] };

describe.each(['the REST adapter', 'the fake in memory'])('commits compared by %s', (kind) => {
  let history: GitHubStandIn;
  let github: GitHub;

  beforeEach(async () => {
    history = await startGitHub({
      commits: (sha) => [A, B, C].includes(sha),
      parents: PARENTS,
      tokens: { [READER]: { contents: 'read' }, ghs_none: {} },
    });
    github =
      kind === 'the REST adapter'
        ? open(READER, { url: history.url }).github
        : memoryGitHub({ commits: [A, B, C], parents: PARENTS });
  });

  afterEach(() => history.close());

  test.each([
    [A, A, 'identical'],
    [A, B, 'ahead'],
    [B, A, 'behind'],
    [B, C, 'diverged'],
  ])('%s to %s: %s', async (base, head, status) => {
    expect(await github.compareCommits(base, head)).toEqual({ kind: 'compared', status });
    expect(history.malformed).toEqual([]);
  });

  test('cannot be told of a commit that is not there, and that is no answer', async () => {
    const comparison = await github.compareCommits(A, UNKNOWN);
    expect(comparison).toEqual({
      kind: 'unknown',
      reason: expect.stringMatching(/^GitHub answered 404: Not Found.*contents: read/),
    });
  });
});

test('a comparison that the token may not make is no answer', async () => {
  const history = await startGitHub({ tokens: { ghs_none: {} } });
  const comparison = await open('ghs_none', { url: history.url }).github.compareCommits(A, B);
  await history.close();
  expect(comparison).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('403') });
});

describe('the adapter', () => {
  test('sends nothing that GitHub does not know', async () => {
    await open().github.setCommitStatus(STATUS);
    await open().github.setCommitStatus({ sha: SHA, state: 'pending', context: 'c', description: '' });
    expect(server.malformed).toEqual([]);
    expect(server.received).toEqual(Array(2).fill({ method: 'POST', path: `/repos/org/orders/statuses/${SHA}`, status: 201 }));
    expect(server.statuses(SHA)[1]?.target_url).toBe(STATUS.targetUrl);
  });

  test('keeps to an API below a path, as a company has it', async () => {
    const { github } = open(WRITER, { url: `${server.url}/` });
    expect(codeOf(await github.setCommitStatus(STATUS))).toBe('written');
  });

  test.each([
    ['a server that is unwell', [{ status: 500 }, { status: 503 }], [1000, 2000]],
    ['a connection that is cut', ['reset'], [1000]],
    ['a secondary limit', [secondaryLimit(7)], [7000]],
    ['a secondary limit, told as 429', [secondaryLimit(60, 429)], [60_000]],
  ] as const)('tries again after %s', async (_, faults, pauses) => {
    server.spoil(...faults);
    const { github, waited, log } = open();
    expect(await github.setCommitStatus(STATUS)).toEqual({ kind: 'written' });
    expect(waited).toEqual(pauses);
    expect(server.statuses(SHA)).toHaveLength(1);
    expect(log.lines.some((line) => line.includes('Trying again in'))).toBe(true);
  });

  test.each([
    ['stays unwell', Array(9).fill({ status: 502 }), 'GITHUB_UNAVAILABLE', 4],
    ['stays cut', Array(9).fill('reset'), 'GITHUB_UNREACHABLE', 4],
    ['asks for more time than there is', [secondaryLimit(3600)], 'GITHUB_RATE_LIMITED', 1],
  ] as const)('gives up when the server %s', async (_, faults, code, requests) => {
    server.spoil(...faults);
    expect(codeOf(await open().github.setCommitStatus(STATUS))).toBe(code);
    expect(server.received).toHaveLength(requests);
  });

  test.each([
    ['bad credentials', 'ghs_made_up', 'GITHUB_REFUSED'],
    ['no right at all', 'ghs_none', 'not-permitted'],
  ])('asks once with %s', async (_, token, code) => {
    expect(codeOf(await open(token).github.setCommitStatus(STATUS))).toBe(code);
    expect(server.received).toHaveLength(1);
  });

  test('follows a redirect on the same server, as a renamed repository answers with one', async () => {
    server.spoil({ status: 307, headers: { location: `${server.url}/repos/org/orders/statuses/${SHA}` } });
    const { github } = open();
    expect(await github.setCommitStatus(STATUS)).toEqual({ kind: 'written' });
    expect(server.received.map(({ status }) => status)).toEqual([307, 201]);
  });

  test.each([
    ['to another server, which its token is not meant for', { location: 'http://localhost:9/repos' }],
    ['to the same place again and again', { location: '/repos/org/orders/statuses/x' }],
    ['to nowhere', {}],
  ])('takes no redirect %s for success', async (_, headers) => {
    server.spoil(...Array.from({ length: 16 }, () => ({ status: 307, headers }) as const));
    const { github, log } = open();
    expect(codeOf(await github.setCommitStatus(STATUS))).toBe('GITHUB_UNREACHABLE');
    expect(log.lines.join('\n')).toContain('sends the request elsewhere (status 307)');
  });

  test('takes no page of a proxy for success', async () => {
    server.spoil(...Array.from({ length: 4 }, () => ({ status: 200, headers: { 'content-type': 'text/html' } }) as const));
    const { github, log } = open();
    expect(codeOf(await github.setCommitStatus(STATUS))).toBe('GITHUB_UNREACHABLE');
    expect(log.lines.join('\n')).toContain("text/html, which is no answer of GitHub's API");
  });

  test('says that nobody is there', async () => {
    const gone = await startGitHub();
    await gone.close();
    const { github, waited } = open(WRITER, { url: gone.url });
    const outcome = await github.setCommitStatus(STATUS);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'GITHUB_UNREACHABLE' } });
    expect(JSON.stringify(outcome)).toContain(`${gone.url} did not answer`);
    expect(waited).toEqual([1000, 2000, 4000]);
  });

  test('ends with a cancelled run, before a request and within a pause', async () => {
    const controller = new AbortController();
    const clock: Clock = {
      now: () => 0,
      sleep: async (_, signal) => {
        controller.abort(new Error('The run was cancelled.'));
        signal?.throwIfAborted();
      },
    };
    server.spoil({ status: 500 });
    const { github } = open(WRITER, { clock, cancelled: controller.signal });
    expect(codeOf(await github.setCommitStatus(STATUS))).toBe('GITHUB_UNAVAILABLE');
    expect(codeOf(await github.setCommitStatus(STATUS))).toBe('GITHUB_UNREACHABLE');
    expect(server.received).toHaveLength(1);
  });

  test('keeps its token out of everything it says', async () => {
    server.spoil({ status: 500, message: `the token ${WRITER} is odd` }, { status: 422, message: `the token ${WRITER} is odd` });
    const { github, log } = open();
    const outcome = await github.setCommitStatus(STATUS);
    expect(JSON.stringify([outcome, log.lines])).toContain('the token *** is odd');
    expect(JSON.stringify([outcome, log.lines])).not.toContain(WRITER);
  });
});

describe('the stand-in is not blind', () => {
  const path = `/repos/org/orders/statuses/${SHA}`;
  const good = { state: 'success', context: 'c', description: 'd', target_url: 'https://x' };

  async function send(
    body: unknown,
    { to = path, method = 'POST', headers = {} }: { to?: string; method?: string; headers?: Record<string, string> } = {},
  ) {
    const sent = { authorization: `Bearer ${WRITER}`, 'content-type': 'application/json', ...headers };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(server.url + to, { method, headers: sent, ...(body !== undefined && { body: text }) });
    return { status: response.status, body: (await response.json()) as { message: string }, headers: response.headers };
  }

  test('and takes what is right', async () => {
    expect((await send(good)).status).toBe(201);
    expect((await send({ state: 'success' })).status).toBe(201);
    expect(server.malformed).toEqual([]);
  });

  test.each([
    ['a state that does not exist', { ...good, state: 'passed' }, 422, 'state must be equal to one of the allowed values'],
    ['no state', { context: 'c' }, 422, "must have required property 'state'"],
    ['a field of the wrong type', { ...good, context: 7 }, 422, 'context must be string'],
    ['an unknown field', { ...good, targetUrl: 'https://x' }, 422, 'additional properties (targetUrl)'],
    ['a body that is not JSON', '{', 400, 'the body is not JSON'],
  ])('to %s', async (_, body, status, problem) => {
    expect((await send(body)).status).toBe(status);
    expect(server.malformed).toEqual([expect.stringContaining(problem)]);
    expect(server.statuses(SHA)).toEqual([]);
  });

  test.each([
    ['an unknown route', { to: '/repos/org/orders/nonsense' }, 404, 'there is no route'],
    ['a trailing slash', { to: `${path}/` }, 404, 'there is no route'],
    ['a wrong method', { method: 'PUT' }, 404, 'there is no route'],
    ['an unknown query parameter', { to: `${path}?force=1` }, 400, 'there is no query parameter force'],
    ['an unknown media type', { headers: { accept: 'text/html' } }, 400, 'accept is text/html'],
    ['an unknown version', { headers: { 'x-github-api-version': '1999-01-01' } }, 400, 'there is no API version'],
    ['a body of another type', { headers: { 'content-type': 'text/plain' } }, 400, 'not sent as JSON'],
  ])('to %s', async (_, how, status, problem) => {
    expect((await send(good, how)).status).toBe(status);
    expect(server.malformed).toEqual([expect.stringContaining(problem)]);
  });

  test.each([
    ['a description that is too long', { ...good, description: 'x'.repeat(141) }, {}, 422, 'Validation Failed'],
    ['a description of four-byte characters', { ...good, description: '🚀' }, {}, 422, 'Validation Failed'],
    ['an unknown commit', good, { to: path.replace(SHA, UNKNOWN) }, 422, 'No commit found for SHA'],
    ['a branch in place of a commit', good, { to: path.replace(SHA, 'main') }, 422, 'Validation Failed'],
    ['no token', good, { headers: { authorization: '' } }, 401, 'Requires authentication'],
    ['an unknown token', good, { headers: { authorization: 'Bearer x' } }, 401, 'Bad credentials'],
    ['a token that may only read', good, { headers: { authorization: `Bearer ${READER}` } }, 403, 'Resource not accessible'],
  ])('to %s, which the description does not state', async (_, body, how, status, message) => {
    const answer = await send(body, how);
    expect([answer.status, answer.body.message]).toEqual([status, expect.stringContaining(message)]);
    expect(server.malformed).toEqual([]);
    expect(server.statuses(SHA)).toEqual([]);
  });

  test('to the thousand statuses that a commit and context may have, whatever the case of the context', async () => {
    for (let count = 0; count < 1000; count++) await send({ ...good, context: count % 2 === 0 ? 'c' : 'C' });
    expect((await send(good)).status).toBe(422);
    expect((await send({ ...good, context: 'other' })).status).toBe(201);
    expect(server.statuses(SHA)).toHaveLength(1001);
  });

  test('in what it gives back: a list in pages, newest first, and the combined state, where the newest word counts', async () => {
    for (const state of ['failure', 'pending', 'success']) await send({ ...good, state });
    const list = await send(undefined, { method: 'GET', to: `/repos/org/orders/commits/${SHA}/statuses?per_page=2` });
    expect(list.body).toMatchObject([{ state: 'success' }, { state: 'pending' }]);
    expect(list.headers.get('link')).toContain('page=2>; rel="next"');
    const combined = { method: 'GET', to: `/repos/org/orders/commits/${SHA}/status` };
    expect((await send(undefined, combined)).body).toMatchObject({ state: 'success', total_count: 1 });
    await send({ ...good, state: 'error', context: 'other' });
    expect((await send(undefined, combined)).body).toMatchObject({ state: 'failure', total_count: 2 });
    expect(server.malformed).toEqual([]);
  });

  test('and knows which version of the description it holds', () => {
    expect(DESCRIPTION_VERSION).toBe('23.0.2');
  });
});
