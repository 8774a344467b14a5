import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CheckRun, GitHub, WriteOutcome } from '@slipway/github';
import { memoryGitHub } from '@slipway/github/memory';
import { Secret } from '@slipway/metadata';
import { connectGitHub } from '@slipway/runner/github';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type GitHubStandIn, secondaryLimit, startGitHub } from './index.ts';

const SHA = 'a'.repeat(40);
const WRITTEN = { kind: 'written' };

let server: GitHubStandIn;
beforeEach(async () => {
  server = await startGitHub({
    tokens: { writer: { issues: 'write', checks: 'write' }, fork: { issues: 'read', checks: 'read' } },
  });
});
afterEach(() => server.close());

function open(token = 'writer'): GitHub {
  const world = { http: nodeHttp, clock: memoryClock(), log: memoryLog(), cancelled: new AbortController().signal };
  return connectGitHub({ apiUrl: server.url, repository: 'org/payment', token: new Secret(token) }, world);
}

function run(count: number, fields: Partial<CheckRun> = {}): CheckRun {
  const annotations = Array.from({ length: count }, (_, index) => ({
    path: 'contracts/order.json',
    line: index + 1,
    level: 'failure' as const,
    title: 'Breaks order',
    message: 'fee is gone',
  }));
  const about = { sha: SHA, name: 'contracts: order', conclusion: 'failure' as const, title: 'Breaks', summary: 'It breaks.' };
  return { ...about, annotations, externalId: 'one', ...fields };
}

/** A check run without its annotations; fails unless it was made. */
async function made(github: GitHub, given: CheckRun): Promise<{ readonly id?: number }> {
  const outcome = await github.createCheckRun(given);
  expect(outcome).toEqual({ kind: 'written', id: expect.any(Number) });
  return outcome;
}

/** A whole check run, in the way of whoever meets nobody else. */
async function wholeRun(github: GitHub, given: CheckRun): Promise<WriteOutcome> {
  const { id = 0 } = await made(github, given);
  return given.annotations.length === 0 ? { kind: 'written' } : github.annotateCheckRun(id, given);
}

const bodies = (listed: Awaited<ReturnType<GitHub['listComments']>>): readonly string[] =>
  listed.kind === 'read' ? listed.value.items.map(({ body }) => body) : [];

/** The adapter and the fake are held to the same words. */
describe.each<[string, (permitted: boolean) => GitHub]>([
  ['the REST adapter', (permitted) => open(permitted ? 'writer' : 'fork')],
  ['the fake in memory', (permitted) => memoryGitHub({ permitted })],
])('%s', (_, make) => {
  test('writes, changes and deletes the comments of one pull request', async () => {
    const github = make(true);
    expect(await github.createComment(7, 'first')).toEqual(WRITTEN);
    expect(await github.createComment(7, 'second')).toEqual(WRITTEN);
    expect(await github.createComment(8, 'elsewhere')).toEqual(WRITTEN);
    const listed = await github.listComments(7, 1);
    expect([listed.kind, bodies(listed)]).toEqual(['read', ['first', 'second']]);
    const [first = 0, second = 0] = listed.kind === 'read' ? listed.value.items.map(({ id }) => id) : [];
    expect(first).toBeLessThan(second);
    expect(await github.updateComment(first, 'changed')).toEqual(WRITTEN);
    expect(await github.deleteComment(second)).toEqual(WRITTEN);
    expect(bodies(await github.listComments(7, 1))).toEqual(['changed']);
    expect(await github.deleteComment(second)).toMatchObject({ kind: 'failed', problem: { code: 'GITHUB_REFUSED' } });
  });

  test('lists the open issues of a label, and closes them', async () => {
    const github = make(true);
    expect(await github.createIssue('Broken', 'why', 'contract')).toEqual(WRITTEN);
    expect(await github.createIssue('Other', 'else', 'bug')).toEqual(WRITTEN);
    const listed = await github.listIssues('contract', 1);
    expect(bodies(listed)).toEqual(['why']);
    const [number = 0] = listed.kind === 'read' ? listed.value.items.map(({ id }) => id) : [];
    expect(await github.updateIssue(number, 'more')).toEqual(WRITTEN);
    expect(bodies(await github.listIssues('contract', 1))).toEqual(['more']);
    expect(await github.closeIssue(number)).toEqual(WRITTEN);
    expect(bodies(await github.listIssues('contract', 1))).toEqual([]);
  });

  test('lists the check runs of a name, newest first, by what they were made from', async () => {
    const github = make(true);
    expect(await github.listCheckRuns(SHA, 'contracts: order')).toEqual({ kind: 'read', value: [] });
    const { id: first = 0 } = await made(github, run(1));
    const { id: second = 0 } = await made(github, run(0, { externalId: 'two' }));
    await made(github, run(0, { externalId: 'three', name: 'contracts: invoice' }));
    const known = async (): Promise<unknown> => github.listCheckRuns(SHA, 'contracts: order');
    const newest = { id: second, externalId: 'two' };
    expect(await known()).toEqual({ kind: 'read', value: [newest, { id: first, externalId: '' }] });
    expect(await github.annotateCheckRun(first, run(1))).toEqual(WRITTEN);
    expect(await known()).toEqual({ kind: 'read', value: [newest, { id: first, externalId: 'one' }] });
    expect(await github.supersedeCheckRun(first)).toEqual(WRITTEN);
    expect(await known()).toEqual({ kind: 'read', value: [newest, { id: first, externalId: 'superseded' }] });
    expect(await github.supersedeCheckRun(9999)).toMatchObject({ kind: 'failed', problem: { code: 'GITHUB_REFUSED' } });
  });

  test("says of every write that a fork's token may not", async () => {
    const github = make(false);
    for (const outcome of [
      await github.createComment(7, 'x'),
      await github.createIssue('x', 'x', 'x'),
      await github.createCheckRun(run(1)),
    ]) {
      expect(outcome).toMatchObject({ kind: 'not-permitted', reason: expect.stringContaining('Resource not accessible') });
    }
  });
});

