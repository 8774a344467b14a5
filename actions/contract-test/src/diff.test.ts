import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles } from '@slipway/system/memory';
import { action } from './action.ts';
import { runWith } from './run.ts';

const BASE = `openapi: 3.0.3
paths:
  /charge:
    post:
      responses:
        "200":
          content:
            application/json:
              schema:
                type: object
                required: [status, transaction_id]
                properties:
                  status: { type: string }
                  transaction_id: { type: string }
  /refund:
    post: { responses: { "200": { description: Done. } } }
`;
const LOST = BASE.replace('[status, transaction_id]', '[status]').replace(
  '                  transaction_id: { type: string }\n',
  '',
);

function pact(consumer: string, body: object): string {
  const interactions = [
    { description: 'a charge', request: { method: 'POST', path: '/charge' }, response: { status: 200, body } },
  ];
  return JSON.stringify({ consumer: { name: consumer }, provider: { name: 'payment-service' }, interactions }, null, 2);
}

const ORDER = pact('order-service', { status: 'a', transaction_id: 't' });
const INVOICE = pact('invoice-service', { status: 'a' });

async function diff(head: string, contracts: Record<string, string> = {}, inputs: Record<string, string> = {}) {
  const files = memoryFiles({ 'base.yaml': BASE, 'head.yaml': head, ...contracts });
  const host = memoryHost({ mode: 'diff', base: 'base.yaml', head: 'head.yaml', ...inputs }, { files });
  return {
    exitCode: await runAction(
      action,
      runWith(() => memoryGitHub()),
      host,
    ),
    ...host.written,
  };
}

describe('two descriptions', () => {
  test('without a difference pass, and the counts are told', async () => {
    const { exitCode, reports } = await diff(BASE);
    expect(exitCode).toBe(0);
    expect(reports[0]?.headline).toBe('0 changes, none of which breaks what was promised before (0 contracts, 0 interactions).');
  });

  test('name the consumer that a change breaks, its line, and the consumer that does not read it', async () => {
    const { exitCode, annotations, outputs, reports } = await diff(LOST, {
      'contracts/order.json': ORDER,
      'contracts/invoice.json': INVOICE,
    });
    const line = ORDER.split('\n').findIndex((text) => text.includes('transaction_id')) + 1;
    expect(exitCode).toBe(1);
    expect(annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        title: 'Breaks order-service',
        message: expect.stringMatching(
          `^transaction_id in the answer 200 to POST /charge is gone: breaks order-service \\(its contract, contracts/order.json:${line}\\); invoice-service does not read it. Before: base.yaml:14. \\[response-property-removed [0-9a-f]{12}\\]$`,
        ),
        file: 'head.yaml',
        line: 13,
      }),
    ]);
    expect(outputs).toMatchObject({ broken: 'order-service', 'breaking-changes': '1', contracts: '2' });
    expect(reports[0]?.headline).toContain('Breaks order-service. 1 changes, 1 of them breaking (2 contracts, 2 interactions).');
  });

  test('fail by default on a break that no contract notices', async () => {
    expect((await diff(LOST)).exitCode).toBe(1);
    expect((await diff(LOST, { 'contracts/invoice.json': INVOICE })).exitCode).toBe(1);
  });

  test('may fail on broken consumers only, and then could not tell for those without a contract', async () => {
    const inputs = { 'fail-on': 'consumer-break' };
    const kept = await diff(LOST, { 'contracts/invoice.json': INVOICE }, inputs);
    expect([kept.exitCode, kept.outputs['verdict'], kept.annotations.map(({ level }) => level)]).toEqual([
      0,
      'pass',
      ['warning'],
    ]);
    expect((await diff(LOST, { 'contracts/order.json': ORDER }, inputs)).outputs['verdict']).toBe('fail');
    const unknown = await diff(
      LOST,
      { 'contracts/invoice.json': INVOICE },
      { ...inputs, consumers: 'invoice-service\nrefund-service' },
    );
    expect([unknown.exitCode, unknown.outputs['verdict'], unknown.outputs['unknown']]).toEqual([
      1,
      'inconclusive',
      'refund-service',
    ]);
    expect((await diff(LOST, {}, inputs)).outputs['verdict']).toBe('inconclusive');
  });

  test('say who does not call what is gone', async () => {
    const head = BASE.replace('/refund:', '/repay:');
    const { annotations } = await diff(head, { 'contracts/order.json': ORDER });
    expect(annotations[0]?.message).toContain('POST /refund is gone: order-service does not call it.');
  });

  test('warn of a word of 3.0 that means nothing in 3.1', async () => {
    const head = BASE.replace('3.0.3', '3.1.0').replace('status: { type: string }', 'status: { type: string, nullable: true }');
    const { exitCode, annotations } = await diff(head);
    expect(exitCode).toBe(0);
    expect(annotations).toEqual([
      expect.objectContaining({ level: 'warning', file: 'head.yaml', line: 13, title: 'Means nothing here' }),
    ]);
  });

  test('say nothing of messages, which is told on the line of the first', async () => {
    const message = { type: 'Asynchronous/Messages', description: 'an order was paid', contents: { content: { id: 'x' } } };
    const stock = JSON.stringify({ consumer: { name: 'stock' }, provider: { name: 'payment-service' }, interactions: [message] });
    const { reports, annotations } = await diff(BASE, { 'contracts/stock.json': stock });
    expect(reports[0]?.headline).toContain('Not compared: 1 message of stock');
    expect(annotations).toMatchObject([
      { level: 'warning', title: 'Not compared: 1 message of stock', file: 'contracts/stock.json' },
    ]);
  });

  test('accept a break by its fingerprint', async () => {
    const first = await diff(LOST);
    const [, fingerprint = ''] = /([0-9a-f]{12})\]$/.exec(first.annotations[0]?.message ?? '') ?? [];
    const accepted = `version: 1\naccepted:\n  - { fingerprint: "${fingerprint}", reason: Agreed., owner: team, expires: "9999-12-31" }\n`;
    const { exitCode, annotations } = await diff(LOST, { 'accepted.yml': accepted }, { 'accepted-breaks': 'accepted.yml' });
    expect([exitCode, annotations.map(({ level }) => level)]).toEqual([0, ['warning']]);
  });

  test('beside consumers that are joined with commas are refused, for nobody has that name', async () => {
    const { exitCode, reports } = await diff(BASE, {}, { consumers: 'order-service, invoice-service' });
    expect([exitCode, reports[0]?.problems]).toMatchObject([
      1,
      [{ code: 'INPUT_MALFORMED', message: expect.stringContaining('one a line') }],
    ]);
    expect((await diff(BASE, {}, { consumers: 'order-service\ninvoice-service' })).exitCode).toBe(0);
  });

  test('that cannot be read are both told, with the contracts that cannot', async () => {
    const files = memoryFiles({ 'base.yaml': 'a: [', 'head.yaml': 'openapi: 4.0.0\n', 'contracts/x.json': '{}' });
    const host = memoryHost({ mode: 'diff', base: 'base.yaml', head: 'head.yaml' }, { files });
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(1);
    const codes = host.written.reports[0]?.problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['YAML_SYNTAX', 'OPENAPI_UNKNOWN', 'CONTRACT_MALFORMED']));
  });
});
