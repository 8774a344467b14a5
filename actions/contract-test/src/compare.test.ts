import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles } from '@slipway/system/memory';
import { action } from './action.ts';
import { runWith } from './run.ts';

const OPENAPI = `openapi: 3.1.0
paths:
  /charge:
    post:
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 50 } }
        - { name: X-Tenant, in: header, required: true, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [order_id, amount]
              properties:
                order_id: { type: string, pattern: "^(a+)+$|^o" }
                amount: { type: integer, minimum: 1 }
                note: { type: string }
      responses:
        "200":
          headers: { X-Rate: { required: true, schema: { type: integer } } }
          content:
            application/json:
              schema:
                type: object
                required: [status, transaction_id, amount]
                properties:
                  status: { enum: [approved, declined] }
                  transaction_id: { type: string }
                  amount: { type: integer }
                  note: { type: [string, "null"] }
                  lines: { type: array, items: { type: object, required: [sku], properties: { sku: { type: string } } } }
`;

interface Given {
  readonly request?: object;
  readonly response?: object;
  readonly rules?: Record<string, object>;
  readonly query?: Record<string, string[]>;
  readonly headers?: Record<string, string>;
  readonly status?: number;
  readonly path?: string;
}

const SENT = { order_id: 'o1', amount: 7 };

function pact({
  request = SENT,
  response = { status: 'approved' },
  rules = {},
  query = {},
  headers = { 'X-Tenant': 't' },
  status = 200,
  path = '/charge',
}: Given): string {
  const matchingRules = { body: Object.fromEntries(Object.entries(rules).map(([at, matcher]) => [at, { matchers: [matcher] }])) };
  const interaction = {
    description: 'a charge',
    request: { method: 'POST', path, query, headers: { 'Content-Type': 'application/json', ...headers }, body: request },
    response: { status, body: response, matchingRules },
  };
  const content = { consumer: { name: 'order-service' }, provider: { name: 'payment-service' }, interactions: [interaction] };
  return JSON.stringify({ ...content, metadata: { pactSpecification: { version: '3.0.0' } } }, null, 2);
}

async function compare(
  contract: string,
  openapi = OPENAPI,
  inputs: Record<string, string> = {},
  files: Record<string, string> = {},
) {
  const all = memoryFiles({ 'openapi.yaml': openapi, 'contracts/order.json': contract, ...files });
  const given = { mode: 'compare', descriptions: 'payment-service=openapi.yaml', ...inputs };
  const host = memoryHost(given, { files: all, clock: memoryClock(Date.parse('2026-06-01T00:00:00Z')) });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const lines = host.written.annotations.map(({ level, message }) => `${level}: ${message.replace(/ \[[^\]]*\]$/, '')}`);
  return { exitCode, lines, ...host.written };
}

const type = { match: 'type' };

