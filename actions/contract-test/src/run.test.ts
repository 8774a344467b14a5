import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, memoryHttp, scriptedExec } from '@slipway/system/memory';
import { action } from './action.ts';
import { runWith } from './run.ts';

function pact(consumer: string, fields: Record<string, string>, provider = 'payment-service', states: string[] = []): string {
  const matchingRules = {
    body: Object.fromEntries(Object.keys(fields).map((name) => [`$.${name}`, { matchers: [{ match: 'type' }] }])),
  };
  const interaction = {
    description: 'a charge',
    providerStates: states.map((name) => ({ name })),
    request: { method: 'POST', path: '/charge', body: { order_id: 'o1', amount: 1, card_token: 't' } },
    response: { status: 201, body: fields, matchingRules },
  };
  return JSON.stringify({ consumer: { name: consumer }, provider: { name: provider }, interactions: [interaction] }, null, 2);
}

const PROVIDER =
  'version: 1\nprovider:\n  name: payment-service\n  run: [node, main.ts]\n  ready: { http: "http://127.0.0.1:8082/readyz" }\n';
const ORDER = pact('order-service', { status: 'approved', transaction_id: 'txn' });
const INVOICE = pact('invoice-service', { status: 'approved' });

function hostOf(body: string, files: Record<string, string> = {}, inputs: Record<string, string> = {}) {
  const exec = scriptedExec(() => ({ stdout: 'payment-service listens' }));
  const host = memoryHost(
    { provider: 'payment-service', ...inputs },
    {
      exec,
      // Nothing answers at the provider's address before the provider is started.
      http: memoryHttp(() => (exec.calls.length > 0 || inputs['url'] !== undefined ? { status: 201, body } : undefined)),
      files: memoryFiles({
        '.slipway/provider.yml': PROVIDER,
        'contracts/order.json': ORDER,
        'contracts/invoice.json': INVOICE,
        ...files,
      }),
    },
  );
  return { ...host, exec };
}

