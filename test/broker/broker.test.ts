import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { action, runWith } from '@slipway/action-contract-test';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { type BrokerOptions, type BrokerStandIn, type Fault, startBroker } from './server.ts';
import type { BrokerState, Published } from './state.ts';

const PROVIDER = 'payment service';

function pact(consumer: string, field: string, provider = PROVIDER): object {
  const interaction = {
    description: 'a charge',
    request: { method: 'GET', path: '/charge' },
    response: {
      status: 200,
      body: { [field]: 'x' },
      matchingRules: { body: { [`$.${field}`]: { matchers: [{ match: 'type' }] } } },
    },
  };
  return { consumer: { name: consumer }, provider: { name: provider }, interactions: [interaction] };
}

const version = (consumer: string, field: string, more: Partial<Published> = {}): Published => ({
  ...{ consumer, provider: PROVIDER, version: '1.0.0', branch: 'main' },
  ...{ pact: pact(consumer, field), ...more },
});

const STATE: BrokerState = {
  mainBranches: { order: 'main', invoice: 'main' },
  published: [
    version('order', 'id', { version: '1', deployed: ['production'] }),
    version('order', 'status', { version: '2' }),
    version('invoice', 'id'),
    version('invoice', 'fee', { branch: 'feature' }),
  ],
  verified: { invoice: ['main'] },
};

const OPENAPI = `openapi: 3.1.0
info: { title: x, version: "1" }
paths:
  /charge:
    get:
      responses:
        "200":
          description: x
          content:
            application/json:
              schema:
                type: object
                required: [id, status]
                properties: { id: { type: string }, status: { type: string } }
`;

let provider: Server;
let providerUrl = '';
const open: BrokerStandIn[] = [];
beforeEach(async () => {
  provider = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"a","status":"b"}'),
  );
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  providerUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((broker) => broker.close()));
  provider.closeAllConnections();
  await new Promise((resolve) => provider.close(resolve));
});

async function broker(state: BrokerState = STATE, options: BrokerOptions = {}): Promise<BrokerStandIn> {
  const started = await startBroker(state, options);
  open.push(started);
  return started;
}

async function run(inputs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) {
  const log = memoryLog();
  const context = { environment: (name: string) => (name === 'GITHUB_HEAD_REF' ? 'topic' : undefined) };
  const ports = { http: nodeHttp, log, files: memoryFiles({ 'openapi.yaml': OPENAPI, ...files }) };
  const host = memoryHost(inputs, ports, context);
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const { outputs, annotations, reports, summary } = host.written;
  const all = JSON.stringify([outputs, annotations, reports, summary, log.lines]);
  const codes = (reports[0]?.problems ?? []).map(({ code }) => code);
  return {
    exitCode,
    outputs,
    annotations,
    headline: reports[0]?.headline ?? '',
    codes,
    problems: reports[0]?.problems,
    all,
    log,
  };
}

const verify = (url: string, more: Readonly<Record<string, string>> = {}, files: Readonly<Record<string, string>> = {}) =>
  run({ provider: PROVIDER, url: providerUrl, 'broker-url': url, ...more }, files);

const compare = (url: string, more: Readonly<Record<string, string>> = {}) =>
  run({ mode: 'compare', descriptions: 'payment=openapi.yaml', 'broker-url': url, ...more });

