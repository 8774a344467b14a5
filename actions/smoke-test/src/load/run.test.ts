import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { figuresOf, parseHistory, renderHistory } from '@slipway/load';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryHttp } from '@slipway/system/memory';
import { nodeClock, nodeHttp } from '@slipway/system/node';
import { action } from '../action.ts';
import { run } from '../run.ts';

const SUITE = `version: 1
requests:
  - name: health
    get: /healthz
    weight: 3
  - name: read
    get: /orders/1
    expect: { status: 200, withinMs: 1 }
  - name: order
    post: /orders
    json: { sku: a }
    expect: { status: 201 }
`;

const LOAD = { mode: 'load', 'load-rate': '20', 'load-duration': '30s', 'load-warm-up': '2s' };
type Answer = Parameters<typeof memoryHttp>[0];

async function load(answer: Answer, inputs: Record<string, string> = {}, suite = SUITE, more: Record<string, string> = {}) {
  const files = memoryFiles({ '.slipway/smoke.yml': suite, ...more });
  const got: string[] = [];
  const http = memoryHttp((request) => {
    got.push(`${request.method ?? 'GET'} ${request.url.replace('http://orders', '')}`);
    return answer(request);
  });
  const host = memoryHost({ url: 'http://orders', ...LOAD, ...inputs }, { files, http, clock: memoryClock() });
  const exitCode = await runAction(action, run, host);
  return { exitCode, ...host.written, files, got };
}

const fine: Answer = () => ({ status: 200 });

/** Every n-th answer is an error. */
const every = (n: number): Answer => {
  let count = 0;
  return () => ({ status: count++ % n === n - 1 ? 500 : 200 });
};

describe('a load', () => {
  test('sends what only reads, by weight, at its rate, and passes', async () => {
    const { exitCode, outputs, got, summary } = await load(fine);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ verdict: 'pass', performance: 'pass', requests: '600', failed: '0', 'error-rate': '0.0000' });
    const counts = new Map<string, number>();
    for (const each of got.slice(1)) counts.set(each, (counts.get(each) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ 'GET /healthz': 480, 'GET /orders/1': 160 });
    expect(JSON.stringify(summary)).toContain('Latency under load');
  });

  test('fails when more requests fail than may', async () => {
    const { exitCode, outputs, annotations } = await load(every(10));
    expect([exitCode, outputs['performance'], outputs['error-rate']]).toEqual([1, 'regressed', '0.1000']);
    expect(annotations[0]?.message).toMatch(
      /^600 requests to http:\/\/orders at 20 a second: regressed: 10 % of the requests failed/,
    );
  });

  test('is no pass when the figures are over a limit and that may be chance, or when there is too little', async () => {
    const unsure = await load(every(80));
    expect([unsure.exitCode, unsure.outputs['verdict'], unsure.outputs['performance']]).toEqual([
      1,
      'inconclusive',
      'could-not-tell',
    ]);
    const few = await load(fine, { 'load-rate': '1' });
    expect([few.exitCode, few.outputs['performance']]).toEqual([1, 'too-little-traffic']);
    expect(few.annotations[0]?.message).toMatch(
      /30 requests are fewer than the 200 .* an error rate of [\d.]+ % or more would have been seen/,
    );
  });

  test('is no pass on a machine that is late itself', async () => {
    const clock = memoryClock();
    const late = {
      ...clock,
      // Every tenth wait is a second too long, as on a machine that does something else meanwhile.
      sleep: async (ms: number, signal?: AbortSignal) => clock.sleep(clock.now() % 500 === 0 ? ms + 1000 : ms, signal),
    };
    const files = memoryFiles({ '.slipway/smoke.yml': SUITE });
    const host = memoryHost({ url: 'http://orders', ...LOAD }, { files, http: memoryHttp(fine), clock: late });
    expect(await runAction(action, run, host)).toBe(1);
    expect(host.written.outputs['performance']).toBe('could-not-tell');
    expect(host.written.annotations[0]?.message).toMatch(/this machine sent \d+ of 600 requests more than 100 ms late/);
  });

  test('sets up before it and cleans up after it, once each', async () => {
    const suite = `version: 1
setup: [{ name: in, post: /in, capture: { token: { json: $.token, secret: true } } }]
requests: [{ name: a, get: /a, headers: { authorization: '{{token}}' } }]
cleanup: [{ name: out, post: /out, headers: { authorization: '{{token}}' } }]
`;
    const { exitCode, got } = await load(
      ({ url, headers }) =>
        url.endsWith('/in') || headers?.['authorization'] === 'secret-7'
          ? { status: 200, body: '{"token":"secret-7"}' }
          : { status: 401 },
      {},
      suite,
    );
    expect(exitCode).toBe(0);
    expect([got[1], got.at(-1), got.length]).toEqual(['POST /in', 'POST /out', 643]);
    const refused = await load(({ url }) => ({ status: url.endsWith('/in') ? 500 : 200 }), {}, suite);
    expect([refused.exitCode, refused.outputs['performance']]).toEqual([1, 'could-not-tell']);
    expect(refused.got.slice(1)).toEqual(['POST /in']);
  });
});

