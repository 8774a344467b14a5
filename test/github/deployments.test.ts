import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GitHub } from '@slipway/github';
import { type MemoryDeployment, memoryGitHub, type MemoryRepository } from '@slipway/github/memory';
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
    repositories: {
      'org/orders': { deployments: [...MANY], files: FILES, codeOwnersErrors: OWNERS, runs: RUNS },
      'org/bare': {},
    },
    tokens: {
      reader: { deployments: 'read', contents: 'read', actions: 'read' },
      writer: { statuses: 'write' },
      deployer: { deployments: 'write' },
    },
  });
});
const started: GitHubStandIn[] = [];
afterAll(async () => {
  expect(started.flatMap(({ malformed }) => malformed)).toEqual([]);
  await Promise.all([server, ...started].map((each) => each.close()));
});

function open(token = 'reader', repository = 'org/orders', apiUrl = server.url): GitHub {
  const world = { http: nodeHttp, clock: memoryClock(), log: memoryLog(), cancelled: new AbortController().signal };
  return connectGitHub({ apiUrl, repository, token: new Secret(token) }, world);
}

/** The adapter and the fake are held to the same words. */
describe.each<[string, () => GitHub, () => GitHub]>([
  ['the REST adapter', open, () => open('reader', 'org/bare')],
  [
    'the fake in memory',
    () => memoryGitHub({ deployments: [...MANY], files: FILES, codeOwnersErrors: OWNERS, runs: RUNS }),
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
      value: {
        more: false,
        items: [{ id: 2, sha: B, environment: 'production', createdAt: 2_000_000, updatedAt: 2_000_000, payload: {} }],
      },
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

const DRAFT = { sha: A, environment: 'staging', description: 'order', payload: { release: 7 }, transient: false } as const;

/** What is written is written alike, and kept alike. */
describe.each<[string, (repository: MemoryRepository) => Promise<GitHub>]>([
  [
    'the REST adapter',
    async (repository) => {
      const { permitted = true, deployments = [] } = repository;
      const tokens = { deployer: { deployments: permitted ? 'write' : 'read' } } as const;
      const own = await startGitHub({ repositories: { 'org/orders': { deployments } }, tokens, commits: (sha) => sha === A });
      started.push(own);
      return open('deployer', 'org/orders', own.url);
    },
  ],
  ['the fake in memory', async (repository) => memoryGitHub(repository)],
])('%s', (_, make) => {
  test('makes a deployment of a commit and says how it goes', async () => {
    const deployments: MemoryDeployment[] = [];
    const github = await make({ deployments });
    expect(await github.createDeployment(DRAFT)).toEqual({ kind: 'made', id: 1 });
    const addresses = { logUrl: 'https://github.com/org/orders/actions/runs/1', environmentUrl: 'https://orders.example.com' };
    await github.sayOfDeployment(1, { state: 'in_progress', description: 'x'.repeat(150), ...addresses });
    await github.sayOfDeployment(1, { state: 'success', description: 'runs' });
    expect(deployments).toMatchObject([
      {
        sha: A,
        environment: 'staging',
        payload: { release: 7 },
        states: [
          { state: 'in_progress', description: `${'x'.repeat(139)}…`, ...addresses },
          { state: 'success', description: 'runs' },
        ],
      },
    ]);
    const listed = await github.listDeployments('staging', 1, A);
    expect(listed).toMatchObject({ value: { items: [{ id: 1, payload: { release: 7 } }] } });
    expect(await github.listDeployments('staging', 1, B)).toMatchObject({ value: { items: [] } });
    const statuses = await github.listDeploymentStatuses(1);
    expect(statuses.kind === 'read' && statuses.value.map(({ logUrl }) => logUrl)).toContain(addresses.logUrl);
  });

  test.each<[string, Partial<MemoryDeployment>, readonly string[]]>([
    ['makes the one before inactive', {}, ['success', 'inactive']],
    ['leaves one that failed', { states: ['failure'] }, ['failure']],
    ['leaves one that is transient', { transient: true }, ['success']],
    ['leaves one of production', { production: true }, ['success']],
    ['leaves one elsewhere', { environment: 'dev' }, ['success']],
  ])('with a success %s', async (__, given, states) => {
    const deployments: MemoryDeployment[] = [{ sha: A, environment: 'staging', at: 1, states: ['success'], ...given }];
    const github = await make({ deployments });
    await github.createDeployment(DRAFT);
    await github.sayOfDeployment(2, { state: 'success', description: '' });
    expect(deployments[0]?.states.map((each) => (typeof each === 'string' ? each : each.state))).toEqual(states);
  });

  test('says that the token may not', async () => {
    const github = await make({ permitted: false, deployments: [{ sha: A, environment: 'x', at: 1, states: [] }] });
    expect(await github.createDeployment(DRAFT)).toMatchObject({ kind: 'not-permitted' });
    expect(await github.sayOfDeployment(1, { state: 'error', description: '' })).toMatchObject({ kind: 'not-permitted' });
  });

  test('says that there is no such deployment', async () => {
    const github = await make({ deployments: [] });
    expect(await github.sayOfDeployment(9, { state: 'error', description: '' })).toMatchObject({ kind: 'failed' });
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