describe('the contracts of a broker', () => {
  test('are those of the main branches and of what is deployed, each content once', async () => {
    const { url, malformed, question, received } = await broker();
    const { exitCode, headline, log } = await verify(`${url}/`);
    expect({ exitCode, headline }).toEqual({
      exitCode: 0,
      headline: `${PROVIDER} keeps all 3 consumer contracts (3 interactions).`,
    });
    expect(malformed).toEqual([]);
    expect(question()).toEqual({
      consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
      includePendingStatus: false,
      providerVersionBranch: 'topic',
    });
    expect(received).toHaveLength(4);
    expect(log.lines.filter((line) => line.includes('is being verified'))).toHaveLength(3);
    expect(log.lines.join()).not.toContain('This is for later');
  });

  test.each<[string, string, string]>([
    ['a branch', '[{"branch": "feature"}]', 'invoice'],
    ['an environment', '- deployed: true\n  environment: production', ''],
    ['one consumer', '[{"mainBranch": true, "consumer": "order"}]', ''],
  ])('are those that %s names', async (_, selectors, broken) => {
    const { url, malformed } = await broker();
    const { outputs } = await verify(url, { 'consumer-version-selectors': selectors });
    expect(outputs).toMatchObject({ contracts: '1', broken });
    expect(malformed).toEqual([]);
  });

  test("stand beside the repository's own", async () => {
    const { url } = await broker();
    const { outputs } = await verify(url, {}, { 'contracts/stock.json': JSON.stringify(pact('stock', 'id')) });
    expect(outputs['contracts']).toBe('4');
  });

  test('are annotated with their address, for there is no file', async () => {
    const { url } = await broker();
    const { exitCode, annotations } = await verify(url, { 'consumer-version-selectors': '[{"branch": "feature"}]' });
    expect(exitCode).toBe(1);
    expect(annotations).toMatchObject([
      { title: 'Breaks invoice: a charge', message: expect.stringContaining(`In ${url}/pacts/`) },
    ]);
    expect(annotations[0]).not.toHaveProperty('file');
  });

  test('are compared with a description, whose line then shows the break', async () => {
    const published = [version('order', 'id', { provider: 'payment', pact: pact('order', 'id', 'payment') })];
    const good = await broker({ ...STATE, published });
    expect(await compare(good.url)).toMatchObject({ exitCode: 0, outputs: { contracts: '1' } });
    const bad = await broker({
      ...STATE,
      published: [version('order', 'fee', { provider: 'payment', pact: pact('order', 'fee', 'payment') })],
    });
    const { exitCode, annotations } = await compare(bad.url);
    expect(exitCode).toBe(1);
    expect(annotations).toMatchObject([
      { level: 'error', file: 'openapi.yaml', message: expect.stringContaining(`See ${bad.url}/`) },
    ]);
  });
});

describe('a pending contract', () => {
  const selectors = { 'consumer-version-selectors': '[{"branch": "feature"}]' };

  test('is told, and stops nothing, where that is enabled', async () => {
    const { url, question } = await broker();
    const { exitCode, headline, annotations } = await verify(url, { ...selectors, 'enable-pending': 'true' });
    expect({ exitCode, asked: question()?.includePendingStatus }).toEqual({ exitCode: 0, asked: true });
    expect(headline).toContain('1 pending interaction is not kept yet.');
    expect(annotations).toMatchObject([{ level: 'warning', title: 'Not yet there for invoice: a charge' }]);
  });

  test('fails like any other otherwise, and once the branch has kept it', async () => {
    const { url } = await broker();
    expect((await verify(url, selectors)).exitCode).toBe(1);
    const kept = { ...selectors, 'enable-pending': 'true', 'provider-version-branch': 'main' };
    expect((await verify(url, kept)).exitCode).toBe(1);
  });
});

describe('credentials', () => {
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['a token', 'Bearer cnry-broker-token', { 'broker-token': 'cnry-broker-token' }],
    [
      'a user',
      `Basic ${Buffer.from('reader:cnry-broker-password').toString('base64')}`,
      { 'broker-username': 'reader', 'broker-password': 'cnry-broker-password' },
    ],
  ])('as %s open the broker, and are shown nowhere', async (_, authorization, inputs) => {
    const { url } = await broker(STATE, { authorization });
    const right = await verify(url, inputs);
    expect(right.exitCode).toBe(0);
    const other = await broker(STATE, { authorization: 'Bearer other' });
    const wrong = await verify(other.url, inputs);
    expect(wrong.codes).toEqual(['BROKER_REFUSED']);
    const secret = Buffer.from(authorization.replace(/^\w+ /, ''));
    for (const { all } of [right, wrong]) {
      expect(all).not.toContain('cnry-broker');
      expect(all).not.toContain(secret.toString('utf8'));
    }
  });

  test('go to no other server, whether a redirect or the broker itself names it', async () => {
    const thief = await broker();
    const here = await broker(STATE, { authorization: 'Bearer t-0-k-e-n' });
    here.spoil({ status: 307, headers: { location: `${thief.url}/pacts/provider/x/for-verification` } });
    expect((await verify(here.url, { 'broker-token': 't-0-k-e-n' })).codes).toEqual(['BROKER_OTHER_HOST']);
    const misled = await broker(STATE, { ownAddress: thief.url });
    const { codes, problems } = await verify(misled.url, { 'broker-token': 't-0-k-e-n' });
    expect(new Set(codes)).toEqual(new Set(['BROKER_OTHER_HOST']));
    expect(problems?.[0]?.remedy).toContain('PACT_BROKER_BASE_URL');
    expect(thief.received).toEqual([]);
  });

  test('follow a redirect on the same server', async () => {
    const { url, spoil } = await broker();
    spoil({ status: 308, headers: { location: `/pacts/provider/${encodeURIComponent(PROVIDER)}/for-verification` } });
    expect((await verify(url)).exitCode).toBe(0);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['in the address', { 'broker-url': 'http://me:cnry-pass@127.0.0.1:9' }, 'INPUT_MALFORMED'],
    ['of two lines', { 'broker-token': 'tttt\ncnry-pass' }, 'INPUT_MALFORMED'],
    ['of both kinds', { 'broker-token': 'tttt', 'broker-username': 'u', 'broker-password': 'pppp' }, 'INPUT_CONTRADICTION'],
    ['by halves', { 'broker-username': 'u' }, 'INPUT_CONTRADICTION'],
    ['without an address', { 'broker-url': '', 'broker-token': 'tttt' }, 'INPUT_CONTRADICTION'],
  ])('%s are refused', async (_, inputs, code) => {
    const { codes, all } = await verify('http://127.0.0.1:9', inputs);
    expect(codes[0]).toBe(code);
    expect(all).not.toContain('cnry-pass');
  });
});

