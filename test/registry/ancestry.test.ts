import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { action, runWith } from '@slipway/action-publish-image';
import { filesUnder, madeLayout } from '@slipway/oci/memory';
import { runAction } from '@slipway/runner';
import { connectGitHub } from '@slipway/runner/github';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type GitHubStandIn, startGitHub } from '../github/index.ts';
import { type FaultRegistry, startFaultRegistry } from './server.ts';

const [OLD, NEW, SIDE] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string];
const TOKEN = 'ghs_may_read';

let github: GitHubStandIn;
let server: FaultRegistry;

beforeEach(async () => {
  github = await startGitHub({
    parents: { [NEW]: [OLD], [SIDE]: [OLD] },
    tokens: { [TOKEN]: { contents: 'read' }, ghs_none: {} },
  });
  server = await startFaultRegistry();
});

afterEach(async () => {
  await github.close();
  await server.close();
});

/** Publishes a commit from a job that checked nothing out, as the reusable workflow's does. */
async function publish(sha: string, token = TOKEN) {
  const ports = {
    http: nodeHttp,
    clock: memoryClock(),
    log: memoryLog(),
    files: memoryFiles(filesUnder('.slipway/image', madeLayout({ layer: sha }))),
  };
  const inputs = { image: `${server.host}/shop/orders`, 'moving-tags': 'latest', 'github-token': token };
  const host = memoryHost(inputs, ports, { sha, apiUrl: github.url, repository: 'org/orders' });
  const code = await runAction(action, runWith(connectGitHub), host);
  const problems = host.written.reports[0]?.problems ?? [];
  return { code, problems, outputs: host.written.outputs, digest: madeLayout({ layer: sha }).root.digest };
}

const latest = () => server.registry.repository('shop/orders').tags.get('latest');

test('GitHub tells which commit is the newer, where nothing is checked out', async () => {
  const newer = await publish(NEW);
  const late = await publish(OLD);
  expect([newer.code, late.code, late.outputs['left'], latest()]).toEqual([0, 0, 'latest', newer.digest]);
  const parted = await publish(SIDE);
  expect([parted.code, parted.problems[0]?.code, latest()]).toEqual([1, 'MOVING_TAG_PARTED', newer.digest]);
  expect(github.malformed).toEqual([]);
  expect(github.received.every(({ path }) => path.startsWith('/repos/org/orders/compare/'))).toBe(true);
});

test('what GitHub does not tell is refused with its reason, and nothing is written', async () => {
  await publish(OLD);
  const { code, problems } = await publish(NEW, 'ghs_none');
  expect([code, problems.map((problem) => problem.code)]).toEqual([1, ['MOVING_TAG_UNKNOWN']]);
  expect(problems[0]?.message).toMatch(
    /could not be told: GitHub answered 403: Resource not accessible by integration.*contents: read/,
  );
  expect(server.registry.repository('shop/orders').tags.has(NEW)).toBe(false);
});

test('a GitHub that is unwell for a moment is asked again', async () => {
  await publish(OLD);
  github.spoil({ status: 502 }, 'reset');
  expect([(await publish(NEW)).outputs['moved'], github.malformed]).toEqual(['latest', []]);
});
