import { describe, expect, test } from '@jest/globals';
import { contractTest, type Ended, freePort } from './command.ts';

/** The provider as a program: it answers every charge with what it is given, and refuses a second one. */
const PROVIDER = `
import { createServer } from 'node:http';
let charges = 0;
createServer((request, response) => {
  if (request.url === '/readyz') return response.writeHead(200).end();
  charges += 1;
  response.writeHead(charges === 1 ? 200 : 429, { 'content-type': 'application/json' }).end(process.env.ANSWER);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

interface Example {
  readonly reads: object;
  readonly sends?: object;
  readonly rules?: Readonly<Record<string, object>>;
}

function pact(consumer: string, { reads, sends = { order_id: 'o1', amount: 5 }, rules = {} }: Example): string {
  const headers = { 'Content-Type': 'application/json' };
  const matchingRules = {
    body: Object.fromEntries(Object.entries(rules).map(([path, matcher]) => [path, { matchers: [matcher] }])),
  };
  const interaction = {
    description: 'a charge',
    request: { method: 'POST', path: '/charge', headers, body: sends },
    response: { status: 200, headers, body: reads, matchingRules },
  };
  const names = { consumer: { name: consumer }, provider: { name: 'payment-service' } };
  return JSON.stringify(
    { ...names, interactions: [interaction], metadata: { pactSpecification: { version: '3.0.0' } } },
    null,
    2,
  );
}

const lineOf = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

const TYPED = { '$.status': { match: 'type' }, '$.transaction_id': { match: 'type' } };
const ORDER = pact('order-service', { reads: { status: 'approved', transaction_id: 'txn_1' }, rules: TYPED });

/** Verifies a provider, which is started as the provider's file says and must answer one charge only, against one contract. */
async function verify(answer: object, contract: string): Promise<Ended> {
  const port = await freePort();
  const ready = `ready: { http: "http://127.0.0.1:${port}/readyz", within: 20s }`;
  const env = `env: { PORT: "${port}", ANSWER: '${JSON.stringify(answer)}' }`;
  const file = `version: 1\nprovider:\n  name: payment-service\n  run: [${process.execPath}, provider.mjs]\n  ${env}\n  ${ready}\n`;
  return contractTest(['verify', '--provider', 'payment-service'], {
    'provider.mjs': PROVIDER,
    '.slipway/provider.yml': file,
    'contracts/order.json': contract,
  });
}

describe('a provider that runs', () => {
  test('and keeps its contract passes, by one contract, one interaction and one request', async () => {
    const { exitCode, report } = await verify({ status: 'approved', transaction_id: 'txn_9', fee: 3 }, ORDER);
    expect([exitCode, report.outputs]).toEqual([0, expect.objectContaining({ contracts: '1', interactions: '1', broken: '' })]);
    expect(report.headline).toBe('payment-service keeps all 1 consumer contracts (1 interactions).');
  });

  test('and renames a field breaks its consumer, on the line that reads it', async () => {
    const { exitCode, report } = await verify({ status: 'approved', txn: 'txn_9' }, ORDER);
    expect([exitCode, report.outputs['broken']]).toEqual([1, 'order-service']);
    expect(report.annotations).toMatchObject([
      {
        level: 'error',
        file: 'contracts/order.json',
        line: lineOf(ORDER, '"transaction_id"'),
        title: 'Breaks order-service: a charge',
      },
    ]);
  });

  test.each<[string, object, object, number]>([
    ['another type under a rule of type', { transaction_id: 7 }, TYPED, 1],
    ['another text under a rule of type', { transaction_id: 'other' }, TYPED, 0],
    ['another text under no rule', { transaction_id: 'other' }, {}, 1],
  ])('and answers %s', async (_, answer, rules, code) => {
    const contract = pact('order-service', { reads: { transaction_id: 'txn_1' }, rules: { ...rules } });
    expect((await verify(answer, contract)).exitCode).toBe(code);
  });
});

const OPENAPI = `openapi: 3.0.3
paths:
  /charge:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [order_id, amount]
              properties:
                order_id: { type: string }
                amount: { type: integer }
                currency: { type: string }
      responses:
        "200":
          content:
            application/json:
              schema:
                type: object
                required: [status, transaction_id]
                properties:
                  status: { type: string, enum: [approved, declined] }
                  transaction_id: { type: string }
  /refund:
    post: { deprecated: true, x-sunset: "2099-01-01", responses: { "200": { description: Done. } } }
