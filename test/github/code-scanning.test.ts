import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { GitHub } from '@slipway/github';
import { memoryGitHub } from '@slipway/github/memory';
import { Secret } from '@slipway/metadata';
import { connectGitHub } from '@slipway/runner/github';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type GitHubStandIn, startGitHub } from './index.ts';

const SHA = 'a'.repeat(40);
const RESULT = { ruleId: 'A', message: { text: 'x' }, locations: [{}] };

let server: GitHubStandIn;
beforeEach(async () => {
  server = await startGitHub({ tokens: { writer: { security_events: 'write' }, reader: { security_events: 'read' } } });
});
afterEach(() => server.close());

function open(token = 'writer'): GitHub {
  const world = { http: nodeHttp, clock: memoryClock(), log: memoryLog(), cancelled: new AbortController().signal };
  return connectGitHub({ apiUrl: server.url, repository: 'org/orders', token: new Secret(token) }, world);
}

const packed = (run: object): string =>
  gzipSync(
    JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 't', rules: [] } }, results: [RESULT], ...run }] }),
  ).toString('base64');

const upload = (sarif: string) => ({ sha: SHA, ref: 'refs/heads/main', sarif });

/** The adapter and the fake are held to the same words. */
describe.each<[string, (permitted: boolean) => GitHub]>([
  ['the REST adapter', (permitted) => open(permitted ? 'writer' : 'reader')],
  ['the fake in memory', (permitted) => memoryGitHub({ permitted })],
])('%s', (_, make) => {
  test('hands in a file, and tells that it was read', async () => {
    const github = make(true);
    const taken = await github.uploadSarif(upload(packed({})));
    expect(taken).toMatchObject({ kind: 'taken' });
    const id = taken.kind === 'taken' ? taken.id : '';
    expect(await github.readUpload(id)).toEqual({ kind: 'read', value: { state: 'complete', errors: [] } });
    expect(await github.readUpload('nothing')).toMatchObject({ kind: 'unread', cause: 'absent' });
  });

  test('says that a token may not', async () => {
    expect(await make(false).uploadSarif(upload(packed({})))).toMatchObject({
      ...{ kind: 'refused', cause: 'not-permitted' },
      reason: expect.stringContaining('Resource not accessible'),
    });
  });
});

describe('what GitHub has against a file', () => {
  test('that is no packed JSON is told at once', async () => {
    expect(await open().uploadSarif(upload(Buffer.from('{}').toString('base64')))).toMatchObject({
      kind: 'refused',
      cause: 'invalid',
    });
    expect(server.uploads).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['without a message', { results: [{ ...RESULT, message: { text: '' } }] }, 'A result has no message.'],
    ['without a place', { results: [{ ...RESULT, locations: [] }] }, 'A result has no location.'],
    ['of too many results', { results: Array(25_001).fill(RESULT) }, 'There are more results than the limit of 25000.'],
    [
      'with a rule of too many tags',
      { tool: { driver: { rules: [{ properties: { tags: Array(21).fill('x') } }] } } },
      'A rule has more tags than the limit of 20.',
    ],
  ])('%s is told once it has read it', async (_, run, error) => {
    const github = open();
    const taken = await github.uploadSarif(upload(packed(run)));
    const read = await github.readUpload(taken.kind === 'taken' ? taken.id : '');
    expect(read).toEqual({ kind: 'read', value: { state: 'failed', errors: [error] } });
    expect(server.malformed).toEqual([]);
  });
});
