import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { action, runWith } from '@slipway/action-contract-test';
import { runAction } from '@slipway/runner';
import { connectGitHub } from '@slipway/runner/github';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type GitHubStandIn, startGitHub } from './index.ts';

const HEAD = 'b'.repeat(40);
const PAIR = { consumer: 'order', provider: 'payment', file: 'contracts/order.json', interactions: 1 };
const CONFLICTS = Array.from({ length: 60 }, (_, index) => ({
  ...{ consumer: 'order', provider: 'payment', severity: 'error', accepted: false, pending: false },
  ...{ message: `field ${index} is gone`, fingerprint: String(index), contract: { file: PAIR.file, line: index + 1 } },
}));
const EVENTS = {
  pull: JSON.stringify({ pull_request: { number: 7, head: { sha: HEAD } } }),
  push: JSON.stringify({ repository: { default_branch: 'main' } }),
};

let server: GitHubStandIn;
beforeEach(async () => {
  server = await startGitHub({
    tokens: { writer: { issues: 'write', checks: 'write' }, fork: { issues: 'read', checks: 'read' } },
  });
});
afterEach(() => server.close());

async function tell(event: keyof typeof EVENTS, token = 'writer', conflicts: readonly object[] = CONFLICTS): Promise<number> {
  const report = JSON.stringify({ action: 'contract-test', verdict: 'fail', headline: '', data: { pairs: [PAIR], conflicts } });
  const files = memoryFiles({ 'report.json': report, 'event.json': EVENTS[event] });
  const context = {
    apiUrl: server.url,
    repository: 'org/payment',
    eventName: event === 'pull' ? 'pull_request' : 'push',
    environment: (name: string) => (name === 'GITHUB_EVENT_PATH' ? 'event.json' : undefined),
  };
  const host = memoryHost({ mode: 'tell', report: 'report.json', 'github-token': token }, { files, http: nodeHttp }, context);
  return runAction(action, runWith(connectGitHub), host);
}

test('jobs at once, and again later, leave one comment and no request that GitHub would not take', async () => {
  expect(await Promise.all([tell('pull'), tell('pull'), tell('pull')])).toEqual([0, 0, 0]);
  const written = server.checkRuns.length;
  expect(await tell('pull')).toBe(0);
  expect(server.comments).toHaveLength(1);
  // GitHub has no conditional write for check runs and takes none away: what counts is the newest, and all of them say the same.
  expect(new Set(server.checkRuns.map(({ externalId }) => externalId)).size).toBe(1);
  expect(server.checkRuns).toHaveLength(written);
  expect(server.malformed).toEqual([]);
});

test('a second run on the same commit writes nothing', async () => {
  await tell('pull');
  const writes = (): number => server.received.filter(({ method }) => method !== 'GET').length;
  const before = writes();
  expect(await tell('pull')).toBe(0);
  expect(writes()).toBe(before);
  expect(server.checkRuns).toMatchObject([{ sha: HEAD, conclusion: 'failure', annotations: { length: 60 } }]);
});

test('the issue of the main branch is closed once nothing breaks', async () => {
  expect([await tell('push'), await tell('push')]).toEqual([0, 0]);
  expect(server.issues).toMatchObject([{ state: 'open', labels: ['contract'] }]);
  expect(await tell('push', 'writer', [])).toBe(0);
  expect(server.issues).toMatchObject([{ state: 'closed' }]);
});

test("a fork's token writes nothing, and the run passes", async () => {
  expect(await tell('pull', 'fork')).toBe(0);
  expect([server.comments, server.issues, server.checkRuns]).toEqual([[], [], []]);
});