describe('the figures of earlier releases', () => {
  const inputs = { baseline: 'load.json', 'baseline-out': 'load.json' };

  test('are begun by the first run, continued by the next, and left alone by one that did not pass', async () => {
    const first = await load(fine, inputs);
    expect(first.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['notice', 'There is no load.json yet: the limits alone judged this release.'],
    ]);
    const begun = await first.files.readText('load.json');
    const second = await load(fine, inputs, SUITE, { 'load.json': begun });
    expect(second.annotations).toEqual([]);
    const two = await second.files.readText('load.json');
    expect(parseHistory('load.json', two)).toHaveLength(2);
    const bad = await load(every(12), { ...inputs, 'error-rate-max': '50%' }, SUITE, { 'load.json': two });
    expect([bad.exitCode, bad.outputs['performance']]).toEqual([1, 'regressed']);
    expect(bad.annotations[0]?.message).toContain('and 0 % of them before');
    expect(await bad.files.readText('load.json')).toBe(two);
  });

  test('of another load are not compared, and that is said', async () => {
    const other = renderHistory([figuresOf([], { rate: 5, durationMs: 30_000, mix: 'GET / ×1' }, 30_000)]);
    const { exitCode, annotations } = await load(fine, inputs, SUITE, { 'load.json': other });
    expect([exitCode, annotations[0]?.message]).toEqual([0, expect.stringContaining('had this load')]);
  });

  test('that are broken are an error before anything is sent', async () => {
    const { exitCode, got, annotations } = await load(fine, inputs, SUITE, { 'load.json': '{"schema":"other","runs":[]}' });
    expect([exitCode, got]).toEqual([1, []]);
    expect(annotations[0]).toMatchObject({ title: 'CONFIG_INVALID', file: 'load.json', line: 1 });
  });
});

describe('a load is refused', () => {
  test('beyond its bounds, all at once', async () => {
    const { exitCode, got, annotations } = await load(fine, {
      'load-duration': '11m',
      'load-warm-up': '1h',
      'false-alarm-max': '0%',
    });
    expect([exitCode, got, annotations.length]).toEqual([1, [], 3]);
    const fast = await load(fine, { 'load-rate': '5000', 'in-flight-max': '0' });
    expect(fast.annotations.map(({ message }) => message.split(';')[0])).toEqual([
      'Input "load-rate" is "5000"',
      'Input "in-flight-max" is "0"',
    ]);
  });

  test('without an address that is given for it', async () => {
    const { annotations } = await load(fine, { url: '' });
    expect(annotations[0]?.message).toContain('Input "url" is required.');
  });

  test('of requests that need each other or lead elsewhere, each on its line', async () => {
    const suite = `version: 1
requests:
  - name: a
    get: /a
    capture: { id: { json: $.id } }
  - name: b
    get: /b/{{id}}
  - name: c
    get: /c
    follow: 1
`;
    const { got, annotations } = await load(fine, {}, suite);
    expect(got).toEqual([]);
    expect(annotations.map(({ title, line }) => [title, line])).toEqual([
      ['LOAD_NEEDS_CAPTURE', 6],
      ['LOAD_FOLLOWS', 10],
    ]);
  });

  test('of nothing', async () => {
    const { annotations } = await load(fine, {}, 'version: 1\nrequests: [{ name: a, post: /a }]\n');
    expect(annotations[0]?.title).toBe('LOAD_EMPTY');
  });

  test('with inputs that are of the other mode', async () => {
    const { annotations } = await load(fine, { 'expect-version': 'abc' });
    expect(annotations[0]?.message).toContain('expect-version');
  });
});

describe('a load over real sockets', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close(() => undefined).closeAllConnections();
  });

  async function overSocket(status: (index: number) => number) {
    let got = 0;
    const server = createServer((_, response) => void response.writeHead(status(got++)).end('x'));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const files = memoryFiles({ '.slipway/smoke.yml': SUITE });
    const inputs = { url, mode: 'load', 'load-rate': '150', 'load-duration': '2s', 'load-warm-up': '0s' };
    const host = memoryHost(inputs, { files, http: nodeHttp, clock: nodeClock });
    await runAction(action, run, host);
    return { got, ...host.written };
  }

  test('sends every request, and finds what fails', async () => {
    const { got, outputs } = await overSocket((index) => (index % 5 === 4 ? 503 : 200));
    expect(got).toBe(301);
    expect(outputs).toMatchObject({ requests: '300', failed: '60', 'error-rate': '0.2000' });
    expect(['regressed', 'could-not-tell']).toContain(outputs['performance']);
  });
});