describe('contract-test', () => {
  test('passes when the provider keeps every contract, and says how many there were', async () => {
    const host = hostOf('{"status":"approved","transaction_id":"x","extra":1}');
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(0);
    expect(host.written.outputs).toMatchObject({ verdict: 'pass', contracts: '2', interactions: '2', broken: '' });
    expect(host.exec.calls[0]).toMatchObject({ command: 'node', args: ['main.ts'] });
  });

  test('names the consumer that breaks, the field, and its line, and the consumer that does not', async () => {
    const host = hostOf('{"status":"approved","txn_id":"x"}');
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(1);
    expect(host.written.reports[0]?.headline).toBe(
      'This change of payment-service breaks order-service (transaction_id is missing in the answer to POST /charge). It keeps the contract with invoice-service.',
    );
    expect(host.written.outputs['broken']).toBe('order-service');
    const line = ORDER.split('\n').findIndex((text) => text.includes('"transaction_id": "txn"')) + 1;
    expect(host.written.annotations).toEqual([
      expect.objectContaining({ file: 'contracts/order.json', line, title: 'Breaks order-service: a charge' }),
    ]);
  });

  test('uses a provider that runs already, and starts nothing', async () => {
    const host = hostOf('{"status":"approved","transaction_id":"x"}', {}, { url: 'http://127.0.0.1:9' });
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(0);
    expect(host.exec.calls).toHaveLength(0);
  });

  test('a state that cannot be set up is a failure, never a skip', async () => {
    const host = hostOf('{"status":"approved","transaction_id":"x"}', {
      'contracts/order.json': pact('order-service', { status: 'a' }, 'payment-service', ['a card with money']),
    });
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(1);
    expect(host.written.annotations[0]?.message).toContain(
      'needs the provider state "a card with money", and no "state-url" is given',
    );
  });

  test('no contract at all fails, unless that is allowed', async () => {
    const none = { contracts: 'nowhere/*.json' };
    const refused = hostOf('{}', {}, none);
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        refused,
      ),
    ).toBe(1);
    expect(refused.written.annotations[0]?.title).toBe('CONTRACT_NONE');
    const allowed = hostOf('{}', {}, { ...none, 'allow-none': 'true' });
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        allowed,
      ),
    ).toBe(0);
    expect(allowed.written.outputs['contracts']).toBe('0');
  });

  test('a pending interaction that is not kept is told, and stops nothing', async () => {
    const pending = pact('order-service', { transaction_id: 'txn' }).replace('"description"', '"pending": true, "description"');
    const host = hostOf('{"status":"approved"}', { 'contracts/order.json': pending });
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(0);
    expect(host.written.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        title: 'Not yet there for order-service: a charge',
        file: 'contracts/order.json',
      }),
    ]);
  });

  test('says in its own words that nothing tells how to start the provider, and which pattern finds no contract', async () => {
    const inputs = { 'provider-file': 'start.yml', contracts: 'contracts/*.json\npact/*.json', 'state-url': 'states' };
    const host = hostOf('{}', {}, inputs);
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(1);
    expect(host.written.annotations.map(({ title, message }) => [title, message.split('.')[0]])).toEqual([
      ['INPUT_MALFORMED', 'Input "state-url" is "states"; expected a web address with its scheme'],
      ['CONTRACT_NONE', 'No file matches "contracts" (pact/*'],
      ['PROVIDER_FILE_MISSING', 'There is no file start'],
    ]);
  });

  test("tells a pattern that is none on its line, with the provider file's mistakes, before anything starts", async () => {
    const files = {
      'contracts/order.json': ORDER.replace('"match": "type"', '"match": "regex", "regex": "("'),
      '.slipway/provider.yml': PROVIDER.replace('http: "http://127.0.0.1:8082/readyz"', 'log: listens'),
    };
    const host = hostOf('{}', files);
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(1);
    const line = ORDER.split('\n').findIndex((text) => text.includes('"match": "type"')) + 1;
    expect(host.written.annotations.map(({ title, file, line: at }) => [title, file, at])).toEqual([
      ['CONTRACT_MATCHER_MALFORMED', 'contracts/order.json', line],
      ['PROVIDER_ADDRESS', '.slipway/provider.yml', 3],
    ]);
    expect(host.exec.calls).toHaveLength(0);
  });

  test('does not verify what something else answers at the address of the provider', async () => {
    const exec = scriptedExec();
    const files = memoryFiles({ '.slipway/provider.yml': PROVIDER, 'contracts/order.json': ORDER });
    const http = memoryHttp(() => ({ status: 201, body: '{"status":"approved","transaction_id":"x"}' }));
    const host = memoryHost({ provider: 'payment-service' }, { exec, files, http });
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(1);
    expect(host.written.annotations[0]).toMatchObject({
      title: 'DEPENDENCY_ADDRESS_TAKEN',
      file: '.slipway/provider.yml',
      line: 3,
    });
    expect(exec.calls).toHaveLength(0);
  });

  test('reports every bad file at once and starts nothing', async () => {
    const files = {
      'contracts/order.json': '{"foo":1}',
      'contracts/invoice.json': pact('invoice-service', { status: 'a' }, 'other'),
      '.slipway/provider.yml': 'version: 1\nprovider:\n  nmae: x\n',
    };
    const host = hostOf('{}', files);
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(1);
    const codes = host.written.reports[0]?.problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['CONTRACT_MALFORMED', 'CONTRACT_OTHER_PROVIDER', 'CONFIG_UNKNOWN_KEY']));
    expect(host.exec.calls).toHaveLength(0);
  });

  test('refuses inputs that contradict each other', async () => {
    const host = hostOf('{}', {}, { url: 'http://x', 'provider-file': 'p.yml' });
    expect(
      await runAction(
        action,
        runWith(() => memoryGitHub()),
        host,
      ),
    ).toBe(1);
    expect(host.written.annotations[0]?.title).toBe('INPUT_CONTRADICTION');
  });
});
