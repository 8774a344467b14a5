import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { renderMarkdown } from '@slipway/summary';
import { memoryFiles, memoryHttp, memoryLog } from '@slipway/system/memory';
import { action } from './action.ts';
import { runWith } from './run.ts';

const run = runWith(() => memoryGitHub());

interface Given {
  readonly consumer?: string;
  readonly description?: string;
  readonly states?: readonly object[];
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly pending?: boolean;
}

function pact({
  consumer = 'order-service',
  description = 'a charge',
  states = [],
  headers = {},
  body = { id: 'x' },
  pending = false,
}: Given) {
  const request = { method: 'POST', path: '/charge', headers };
  const interaction = { description, pending, providerStates: states, request, response: { status: 201, body } };
  return JSON.stringify(
    { consumer: { name: consumer }, provider: { name: 'payment-service' }, interactions: [interaction] },
    null,
    2,
  );
}

async function verify(
  contracts: Record<string, string>,
  answer: string,
  accepts: (state: string) => object | undefined = () => ({}),
  mode: Record<string, string> = {},
) {
  const http = memoryHttp(({ url, body }) => {
    if (!url.endsWith('/states')) return { status: 201, headers: { 'content-type': 'application/json' }, body: answer };
    const given = accepts((JSON.parse(String(body)) as { state: string }).state);
    return given === undefined ? { status: 404 } : { status: 200, body: JSON.stringify(given) };
  });
  const openapi = 'openapi: 3.1.0\npaths: { /charge: { post: { responses: { "200": { description: x } } } } }\n';
  const log = memoryLog();
  const inputs = { provider: 'payment-service', url: 'http://127.0.0.1:9', 'state-url': 'http://127.0.0.1:9/states' };
  const files = memoryFiles({ ...contracts, 'openapi.yaml': openapi });
  const host = memoryHost(Object.keys(mode).length > 0 ? mode : inputs, { files, http, log });
  const exitCode = await runAction(action, run, host);
  const { annotations, outputs, summary, reports } = host.written;
  const markdown = renderMarkdown(summary);
  const all = JSON.stringify([annotations, outputs, summary, reports, log.lines, markdown]);
  return { exitCode, headline: reports[0]?.headline ?? '', annotations, outputs, markdown, all, log };
}

