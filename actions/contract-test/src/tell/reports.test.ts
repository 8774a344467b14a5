import { describe, expect, test } from '@jest/globals';
import type { ConnectGitHub } from '@slipway/github';
import { memoryGitHub, memoryPosts, type MemoryRepository } from '@slipway/github/memory';
import { type Report, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, memoryHttp } from '@slipway/system/memory';
import { action } from '../action.ts';
import { runWith } from '../run.ts';

const HEAD = 'b'.repeat(40);
const DEPLOYED = 'a'.repeat(40);

/** A contract of order with payment that reads some fields. */
function pact(fields: readonly string[], more: object = {}): string {
  const interaction = {
    description: 'a charge',
    request: { method: 'POST', path: '/charge' },
    response: { status: 200, body: Object.fromEntries(fields.map((field) => [field, 'x'])) },
    ...more,
  };
  return JSON.stringify({ consumer: { name: 'order' }, provider: { name: 'payment' }, interactions: [interaction] }, null, 2);
}

/** A description of payment that answers some fields. */
function openapi(fields: readonly string[]): string {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'string' }]));
  const schema = { type: 'object', required: fields, properties };
  const responses = { 200: { description: '', content: { 'application/json': { schema } } } };
  return JSON.stringify({ openapi: '3.1.0', paths: { '/charge': { post: { responses } } } }, null, 2);
}

interface World {
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly answer?: string;
  readonly order?: MemoryRepository;
}

/** The report that a step of the action writes. */
async function reportOf({ inputs, files, answer = '{}', order = {} }: World): Promise<Report> {
  const http = memoryHttp(() => ({ status: 200, headers: { 'content-type': 'application/json' }, body: answer }));
  const host = memoryHost(inputs, { files: memoryFiles(files), http }, { repository: 'org/payment' });
  await runAction(
    action,
    runWith(() => memoryGitHub(order)),
    host,
  );
  const [report] = host.written.reports;
  if (report === undefined) throw new Error('The step wrote no report.');
  return report;
}

/** What is told from some reports, on a pull request. */
async function tell(...reports: readonly Report[]) {
  const posts = memoryPosts();
  const connect: ConnectGitHub = () => memoryGitHub({ posts });
  const files = {
    ...Object.fromEntries(reports.map((report, index) => [`reports/${index}.json`, JSON.stringify(report)])),
    'event.json': JSON.stringify({ pull_request: { number: 7, head: { sha: HEAD } } }),
    CODEOWNERS: 'contracts/ @org/order\nopenapi.yaml @org/payment\n',
  };
  const environment = (name: string) => (name === 'GITHUB_EVENT_PATH' ? 'event.json' : undefined);
  const inputs = { mode: 'tell', report: 'reports/*.json', 'github-token': 'ghs_canary' };
  const context = { repository: 'org/payment', eventName: 'pull_request', environment };
  const host = memoryHost(inputs, { files: memoryFiles(files) }, context);
  const exitCode = await runAction(action, runWith(connect), host);
  const checks = posts.checkRuns.map(({ name, conclusion, title }) => `${name}: ${conclusion}, ${title}`);
  return { exitCode, posts, checks, comment: posts.comments[0]?.body ?? '', ...host.written };
}

const verify = (fields: readonly string[], answer: string, more: object = {}) =>
  reportOf({
    inputs: { provider: 'payment', url: 'http://127.0.0.1:9' },
    files: { 'contracts/order.json': pact(fields, more) },
    answer,
  });

const compare = (fields: readonly string[]) =>
  reportOf({
    inputs: { mode: 'compare', descriptions: 'payment=openapi.yaml' },
    files: { 'contracts/order.json': pact(fields), 'openapi.yaml': openapi(['id']) },
  });

