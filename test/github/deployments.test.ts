import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GitHub } from '@slipway/github';
import { type MemoryDeployment, memoryGitHub } from '@slipway/github/memory';
import { Secret } from '@slipway/metadata';
import { connectGitHub } from '@slipway/runner/github';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type GitHubStandIn, startGitHub } from './index.ts';

const [A, B] = ['a', 'b'].map((letter) => letter.repeat(40)) as [string, string];
const TEXT = 'ünïcode\n'.repeat(40);
const FILES = { [A]: { 'contracts/x.json': '{}', 'long.txt': TEXT } };
const MANY: readonly MemoryDeployment[] = [
  { sha: A, ref: 'v1', environment: 'staging', at: 1000, states: ['queued', 'in_progress', 'success'] },
  ...Array.from({ length: 101 }, (_, index) => ({ sha: B, environment: 'production', at: 2000 + index, states: ['failure'] })),
];

const RUNS = { '7/attempts/1': 'completed', '7/attempts/2': 'in_progress' };
const OWNERS = [{ path: 'CODEOWNERS', line: 3, kind: 'Unknown owner', message: 'Unknown owner on line 3' }];

let server: GitHubStandIn;
beforeAll(async () => {
  server = await startGitHub({
    repositories: { 'org/orders': { deployments: MANY, files: FILES, codeOwnersErrors: OWNERS, runs: RUNS }, 'org/bare': {} },
    tokens: { reader: { deployments: 'read', contents: 'read', actions: 'read' }, writer: { statuses: 'write' } },
  });
});
afterAll(() => server.close());

function open(token = 'reader', repository = 'org/orders'): GitHub {
  const world = { http: nodeHttp, clock: memoryClock(), log: memoryLog(), cancelled: new AbortController().signal };
  return connectGitHub({ apiUrl: server.url, repository, token: new Secret(token) }, world);
}

/** The adapter and the fake are held to the same words. */
describe.each<[string, () => GitHub, () => GitHub]>([
  ['the REST adapter', open, () => open('reader', 'org/bare')],
  [
    'the fake in memory',
    () => memoryGitHub({ deployments: MANY, files: FILES, codeOwnersErrors: OWNERS, runs: RUNS }),
    memoryGitHub,
  ],
])('%s', (_, make, bare) => {
  test('lists a hundred deployments of an environment at once, newest first, and says whether there are more', async () => {
    const [first, second] = [await make().listDeployments('production', 1), await make().listDeployments('production', 2)];
    expect(first).toMatchObject({ kind: 'read', value: { more: true } });
    expect(first.kind === 'read' && first.value.items.map(({ id }) => id)).toEqual(
      Array.from({ length: 100 }, (__, n) => 102 - n),
    );
    expect(second).toEqual({
      kind: 'read',
      value: { more: false, items: [{ id: 2, sha: B, environment: 'production', createdAt: 2_000_000, updatedAt: 2_000_000 }] },
    });
  });

  test('tells which owners GitHub does not know, and that a repository without the file has no such list', async () => {
    expect(await make().listCodeOwnersErrors(A)).toEqual({ kind: 'read', value: OWNERS });
    expect(await bare().listCodeOwnersErrors(A)).toMatchObject({ kind: 'unread', cause: 'absent' });
  });

  test('tells how far an attempt of a run got', async () => {
    expect(await make().readRunStatus({ runId: 7, attempt: 1 })).toEqual({ kind: 'read', value: 'completed' });
    expect(await make().readRunStatus({ runId: 7, attempt: 2 })).toEqual({ kind: 'read', value: 'in_progress' });
    expect(await make().readRunStatus({ runId: 8, attempt: 1 })).toMatchObject({ kind: 'unread', cause: 'absent' });
  });

  test('lists no deployment of an environment that there is not', async () => {
    expect(await make().listDeployments('prod', 1)).toEqual({ kind: 'read', value: { items: [], more: false } });
  });

  test('gives the commit of what was deployed by a tag, and when something was said of it last', async () => {
    const [staging] = [await make().listDeployments('staging', 1)];
    expect(staging).toMatchObject({ value: { items: [{ sha: A, createdAt: 1_000_000, updatedAt: 1_002_000 }] } });
  });

  test('gives every status of a deployment, with its time', async () => {
    const statuses = await make().listDeploymentStatuses(1);
    const states = statuses.kind === 'read' ? statuses.value.map(({ state, createdAt }) => `${createdAt} ${state}`).sort() : [];
    expect(states).toEqual(['1000000 queued', '1001000 in_progress', '1002000 success']);
  });

  test('lists the files of a commit, and nothing else that is in it', async () => {
    const tree = await make().readTree(A);
    expect(tree).toMatchObject({ value: { truncated: false } });
    expect(tree.kind === 'read' && tree.value.entries.map(({ path, size }) => [path, size])).toEqual([
      ['contracts/x.json', 2],
      ['long.txt', Buffer.byteLength(TEXT)],
    ]);
  });

  test('gives the bytes of a file', async () => {
    const tree = await make().readTree(A);
    const id = tree.kind === 'read' ? (tree.value.entries[1]?.id ?? '') : '';
    const blob = await make().readBlob(id);
    expect(blob.kind === 'read' && Buffer.from(blob.value).toString('utf8')).toBe(TEXT);
  });

  test.each<[string, (github: GitHub) => Promise<unknown>]>([
    ['commit', (github) => github.readTree(B)],
    ['file', (github) => github.readBlob(B)],
    ['deployment', (github) => github.listDeploymentStatuses(999)],
  ])('says of a %s that is not there that it is absent', async (__, ask) => {
    expect(await ask(make())).toEqual({ kind: 'unread', cause: 'absent', reason: expect.stringContaining('404') });
  });
});

describe('a reading that GitHub refuses', () => {
  test.each<[string, string, string, string]>([
    ['because no such token was given out', 'made-up', 'org/orders', 'refused'],
    ['because the token may not', 'writer', 'org/orders', 'refused'],
    ['because the repository is none that the token may know of', 'reader', 'org/hidden', 'absent'],
  ])('%s is no answer', async (_, token, repository, cause) => {
    const github = open(token, repository);
    for (const ask of [github.listDeployments('production', 1), github.listDeploymentStatuses(1), github.readTree(A)]) {
      expect(await ask).toMatchObject({ kind: 'unread', cause });
    }
  });

  test('because it is unwell is asked again, and then no answer', async () => {
    server.spoil(...Array.from({ length: 4 }, () => ({ status: 502 })));
    expect(await open().readTree(A)).toMatchObject({ kind: 'unread', cause: 'unreachable' });
    server.spoil({ status: 502 });
    expect(await open().readTree(A)).toMatchObject({ kind: 'read' });
  });
});

test('every request is one that GitHub knows', () => {
  expect(server.received.length).toBeGreaterThan(10);
  expect(server.malformed).toEqual([]);
});