describe('a check run', () => {
  test.each([
    [0, 1],
    [50, 2],
    [51, 3],
    [120, 4],
    [1000, 21],
  ])(
    'with %d annotations is written in %d requests, in their order, and is concluded from the first',
    async (count, requests) => {
      expect(await wholeRun(open(), run(count))).toEqual(WRITTEN);
      expect(server.received.map(({ method }) => method)).toEqual(['POST', ...Array(requests - 1).fill('PATCH')]);
      const [written] = server.checkRuns;
      expect(written).toMatchObject({ conclusion: 'failure', externalId: 'one' });
      const lines = (written?.annotations ?? []).map((each) => (each as { start_line: number }).start_line);
      expect(lines).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      expect(server.malformed).toEqual([]);
    },
  );

  test('that is cut off before its annotations is concluded, and not taken for whole', async () => {
    const github = connectGitHub(
      { apiUrl: server.url, repository: 'org/payment', token: new Secret('writer') },
      {
        http: {
          fetch: async (request) => {
            if (request.method === 'PATCH') server.spoil({ status: 422 });
            return nodeHttp.fetch(request);
          },
        },
        clock: memoryClock(),
        log: memoryLog(),
        cancelled: new AbortController().signal,
      },
    );
    expect(await wholeRun(github, run(51))).toMatchObject({ kind: 'failed' });
    expect(server.checkRuns).toMatchObject([{ conclusion: 'failure', externalId: null }]);
    expect(await github.listCheckRuns(SHA, 'contracts: order')).toMatchObject({ value: [{ externalId: '' }] });
  });

  test('whose summary is too long says that it was cut', async () => {
    expect(await wholeRun(open(), run(0, { summary: 'ünd so weiter\n'.repeat(9000) }))).toEqual(WRITTEN);
    const summary = server.checkRuns[0]?.summary ?? '';
    expect(summary.length).toBeLessThanOrEqual(65_535);
    expect(summary).toMatch(/ünd so weiter\n\nThere is more than fits here/);
    expect(server.malformed).toEqual([]);
  });
});

test.each([
  ['asks for time', secondaryLimit(7)],
  ['is unwell', { status: 500 }],
  ['cuts the connection', 'reset'],
] as const)('a comment is written once GitHub, which %s, takes it', async (_, fault) => {
  server.spoil(fault);
  expect(await open().createComment(7, 'x')).toEqual(WRITTEN);
  expect(server.comments).toHaveLength(1);
});

describe('the stand-in refuses', () => {
  const send = async (method: string, path: string, body: object): Promise<number> => {
    const headers = { authorization: 'token writer', 'user-agent': 'x', 'content-type': 'application/json' };
    const response = await fetch(`${server.url}/repos/org/payment${path}`, { method, headers, body: JSON.stringify(body) });
    return response.status;
  };
  const output = { title: 'x', summary: 'x' };
  const note = { path: 'x', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'x' };

  test.each<[string, string, string, object, number]>([
    [
      'a check run that is completed without a conclusion',
      'POST',
      '/check-runs',
      { name: 'x', head_sha: SHA, status: 'completed' },
      422,
    ],
    [
      '51 annotations at once',
      'POST',
      '/check-runs',
      { name: 'x', head_sha: SHA, output: { ...output, annotations: Array(51).fill(note) } },
      422,
    ],
    [
      'a summary over the limit',
      'POST',
      '/check-runs',
      { name: 'x', head_sha: SHA, output: { ...output, summary: 'x'.repeat(65_536) } },
      422,
    ],
    ['a comment over the limit', 'POST', '/issues/7/comments', { body: 'x'.repeat(65_537) }, 422],
    ['a comment with a field that is lost', 'POST', '/issues/7/comments', { body: 'x', title: 'x' }, 422],
    ['a change of a comment that is not there', 'PATCH', '/issues/comments/9', { body: 'x' }, 404],
    ['a change of a check run that is not there', 'PATCH', '/check-runs/9', { output }, 404],
  ])('%s', async (_, method, path, body, status) => {
    expect(await send(method, path, body)).toBe(status);
    expect([server.comments, server.checkRuns]).toEqual([[], []]);
  });
});
