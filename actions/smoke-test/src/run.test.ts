import { describe, expect, test } from '@jest/globals';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryDns, memoryFiles, memoryHttp } from '@slipway/system/memory';
import { action } from './action.ts';
import { run } from './run.ts';

const SUITE = `version: 1
requests:
  - name: health
    get: /healthz
    expect: { status: 200 }
  - name: charge
    post: /charge
    json: { amount: 100 }
    expect:
      status: 201
      json:
        status: approved
`;

function hostOf(suite: string, answer: Parameters<typeof memoryHttp>[0], inputs: Record<string, string> = {}) {
  return memoryHost(
    { url: 'http://orders', ...inputs },
    { files: memoryFiles({ '.slipway/smoke.yml': suite }), http: memoryHttp(answer) },
  );
}

const healthy: Parameters<typeof memoryHttp>[0] = ({ method, body }) =>
  method === 'POST' && body === '{"amount":100}'
    ? { status: 201, body: '{"status":"approved","id":7}', headers: { 'x-version': 'abc' } }
    : { status: 200, headers: { 'x-version': 'abc' } };

const gone = () => Promise.reject(new Error('aborted'));

describe('smoke-test', () => {
  test('passes when every answer is as expected', async () => {
    const host = hostOf(SUITE, healthy, { 'expect-version': 'abc' });
    expect(await runAction(action, run, host)).toBe(0);
    expect(host.written.outputs).toMatchObject({ verdict: 'pass', requests: '2', failed: '0' });
  });

  test('fails on the line of each expectation that is not met', async () => {
    const host = hostOf(SUITE, ({ method }) =>
      method === 'POST' ? { status: 500, body: '{"status":"broken"}' } : { status: 200 },
    );
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations.map(({ file, line, message }) => [file, line, message])).toEqual([
      ['.slipway/smoke.yml', 10, 'POST /charge: expected status 201, got 500 with the body "{\\"status\\":\\"broken\\"}".'],
      ['.slipway/smoke.yml', 12, 'POST /charge: expected json.status to be "approved", got "broken".'],
    ]);
  });

  test('fails when another version answers', async () => {
    const host = hostOf(SUITE, healthy, { 'expect-version': 'def' });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations[0]?.message).toContain('expected version "def", got "abc"');
  });

  test('says that nobody answers once the time to get ready is over', async () => {
    const host = hostOf(SUITE, () => undefined);
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.reports[0]?.problems[0]?.code).toBe('HTTP_UNREACHABLE');
    expect(host.written.annotations[0]?.message).toContain(
      'The service gave no answer within 30 s: http://orders did not answer',
    );
  });

  test('waits for a service that comes up late', async () => {
    let asked = 0;
    const host = hostOf(SUITE, (request) => (asked++ < 5 ? undefined : healthy(request)));
    expect(await runAction(action, run, host)).toBe(0);
  });

  test('reports every bad input at once and sends nothing', async () => {
    let asked = 0;
    const host = memoryHost({ timeout: 'soon', 'request-timeout': '5' }, { http: memoryHttp(() => void asked++) });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations.map(({ title, message }) => [title, message.split(';')[0]])).toEqual([
      ['INPUT_MISSING', expect.stringContaining('Input "url" is required.')],
      ['INPUT_MALFORMED', 'Input "request-timeout" is "5"'],
      ['INPUT_MALFORMED', 'Input "timeout" is "soon"'],
    ]);
    expect(asked).toBe(0);
  });

  test('reports a bad address and the mistakes of the suite together', async () => {
    const host = hostOf('version: 1\nrequests:\n  - name: a\n', healthy, { url: 'orders.example.com?x' });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations.map(({ title, line }) => [title, line])).toEqual([
      ['INPUT_MALFORMED', undefined],
      ['SUITE_METHOD', 3],
    ]);
  });

  test('an answer that is cut off fails its request', async () => {
    const http = memoryHttp(() => ({ status: 200 }));
    const cut = { fetch: async (request: Parameters<typeof http.fetch>[0]) => ({ ...(await http.fetch(request)), bytes: gone }) };
    const host = memoryHost({ url: 'http://orders' }, { files: memoryFiles({ '.slipway/smoke.yml': SUITE }), http: cut });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations[0]?.message).toBe('GET /healthz: the answer was cut off in its body.');
  });

  test('a cancelled run says so', async () => {
    const controller = new AbortController();
    controller.abort();
    const ports = { files: memoryFiles({ '.slipway/smoke.yml': SUITE }), cancelled: controller.signal };
    const host = memoryHost({ url: 'http://orders' }, ports);
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations[0]?.title).toBe('CANCELLED');
  });

  test('refuses inputs that contradict each other', async () => {
    const host = hostOf(SUITE, healthy, { timeout: '1s', 'request-timeout': '5s' });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations[0]?.title).toBe('INPUT_CONTRADICTION');
  });

  test('refuses a suite with mistakes, each on its line, before anything is sent', async () => {
    let asked = 0;
    const host = hostOf('version: 1\nrequests:\n  - name: a\n    gett: /\n  - name: a\n    get: /\n', () => void asked++);
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations[0]).toMatchObject({
      title: 'CONFIG_UNKNOWN_KEY',
      file: '.slipway/smoke.yml',
      line: 4,
      column: 5,
    });
    expect(asked).toBe(0);
  });

  test('tells what the schema of a suite refuses together with what is beyond it', async () => {
    const suite =
      'version: 1\nrequests:\n  - { name: a, get: foo, expect: { status: "200" } }\n  - { name: a, get: /x, post: /y }\n';
    const host = hostOf(suite, healthy);
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations.map(({ title, line }) => [title, line])).toEqual([
      ['CONFIG_INVALID', 3],
      ['SUITE_PATH', 3],
      ['SUITE_METHOD', 4],
      ['SUITE_NAME_TWICE', 4],
    ]);
  });

  test('asks for the name of the service, and waits for another that is to resolve', async () => {
    const suite = `version: 1
requests:
  - { name: a, get: /, expect: { dns: { addresses: [192.0.2.7] } } }
  - { name: b, get: /, expect: { dns: { name: '{{alias}}.test', cname: orders } }, until: { withinMs: 2000, everyMs: 500 } }
  - { name: c, get: /, expect: { dns: { name: broken.test } } }
`;
    let asked = 0;
    const known = memoryDns({ orders: { addresses: ['192.0.2.7'] }, 'broken.test': undefined });
    const late = memoryDns({ 'shop.test': { addresses: ['192.0.2.7'], aliasOf: ['orders'] } });
    const records: typeof known.records = (name, signal) =>
      (name === 'shop.test' && asked++ >= 2 ? late : known).records(name, signal);
    const files = memoryFiles({ '.slipway/smoke.yml': suite });
    const inputs = { url: 'http://orders', values: 'alias=shop' };
    const host = memoryHost(inputs, { files, http: memoryHttp(healthy), dns: { records } });
    expect(await runAction(action, run, host)).toBe(1);
    expect(asked).toBe(3);
    expect(host.written.annotations.map(({ line, message }) => [line, message])).toEqual([
      [5, 'GET /: expected a name that resolves, and the servers of names did not say what broken.test is: ESERVFAIL.'],
    ]);
  });

  test('refuses an address that is none, on its line', async () => {
    const suite = 'version: 1\nrequests:\n  - name: a\n    get: /\n    expect: { dns: { addresses: [lb.test] } }\n';
    const host = hostOf(suite, healthy);
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.annotations[0]).toMatchObject({ title: 'CONFIG_INVALID', line: 5 });
  });

  test('an empty suite is never green', async () => {
    const host = hostOf('version: 1\nrequests: []\n', healthy);
    expect(await runAction(action, run, host)).toBe(1);
  });
});