`;

const compare = (contract: string, openapi: string): Promise<Ended> =>
  contractTest(['compare', '--descriptions', 'payment-service=openapi.yaml'], {
    'openapi.yaml': openapi,
    'contracts/order.json': contract,
  });

const diff = (head: string, contracts: Readonly<Record<string, string>>, ...more: readonly string[]): Promise<Ended> =>
  contractTest(['diff', 'base.yaml', 'head.yaml', ...more], { 'base.yaml': OPENAPI, 'head.yaml': head, ...contracts });

describe('nothing is started', () => {
  test('to find a text where the description takes a number', async () => {
    const contract = pact('order-service', { sends: { order_id: 'o1', amount: '5' }, reads: { status: 'approved' } });
    const { exitCode, report } = await compare(contract, OPENAPI);
    expect(exitCode).toBe(1);
    expect(report.annotations).toMatchObject([{ file: 'contracts/order.json', line: lineOf(contract, '"amount": "5"') }]);
  });

  test('to find that a new required field breaks whoever does not send it, and nobody else', async () => {
    const head = OPENAPI.replace('[order_id, amount]', '[order_id, amount, currency]');
    const reads = { status: 'approved' };
    const contracts = {
      'contracts/order.json': pact('order-service', { reads }),
      'contracts/shop.json': pact('shop-service', { reads, sends: { order_id: 'o', amount: 1, currency: 'EUR' } }),
    };
    const { exitCode, report } = await diff(head, contracts);
    expect([exitCode, report.outputs['broken']]).toEqual([1, 'order-service']);
    expect(report.data).toMatchObject({ changes: [{ rule: 'request-property-became-required', breaks: ['order-service'] }] });
  });

  test('to find that a value more breaks whoever has a rule on the values, and by which policy nobody else', async () => {
    const head = OPENAPI.replace('[approved, declined]', '[approved, declined, pending]');
    const ruled = { '$.status': { match: 'regex', regex: 'approved|declined' } };
    const typed = { '$.status': { match: 'type' } };
    const contracts = {
      'contracts/order.json': pact('order-service', { reads: { status: 'approved' }, rules: ruled }),
      'contracts/shop.json': pact('shop-service', { reads: { status: 'approved' }, rules: typed }),
    };
    expect((await diff(head, contracts)).report.outputs['broken']).toBe('order-service');
    const alone = { 'contracts/shop.json': contracts['contracts/shop.json'] };
    expect((await diff(head, alone)).exitCode).toBe(1);
    const { exitCode, report } = await diff(head, alone, '--fail-on', 'consumer-break');
    expect([exitCode, report.annotations.map(({ level }) => level)]).toEqual([0, ['warning']]);
  });

  const REFUND =
    '  /refund:\n    post: { deprecated: true, x-sunset: "2099-01-01", responses: { "200": { description: Done. } } }\n';
  test.each<[string, string, string, string | undefined, number | undefined]>([
    ['before its sunset', OPENAPI, OPENAPI.replace(REFUND, ''), 'operation-removed-before-sunset', undefined],
    ['after its sunset', OPENAPI.replace('2099', '2020'), OPENAPI.replace(REFUND, ''), undefined, undefined],
    [
      'of which the sunset is no day',
      OPENAPI,
      OPENAPI.replace('2099-01-01', 'soon'),
      'sunset-malformed',
      lineOf(OPENAPI, 'x-sunset'),
    ],
  ])('to judge an operation that goes, or would, %s', async (_, base, head, rule, line) => {
    const files = { 'base.yaml': base, 'head.yaml': head };
    const { exitCode, report } = await contractTest(['diff', 'base.yaml', 'head.yaml'], files);
    expect(exitCode).toBe(rule === undefined ? 0 : 1);
    if (rule !== undefined) expect(report.data).toMatchObject({ changes: [{ rule }] });
    if (line !== undefined) expect(report.annotations[0]).toMatchObject({ file: 'head.yaml', line });
  });
});