describe('is never taken for "no contract":', () => {
  test.each<[string, readonly Fault[], string]>([
    ['a login page', ['html'], 'BROKER_ANSWER'],
    ['a broker that is away', Array(4).fill('reset'), 'BROKER_UNREACHABLE'],
    ['a broker that fails', Array(4).fill({ status: 500 }), 'BROKER_UNAVAILABLE'],
    ['a token that may not', [{ status: 403 }], 'BROKER_REFUSED'],
    ['another JSON', [{ status: 200, body: '{"hello":1}' }], 'BROKER_ANSWER'],
    ['no JSON at all', [{ status: 200, body: '{"_embedded":' }], 'BROKER_ANSWER'],
    ['nothing', [{ status: 200, body: '' }], 'BROKER_ANSWER'],
    ['a redirect without an end', Array(9).fill({ status: 307, headers: { location: '/' } }), 'BROKER_ANSWER'],
    ['a question it does not take', [{ status: 400, body: '{"errors":{"x":["is missing"]}}' }], 'BROKER_QUESTION'],
  ])('%s', async (_, faults, code) => {
    const { url, spoil } = await broker();
    spoil(...faults);
    const { exitCode, codes, problems } = await verify(url, { 'allow-none': 'true' });
    expect({ exitCode, codes }).toEqual({ exitCode: 1, codes: [code] });
    expect(problems?.[0]?.remedy).toBeTruthy();
  });

  test('a broker that fails for a moment is asked again', async () => {
    const { url, spoil } = await broker();
    spoil({ status: 503 }, 'reset');
    expect((await verify(url)).exitCode).toBe(0);
  });

  test('a provider that the broker does not know', async () => {
    const { url } = await broker();
    const { codes, problems } = await verify(url, { provider: 'paymnet' });
    expect(codes).toEqual(['BROKER_NOT_FOUND']);
    expect(problems?.[0]?.message).toContain("No provider with name 'paymnet' found");
  });

  test('selectors that name nothing, unless that is allowed', async () => {
    const { url } = await broker();
    const none = { 'consumer-version-selectors': '[{"branch": "nowhere"}]' };
    expect((await verify(url, none)).codes).toEqual(['CONTRACT_NONE']);
    expect((await verify(url, { ...none, 'allow-none': 'true' })).exitCode).toBe(0);
  });

  test('a pattern that names no file, though the broker has contracts', async () => {
    const { url } = await broker();
    expect((await verify(url, { contracts: 'pacts/*.json' })).codes).toEqual(['CONTRACT_NONE']);
  });

  test.each<[string, object, string]>([
    ['one for another provider', pact('order', 'id', 'stock'), 'CONTRACT_OTHER_PROVIDER'],
    ['one that is no pact', { hello: 1 }, 'CONTRACT_MALFORMED'],
    ['one without an interaction', { ...pact('order', 'id'), interactions: [] }, 'CONTRACT_EMPTY'],
  ])('a contract that is %s', async (_, content, code) => {
    const { url } = await broker({ ...STATE, published: [version('order', 'id', { pact: content })] });
    const { exitCode, codes, annotations } = await verify(url);
    expect([exitCode, codes[0]]).toEqual([1, code]);
    expect(JSON.stringify(annotations)).toContain(url);
  });
});

test.each<[string, string]>([
  ['a key that there is none of', '[{"mainBranhc": true}]'],
  ['an empty list', '[]'],
  ['a selector that selects nothing', '[{}]'],
  ['no list', 'mainBranch'],
  ['a flag that is off', '[{"deployed": false}]'],
  ['broken JSON', '[{"mainBranch": true'],
])('selectors with %s are refused before anything is asked', async (_, selectors) => {
  const { url, received } = await broker();
  const { codes } = await verify(url, { 'consumer-version-selectors': selectors });
  expect(new Set(codes)).toEqual(new Set(['INPUT_MALFORMED']));
  expect(received).toEqual([]);
});
