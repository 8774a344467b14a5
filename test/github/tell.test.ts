import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { action, runWith } from '@slipway/action-contract-test';
import { runAction } from '@slipway/runner';
import { connectGitHub } from '@slipway/runner/github';
import { memoryHost } from '@slipway/runner/memory';
import type { Http } from '@slipway/system';
import { memoryFiles } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type Fault, type GitHubStandIn, secondaryLimit, startGitHub } from './index.ts';

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

async function tell(
  event: keyof typeof EVENTS,
  token = 'writer',
  conflicts: readonly object[] = CONFLICTS,
  http: Http = nodeHttp,
): Promise<number> {
  const report = JSON.stringify({ action: 'contract-test', verdict: 'fail', headline: '', data: { pairs: [PAIR], conflicts } });
  const files = memoryFiles({ 'report.json': report, 'event.json': EVENTS[event] });
  const context = {
    apiUrl: server.url,
    repository: 'org/payment',
    eventName: event === 'pull' ? 'pull_request' : 'push',
    environment: (name: string) => (name === 'GITHUB_EVENT_PATH' ? 'event.json' : undefined),
  };
  const host = memoryHost({ mode: 'tell', report: 'report.json', 'github-token': token }, { files, http }, context);
  return runAction(action, runWith(connectGitHub), host);
}

/** GitHub takes no check run away: of all those of the one pair, the newest is whole, and every other says that it is superseded. */
function expectOneThatCounts(): void {
  const [newest, ...older] = server.checkRuns.toSorted((a, b) => b.id - a.id);
  expect(newest).toMatchObject({ conclusion: 'failure', title: 'Broken in 60 places', annotations: { length: 60 } });
  for (const each of older) expect(each).toMatchObject({ conclusion: 'failure', title: 'Superseded', externalId: 'superseded' });
  expect(server.malformed).toEqual([]);
}

interface Turn {
  readonly who: number;
  requests: number;
}

/** Two runs, of which the first sends some requests, then the second some, then the first all the rest, then the second. */
async function interleaved(event: keyof typeof EVENTS, first: number, second: number): Promise<void> {
  let turns: Turn[] = [
    { who: 0, requests: first },
    { who: 1, requests: second },
    { who: 0, requests: Infinity },
    { who: 1, requests: Infinity },
  ].filter(({ requests }) => requests > 0);
  const waiting: (() => void)[] = [];
  const change = (next: Turn[]): void => {
    turns = next;
    for (const wake of waiting.splice(0)) wake();
  };
  const httpOf = (who: number): Http => ({
    fetch: async (request) => {
      while (turns[0]?.who !== who) await new Promise<void>((wake) => waiting.push(wake));
      const [turn] = turns;
      const answer = await nodeHttp.fetch(request);
      turn.requests -= 1;
      if (turn.requests === 0) change(turns.filter((each) => each !== turn));
      return answer;
    },
  });
  const run = async (who: number): Promise<number> => {
    const code = await tell(event, 'writer', CONFLICTS, httpOf(who));
    change(turns.filter((turn) => turn.who !== who));
    return code;
  };
  expect(await Promise.all([run(0), run(1)])).toEqual([0, 0]);
}

describe('two jobs on one commit, wherever the one overtakes the other,', () => {
  /** More than a whole run sends, which the last case of each checks. */
  const MOST = 12;

  test.each(Array.from({ length: MOST }, (_, first) => first))(
    'the first after %d requests, leave one comment, one open issue and one check run that counts',
    async (first) => {
      for (let second = 1; second < MOST; second++) {
        for (const event of ['pull', 'push'] as const) {
          await interleaved(event, first, second);
          expectOneThatCounts();
          expect(event === 'pull' ? server.comments : server.issues.filter(({ state }) => state === 'open')).toHaveLength(1);
          await server.close();
          server = await startGitHub();
        }
      }
    },
  );

  test('send fewer requests than the cases interleave', async () => {
    await tell('pull');
    expect(server.received.length).toBeLessThan(MOST);
    expect(server.received.length).toBeGreaterThan(8);
  });
});

test('what is told anew takes the place of what was told before', async () => {
  await tell('pull');
  await tell('pull', 'writer', []);
  expect(server.checkRuns).toMatchObject([
    { conclusion: 'failure', title: 'Superseded' },
    { conclusion: 'success', title: 'Kept (1 interactions)', annotations: [] },
  ]);
});

test('jobs at once, and again later, leave one comment and no request that GitHub would not take', async () => {
  expect(await Promise.all([tell('pull'), tell('pull'), tell('pull')])).toEqual([0, 0, 0]);
  const written = server.checkRuns.length;
  expect(await tell('pull')).toBe(0);
  expect(server.comments).toHaveLength(1);
  expect(server.checkRuns).toHaveLength(written);
  expectOneThatCounts();
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

describe('a GitHub that', () => {
  test.each<[string, readonly Fault[]]>([
    ['is unwell at first', [{ status: 500 }, { status: 502 }]],
    ['asks for time', [secondaryLimit(7), secondaryLimit(30, 429)]],
    ['cuts the connection', ['reset']],
  ])('%s is told everything, once', async (_, faults) => {
    server.spoil(...faults);
    expect(await tell('pull')).toBe(0);
    expectOneThatCounts();
    expect(server.comments).toHaveLength(1);
  });

  test.each<[string, Fault, number]>([
    ['knows no such repository', { status: 404, message: 'Not Found' }, 1],
    ['refuses what it is sent', { status: 422, message: 'Validation Failed' }, 1],
    ['lets this token do nothing', { status: 403, message: 'Resource not accessible by integration' }, 0],
  ])('%s: nothing is doubled, and the exit code says whether that is a fault', async (_, fault, code) => {
    server.spoil(...Array<Fault>(40).fill(fault));
    expect(await tell('pull')).toBe(code);
    expect([server.comments, server.issues, server.checkRuns]).toEqual([[], [], []]);
  });
});