describe('a contract beside a description', () => {
  test.each<[string, Given]>([
    ['that asks for less than there is', { rules: { '$.status': type } }],
    ['whose value no rule is about', { response: { status: 'declined', amount: 9 } }],
    ['that reads a list by its items', { response: { transaction_id: 't' }, rules: { '$.transaction_id': type } }],
    ['whose pattern fits every value', { rules: { '$.status': { match: 'regex', regex: 'approved|declined' } } }],
    ['that sends what may be left out', { request: { ...SENT, note: 'x' }, query: { limit: ['5'] } }],
    ['whose path has a slash more', { path: '/charge/' }],
  ])('%s is kept', async (_, given) => {
    const { exitCode, lines, outputs } = await compare(pact(given));
    expect([exitCode, lines]).toEqual([0, []]);
    expect(outputs).toMatchObject({ contracts: '1', interactions: '1', broken: '' });
  });

  test.each<[string, Given, string, string]>([
    [
      'that reads what is not there',
      { response: { fee: 1 } },
      '"fee": 1',
      'fee in the answer 200 to POST /charge is read, and the provider does not answer it',
    ],
    [
      'that reads what may be missing',
      { response: { note: 'x' } },
      '"note": "x"',
      'note in the answer 200 to POST /charge is read, and the provider may leave it out',
    ],
    [
      'that needs another type',
      { response: { amount: '9' }, rules: { '$.amount': type } },
      '"amount": "9"',
      'amount in the answer 200 to POST /charge may be integer, and the consumer needs string',
    ],
    [
      'whose example there cannot be',
      { response: { status: 'open' } },
      '"status": "open"',
      'status in the answer 200 to POST /charge is "open" in the example, and the provider answers one of "approved", "declined"',
    ],
    [
      'whose pattern a value does not fit',
      { rules: { '$.status': { match: 'regex', regex: 'approved' } } },
      '"status": "approved"',
      'status in the answer 200 to POST /charge may be "declined", and the consumer needs like ^(?:approved)$',
    ],
    ['that expects another status', { status: 202 }, '"status": 202', 'is expected, and the provider answers 200'],
    [
      'that sends a text for a number',
      { request: { ...SENT, amount: '7' } },
      '"amount": "7"',
      'amount of the request POST /charge must be integer, and is "7"',
    ],
    [
      'that sends too little',
      { request: { order_id: 'o1' } },
      '"body"',
      'amount of the request POST /charge is required, and is not sent',
    ],
    ['that sends too small a number', { request: { ...SENT, amount: 0 } }, '"amount": 0', 'must be at least 1, and is 0'],
    [
      'that sends a text that would keep a pattern busy for ever',
      { request: { ...SENT, order_id: `${'a'.repeat(40)}!` } },
      'aaa!',
      'must be like ^(a+)+$|^o',
    ],
    [
      'that sends too large a parameter',
      { query: { limit: ['51'] } },
      '"limit"',
      'the query parameter limit of the request POST /charge must be at most 50, and is 51',
    ],
    [
      'that sends a parameter that there is not',
      { query: { size: ['5'] } },
      '"size"',
      'the query parameter size of the request POST /charge is sent, and the provider does not know it',
    ],
    [
      'that sends no header that must be',
      { headers: {} },
      '"headers"',
      'the header x-tenant of the request POST /charge is required, and is not sent',
    ],
    [
      'that calls what there is not',
      { path: '/charges' },
      '"/charges"',
      'POST /charges is called, and the provider has no such operation',
    ],
  ])('%s breaks on its line', async (_, given, at, message) => {
    const text = pact(given);
    const { exitCode, lines, annotations, outputs, reports } = await compare(text);
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain(message);
    const [first] = annotations;
    expect(text.split('\n')[(first?.line ?? 0) - 1]).toContain(at);
    expect(first).toMatchObject({ level: 'error', title: 'Breaks order-service: a charge', file: 'contracts/order.json' });
    expect(outputs['broken']).toBe('order-service');
    expect(reports[0]?.headline).toContain('breaks order-service');
  });

  test('tells where the description says otherwise', async () => {
    const { annotations, reports } = await compare(pact({ request: { ...SENT, amount: '7' } }));
    const line = OPENAPI.split('\n').findIndex((text) => text.includes('amount: { type: integer, minimum: 1 }')) + 1;
    expect(annotations[0]?.message).toContain(`See openapi.yaml:${line}.`);
    expect(reports[0]?.data).toMatchObject({
      pairs: [{ consumer: 'order-service', provider: 'payment-service', interactions: 1 }],
      conflicts: [{ description: { file: 'openapi.yaml', line }, contract: { file: 'contracts/order.json' } }],
    });
  });

  test('warns of a pattern that only the running provider can prove', async () => {
    const { exitCode, lines } = await compare(
      pact({ response: { transaction_id: 'txn_1' }, rules: { '$.transaction_id': { match: 'regex', regex: 'txn_.*' } } }),
    );
    expect(exitCode).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/^warning: transaction_id .* may be any text, and the consumer needs like/)]);
  });
});