describe('a contract of a hostile author', () => {
  test.each([
    ['a command', '::error::pwned'],
    ['a command in an escape', '%0A::error::pwned'],
    ['lines', 'a\n::error::pwned\r\n## b'],
    ['markup', '<img src=x onerror=alert(1)> **b** [a](http://x) | c'],
    ['a ping', '@org/team @all'],
    ['three hundred letters', 'n'.repeat(300)],
  ])('cannot say %s where its name, description or values are shown', async (_, text) => {
    const body = { [text]: text };
    const given = { consumer: text, description: text, states: [{ name: text }], body };
    const { exitCode, headline, outputs, markdown, annotations } = await verify({ 'contracts/a.json': pact(given) }, '{}');
    expect(exitCode).toBe(1);
    expect(annotations).not.toEqual([]);
    expect(headline).not.toMatch(/[\r\n]/);
    expect(Object.values(outputs).join()).not.toMatch(/[\r\n]/);
    expect(markdown).not.toMatch(/(^|[^\\])<img|(^|[^\\])@(org|all)|^## b|[^\\]\*\*b\*\*|[^\\]\[a\]\(/m);
  });
});

describe('a secret', () => {
  const CANARY = 'canary-5f2c8a91d7';

  test.each<[string, Given, (state: string) => object]>([
    ['in a header of the request', { headers: { Authorization: `Bearer ${CANARY}` } }, () => ({})],
    ['in a cookie', { headers: { Cookie: `a=1; session=${CANARY}` } }, () => ({})],
    ['in a key', { headers: { 'X-Api-Key': CANARY } }, () => ({})],
    ["in a state's parameters", { states: [{ name: 'a card', params: { card: { token: CANARY } } }] }, () => ({})],
    ["in a state's answer", { states: [{ name: 'a card' }] }, () => ({ session: CANARY })],
  ])('%s is shown nowhere, though the provider throws it back', async (_, given, state) => {
    const thrown = JSON.stringify({ id: `refused ${CANARY}`, [CANARY]: 1 });
    const { exitCode, all, log } = await verify({ 'contracts/a.json': pact(given) }, thrown, state);
    expect(exitCode).toBe(1);
    expect(log.masked).toContain(CANARY);
    expect(all).not.toContain(CANARY);
    expect(all).toContain('refused ***');
  });

  test('is hidden by compare, too', async () => {
    const contract = pact({ headers: { Authorization: `Bearer ${CANARY}` }, body: { [`read ${CANARY}`]: 1 } });
    const mode = { mode: 'compare', descriptions: 'payment-service=openapi.yaml' };
    const { all } = await verify({ 'contracts/a.json': contract }, '{}', undefined, mode);
    expect(all).not.toContain(CANARY);
  });

  test('is not what the contract names openly: to hide that would hide what it is about', async () => {
    const states = [{ name: 'an order', params: { of: 'order-service' } }];
    const { headline } = await verify({ 'contracts/a.json': pact({ states }) }, '{}');
    expect(headline).toContain('breaks order-service');
  });
});

describe('names that are alike', () => {
  test('count as two, are both judged, and are told', async () => {
    const contracts = {
      'contracts/a.json': pact({}),
      'contracts/b.json': pact({ consumer: 'Order Service', body: { other: 1 } }),
    };
    const { outputs, annotations } = await verify(contracts, '{"id":"x"}');
    expect(outputs).toMatchObject({ contracts: '2', broken: 'Order Service' });
    expect(annotations.map(({ title, file }) => [title, file])).toContainEqual([
      'Two names that are nearly one',
      'contracts/b.json',
    ]);
  });

  test('of interactions of one consumer with other bodies are both judged, and told', async () => {
    const contracts = { 'contracts/a.json': pact({}), 'contracts/b.json': pact({ body: { other: 1 } }) };
    const { outputs, annotations } = await verify(contracts, '{"id":"x"}');
    expect(outputs).toMatchObject({ contracts: '2', interactions: '2', broken: 'order-service' });
    expect(annotations.find(({ title }) => title === 'Described twice')).toMatchObject({
      level: 'warning',
      file: 'contracts/b.json',
      message: expect.stringContaining('the other is at contracts/a.json:'),
    });
  });
});

test('a state that the provider does not know is told with the name of one that it knows', async () => {
  const contracts = {
    'contracts/a.json': pact({ states: [{ name: 'a good card' }] }),
    'contracts/b.json': pact({ consumer: 'b', states: [{ name: 'a god card' }] }),
    'contracts/c.json': pact({ consumer: 'c', states: [{ name: 'something else' }] }),
  };
  const { headline } = await verify(contracts, '{"id":"x"}', (state) => (state === 'a good card' ? {} : undefined));
  expect(headline).toContain('"a god card", which the state-url answered with 404; it knows "a good card"');
  expect(headline).toContain('"something else", which the state-url answered with 404)');
});

test('what is pending is counted apart', async () => {
  const { exitCode, headline } = await verify({ 'contracts/a.json': pact({ pending: true }) }, '{}');
  expect(exitCode).toBe(0);
  expect(headline).toBe(
    'payment-service keeps all 1 consumer contracts (1 interactions). 1 pending interaction is not kept yet.',
  );
});

test("what a contract names openly is no secret, though a state's answer repeats it", async () => {
  const { exitCode, headline } = await verify({ 'contracts/a.json': pact({ states: [{ name: 'an order' }] }) }, '{}', () => ({
    consumer_name: 'order-service',
    session: 'abcdefgh-1234',
  }));
  expect(exitCode).toBe(1);
  expect(headline).toContain('breaks order-service (id is missing in the answer to POST /charge)');
});