const canIDeploy = (needed: readonly string[] | undefined, offered: readonly string[]) =>
  reportOf({
    inputs: {
      ...{ mode: 'can-i-deploy', service: 'payment', environment: 'production' },
      ...{ services: 'order=org/order', 'github-token': 'ghs_canary' },
    },
    files: { 'openapi.yaml': openapi(offered) },
    order: {
      deployments: [{ sha: DEPLOYED, environment: 'production', at: 1, states: ['success'] }],
      files: { [DEPLOYED]: needed === undefined ? {} : { 'contracts/payment.json': pact(needed) } },
    },
  });

describe('from the report of a verification', () => {
  test('a break is told on its line of the contract, to the owners of that', async () => {
    const { checks, comment, posts } = await tell(await verify(['id', 'status'], '{"id":"x"}'));
    const lines = pact(['id', 'status']).split('\n');
    const line = 1 + lines.findIndex((text) => text.includes('"status": "x"'));
    expect(checks).toEqual(['contract: order → payment: failure, Broken in 1 place']);
    expect(posts.checkRuns[0]?.annotations).toMatchObject([{ path: 'contracts/order.json', line, title: 'Breaks order' }]);
    expect(comment).toContain('`status is missing in the answer to POST /charge`');
    expect(comment).toContain('Owners of these contracts: @org/order');
  });

  test('what is kept, and what is pending, is no break', async () => {
    expect((await tell(await verify(['id'], '{"id":"x"}'))).checks).toEqual([
      'contract: order → payment: success, Kept (1 interactions)',
    ]);
    const { checks, comment } = await tell(await verify(['status'], '{"id":"x"}', { pending: true }));
    expect(checks).toEqual(['contract: order → payment: success, Kept (1 interactions)']);
    expect(comment).toBe('');
  });

  test('the same break is the same notice, whatever the provider answered instead', async () => {
    const [first, second] = [await verify(['id'], '{"id":1}'), await verify(['id'], '{"id":[2]}')];
    const prints = [first, second].map(
      ({ data }) => (data as { conflicts: { fingerprint: string }[] }).conflicts[0]?.fingerprint,
    );
    expect(prints[0]).toMatch(/^[0-9a-f]{12}$/);
    expect(prints[1]).toBe(prints[0]);
  });
});

test('a comparison and a verification of one pair are one check run', async () => {
  const { checks, posts } = await tell(await compare(['id', 'status']), await verify(['id', 'status'], '{"id":"x"}'));
  expect(checks).toEqual(['contract: order → payment: failure, Broken in 2 places']);
  expect(posts.comments).toHaveLength(1);
});

describe('from the report of can-i-deploy', () => {
  test('a break is told for the environment, on the line of the own description', async () => {
    const { checks, comment, posts } = await tell(await canIDeploy(['id', 'status'], ['id']));
    expect(checks).toEqual(['contract: order → payment (production): failure, Broken in 1 place']);
    expect(posts.checkRuns[0]?.annotations).toMatchObject([{ path: 'openapi.yaml' }]);
    expect(comment).toMatch(/^<!-- slipway:contract-test:payment\+production:/);
    expect(comment).toContain('(aaaaaaa)');
    expect(comment).toContain('@org/payment');
  });

  test('what could not be told is no success, and says what would settle it', async () => {
    const { checks, comment } = await tell(await canIDeploy(undefined, ['id']));
    expect(checks).toEqual(['contract: order → payment (production): failure, Could not tell']);
    expect(comment).toContain('To settle it:');
  });

  test('a yes is one', async () => {
    const { checks, comment } = await tell(await canIDeploy(['id'], ['id']));
    expect(checks).toEqual(['contract: order → payment (production): success, Kept (1 interactions)']);
    expect(comment).toBe('');
  });

  test('stands beside what a comparison found, for it answers another question', async () => {
    const { checks } = await tell(await compare(['id']), await canIDeploy(['status'], ['id']));
    expect(checks).toEqual([
      'contract: order → payment: success, Kept (1 interactions)',
      'contract: order → payment (production): failure, Broken in 1 place',
    ]);
  });
});