describe('nothing is silently green', () => {
  test.each<[string, string, string]>([
    ['no interaction', '{"consumer":{"name":"a"},"provider":{"name":"payment-service"},"interactions":[]}', 'CONTRACT_EMPTY'],
    ['no contract', '{"foo":"bar"}', 'CONTRACT_MALFORMED'],
    ['nothing', '{}', 'CONTRACT_MALFORMED'],
    ['a list', '[]', 'CONTRACT_MALFORMED'],
    ['a trailing comma', pact({}).replace('"a charge",', '"a charge",,'), 'CONTRACT_SYNTAX'],
    ['another provider', pact({}).replace('payment-service', 'other-service'), 'CONTRACT_OTHER_PROVIDER'],
    ['ten thousand levels', `{"consumer":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'CONTRACT_SYNTAX'],
  ])('a file with %s', async (_, text, code) => {
    const { exitCode, reports } = await compare(text);
    expect(exitCode).toBe(1);
    expect(reports[0]?.problems.map((problem) => problem.code)).toContain(code);
  });

  test('no contract at all, unless that is allowed, and the counts are told', async () => {
    const none = { contracts: 'nowhere/*.json' };
    expect((await compare('{}', OPENAPI, none)).reports[0]?.problems[0]?.code).toBe('CONTRACT_NONE');
    const allowed = await compare('{}', OPENAPI, { ...none, 'allow-none': 'true' });
    expect(allowed.exitCode).toBe(0);
    expect(allowed.reports[0]?.headline).toBe('payment-service: 0 contracts, 0 interactions; allowed by "allow-none".');
  });

  test('every problem of every file at once', async () => {
    const { reports } = await compare('{"foo":1}', 'openapi: 4.0.0\n', {}, { 'contracts/other.json': '{' });
    expect(reports[0]?.problems.map(({ code }) => code)).toEqual([
      'CONTRACT_MALFORMED',
      'CONTRACT_MALFORMED',
      'CONTRACT_EMPTY',
      'CONTRACT_SYNTAX',
      'OPENAPI_UNKNOWN',
    ]);
  });

  test('a consumer without a contract is listed as unknown', async () => {
    const { outputs, reports, summary } = await compare(pact({}), OPENAPI, { consumers: 'order-service\nrefund-service' });
    expect(outputs['unknown']).toBe('refund-service');
    expect(reports[0]?.headline).toContain('Of refund-service there is no contract, so what they need is unknown.');
    expect(JSON.stringify(summary)).toContain('["refund-service","❔ no contract"]');
  });
});

describe('messages', () => {
  const sides = { consumer: { name: 'invoice-service' }, provider: { name: 'payment-service' } };
  const messages = [{ description: 'an order was paid', contents: { id: 1 } }];
  const alone = JSON.stringify({ ...sides, messages }, null, 2);

  test('are named as not compared, beside what is', async () => {
    const { exitCode, reports, annotations, summary } = await compare(pact({}), OPENAPI, {}, { 'contracts/invoice.json': alone });
    expect(exitCode).toBe(0);
    expect(reports[0]?.headline).toBe(
      'The description of payment-service keeps all 1 consumer contracts (1 interactions). Not compared: 1 message of invoice-service, of which a description of HTTP says nothing.',
    );
    expect(annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        title: 'Not compared: 1 message of invoice-service',
        file: 'contracts/invoice.json',
      }),
    ]);
    expect(JSON.stringify(summary)).toContain('["invoice-service","❔ 1 message"]');
  });

  test('alone prove nothing, unless that is allowed', async () => {
    const { exitCode, outputs, reports } = await compare(alone);
    expect([exitCode, outputs['verdict']]).toEqual([1, 'inconclusive']);
    expect(reports[0]?.headline).toContain('payment-service: 0 interactions in 1 contracts, so nothing was compared.');
    expect((await compare(alone, OPENAPI, { 'allow-none': 'true' })).exitCode).toBe(0);
  });
});

describe('a matrix', () => {
  test('has a row a consumer and a column a provider', async () => {
    const other = pact({ response: { fee: 1 } })
      .replace('payment-service', 'refund-service')
      .replace('order-service', 'invoice-service');
    const descriptions = 'payment-service=openapi.yaml\nrefund-service=openapi.yaml';
    const { summary, outputs } = await compare(pact({}), OPENAPI, { descriptions }, { 'contracts/invoice.json': other });
    expect(summary).toContainEqual({
      kind: 'table',
      head: ['consumer', 'payment-service', 'refund-service'],
      rows: [
        ['invoice-service', '', '❌ 1 (of 1)'],
        ['order-service', '✅ 1', ''],
      ],
    });
    expect(outputs['broken']).toBe('invoice-service');
  });
});

describe('an accepted break', () => {
  const contract = pact({ response: { fee: 1 } });
  const fingerprintOf = async (): Promise<string> =>
    (await compare(contract)).annotations[0]?.message.match(/\[([0-9a-f]{12})\]$/)?.[1] ?? '';
  const list = (fingerprint: string, expires: string): Record<string, string> => ({
    'accepted.yml': `version: 1\naccepted:\n  - fingerprint: "${fingerprint}"\n    reason: Agreed with its team.\n    owner: team-payments\n    expires: "${expires}"\n`,
  });
  const inputs = { 'accepted-breaks': 'accepted.yml' };

  test('stops nothing until its last day, and is told', async () => {
    const { exitCode, lines, summary } = await compare(contract, OPENAPI, inputs, list(await fingerprintOf(), '2026-06-01'));
    expect([exitCode, lines[0]?.slice(0, 8)]).toEqual([0, 'warning:']);
    expect(JSON.stringify(summary)).toContain('☑️ 1 accepted');
  });

  test('is red again when its day is over', async () => {
    const { exitCode, annotations } = await compare(contract, OPENAPI, inputs, list(await fingerprintOf(), '2026-05-31'));
    expect(exitCode).toBe(1);
    expect(annotations).toContainEqual(
      expect.objectContaining({ level: 'error', title: 'Acceptance is over', file: 'accepted.yml', line: 3 }),
    );
  });

  test('is told when there is no such break', async () => {
    const { exitCode, annotations } = await compare(pact({}), OPENAPI, inputs, list('0123456789ab', '2026-05-31'));
    expect(exitCode).toBe(0);
    expect(annotations).toEqual([expect.objectContaining({ level: 'warning', title: 'Acceptance without a break', line: 3 })]);
  });

  test('needs a reason, an owner and a day that there is', async () => {
    const text = 'version: 1\naccepted:\n  - fingerprint: "0123456789ab"\n    reason: " "\n    expires: "2026-02-30"\n';
    const { reports } = await compare(pact({}), OPENAPI, inputs, { 'accepted.yml': text });
    expect(reports[0]?.problems.map(({ code, location }) => [code, location?.line])).toEqual(
      expect.arrayContaining([
        ['CONFIG_MISSING_KEY', 3],
        ['CONFIG_INVALID', 4],
      ]),
    );
    const { reports: again } = await compare(pact({}), OPENAPI, inputs, list('0123456789ab', '2026-02-30'));
    expect(again[0]?.problems).toMatchObject([{ code: 'ACCEPTED_DAY', location: { line: 6 } }]);
  });
});
