import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { GitHub } from '@slipway/github';
import { memoryGitHub } from '@slipway/github/memory';
import { Secret } from '@slipway/metadata';
import { connectGitHub } from '@slipway/runner/github';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type GitHubStandIn, startGitHub } from './index.ts';

const DRAFT = { title: 'orders: v2', body: 'words', head: 'slipway/production/orders', base: 'main' };

let server: GitHubStandIn;
beforeEach(async () => {
  server = await startGitHub({ tokens: { writer: { pull_requests: 'write' }, reader: { pull_requests: 'read' } } });
});
afterEach(() => server.close());

function open(token = 'writer'): GitHub {
  const world = { http: nodeHttp, clock: memoryClock(), log: memoryLog(), cancelled: new AbortController().signal };
  return connectGitHub({ apiUrl: server.url, repository: 'org/config', token: new Secret(token) }, world);
}

/** What both the stand-in and the one in memory must do. */
describe.each([
  ['over HTTP', () => open()],
  ['in memory', () => memoryGitHub()],
])('pull requests %s', (_, connect) => {
  test('are found by their two branches, made once, and brought up to date', async () => {
    const github = connect();
    expect(await github.findPullRequest(DRAFT.head, 'main')).toEqual({ kind: 'read', value: undefined });
    const made = await github.createPullRequest(DRAFT);
    expect(made).toMatchObject({ kind: 'made', number: 1 });
    expect(await github.findPullRequest(DRAFT.head, 'main')).toMatchObject({ value: { number: 1 } });
    expect(await github.findPullRequest('another', 'main')).toEqual({ kind: 'read', value: undefined });
    expect(await github.findPullRequest(DRAFT.head, 'release')).toEqual({ kind: 'read', value: undefined });
    expect(await github.createPullRequest(DRAFT)).toMatchObject({ kind: 'failed' });
    expect(await github.updatePullRequest(1, { title: 'orders: v3', body: 'other' })).toEqual({ kind: 'written' });
    expect(await github.updatePullRequest(9, { title: 'x', body: 'y' })).toMatchObject({ kind: 'failed' });
  });
});

test('what is sent is what GitHub takes, and what comes back is as it says', async () => {
  const github = open();
  await github.createPullRequest(DRAFT);
  await github.updatePullRequest(1, { title: 'orders: v3', body: 'other' });
  expect(server.pulls).toEqual([{ ...DRAFT, title: 'orders: v3', body: 'other', state: 'open' }]);
  expect(server.malformed).toEqual([]);
});

test('a token that may only read is told as such', async () => {
  expect(await open('reader').createPullRequest(DRAFT)).toMatchObject({ kind: 'not-permitted' });
});
