import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseJUnit } from '@slipway/junit';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles } from '@slipway/system/memory';
import { nodeClock, nodeHttp } from '@slipway/system/node';
import { action } from './action.ts';
import { run } from './run.ts';

type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on a real socket, and every request that it got as `METHOD path`. */
async function serve(handler: Handler, tls?: { key: string; cert: string }): Promise<{ url: string; got: string[] }> {
  const got: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    got.push(`${request.method} ${request.url}`);
    handler(request, Buffer.concat(pieces).toString(), response);
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http${tls === undefined ? '' : 's'}://127.0.0.1:${(server.address() as AddressInfo).port}`, got };
}

async function smoke(
  url: string,
  suite: string,
  inputs: Record<string, string> = {},
  files: Record<string, string> = {},
  cancelled = new AbortController().signal,
) {
  const memory = memoryFiles({ '.slipway/smoke.yml': suite, ...files });
  const environment = (name: string): string | undefined => (name === 'PASSWORD' ? 'hunter-22' : undefined);
  const host = memoryHost({ url, ...inputs }, { files: memory, http: nodeHttp, clock: nodeClock, cancelled }, { environment });
  const exitCode = await runAction(action, run, host);
  return { exitCode, ...host.written, files: memory };
}

const json = (response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
};

const CHAIN = `version: 1
setup:
  - name: log in
    post: /login
    json: { password: '{{PASSWORD}}' }
    expect: { status: 2xx }
    capture: { token: { json: $.token, secret: true } }
requests:
  - name: order
    post: /orders
    form: { sku: 'a b' }
    headers: { authorization: 'Bearer {{token}}' }
    expect: { status: 201, json: { sku: a b } }
    capture: { id: { json: $.id } }
  - name: read it
    get: /orders/{{id}}
    query: { full: true }
    headers: { authorization: 'Bearer {{token}}' }
    expect: { json: { id: '{{id}}' } }
cleanup:
  - name: remove it
    delete: /orders/{{id}}
    expect: { status: 204 }
`;

const shop =
  (broken = false): Handler =>
  ({ method, url, headers }, body, response) => {
    if (url === '/login') return json(response, body === '{"password":"hunter-22"}' ? 200 : 401, { token: 'tok<5>&ecret' });
    if (method === 'DELETE') return void response.writeHead(204).end();
    if (url === '/') return json(response, 404, {});
    if (headers.authorization !== 'Bearer tok<5>&ecret') return json(response, 401, {});
    if (method === 'POST') return json(response, 201, { id: 42, sku: new URLSearchParams(body).get('sku') });
    return json(response, 200, broken ? { id: 43, why: headers.authorization } : { id: 42 });
  };

describe('a suite over a real socket', () => {
  test('logs in, carries values on, and cleans up', async () => {
    const { url, got } = await serve(shop());
    const { exitCode, outputs } = await smoke(url, CHAIN, { 'secret-env': 'PASSWORD' });
    expect(got).toEqual(['GET /', 'POST /login', 'POST /orders', 'GET /orders/42?full=true', 'DELETE /orders/42']);
    expect(outputs).toMatchObject({ requests: '4', failed: '0', flaky: '0', version: 'unchecked' });
    expect(exitCode).toBe(0);
  });

  test('cleans up after a failure, and shows no secret anywhere', async () => {
    const { url, got } = await serve(shop(true));
    const inputs = { 'secret-env': 'PASSWORD', junit: 'out.xml' };
    const { exitCode, files, ...told } = await smoke(url, CHAIN.replace('json: { id:', 'status: 404, json: { id:'), inputs);
    expect(exitCode).toBe(1);
    expect(got.at(-1)).toBe('DELETE /orders/42');
    expect(told.annotations.map(({ line }) => line)).toEqual([19, 19]);
    const everything = JSON.stringify(told) + (await files.readText('out.xml'));
    expect(everything).toContain('Bearer ***');
    expect(everything).not.toMatch(/5(>|&gt;)|ecret|hunter-22/);
  });

  test('sends nothing when the setup fails, but cleans up', async () => {
    const { url, got } = await serve(({ url: path }, _, response) => json(response, path === '/in' ? 500 : 200, {}));
    const suite = `version: 1
setup: [{ name: in, post: /in }]
requests: [{ name: a, get: /a }]
cleanup: [{ name: out, post: /out }]
`;
    const { outputs, annotations, files } = await smoke(url, suite, { junit: 'out.xml' });
    expect(got).toEqual(['GET /', 'POST /in', 'POST /out']);
    expect(outputs).toMatchObject({ verdict: 'fail', failed: '2' });
    expect(annotations[1]?.message).toBe('GET /a: not sent: the setup failed.');
    const { cases } = parseJUnit('out.xml', await files.readText('out.xml'));
    expect(cases.map(({ name, result }) => [name, result])).toEqual([
      ['smoke-test › in', 'failed'],
      ['smoke-test › a', 'failed'],
      ['smoke-test › out', 'passed'],
    ]);
  });
});

describe('the order of a suite over a real socket', () => {
  test('is side by side for groups, up to a limit', async () => {
    let [now, most] = [0, 0];
    const { url, got } = await serve(async ({ url: path }, _, response) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 50));
      now--;
      json(response, path === '/' ? 404 : 200, {});
    });
    const request = (name: string, group: string): string => `  - { name: ${name}, get: /${name}, group: ${group} }\n`;
    const requests = ['a1 a', 'a2 a', 'b1 b', 'c1 c', 'd1 d'].map((each) => request(each.slice(0, 2), each.slice(3))).join('');
    for (const [parallel, expected] of [
      [1, 1],
      [2, 2],
      [9, 4],
    ]) {
      [now, most] = [0, 0];
      const { outputs, data } = await played(url, `version: 1\nparallel: ${parallel}\nrequests:\n${requests}`);
      expect(outputs).toMatchObject({ verdict: 'pass', requests: '5' });
      expect(most).toBe(expected);
      expect(data.map(({ name }) => name)).toEqual(['a1', 'a2', 'b1', 'c1', 'd1']);
      expect(got.indexOf('GET /a1')).toBeLessThan(got.indexOf('GET /a2'));
      got.length = 0;
    }
  });

  async function played(url: string, suite: string) {
    const { outputs, reports } = await smoke(url, suite);
    return { outputs, data: reports[0]?.data as unknown as readonly { readonly name: string }[] };
  }

  const SUITE = `version: 1
requests:
  - { name: a, get: /a, timeoutMs: 300 }
  - { name: b, get: /b }
cleanup:
  - { name: out, post: /out }
`;

  test('ends with cleaning up when the run is cancelled', async () => {
    const controller = new AbortController();
    const { url, got } = await serve(({ url: path }, _, response) =>
      path === '/a' ? controller.abort() : json(response, 200, {}),
    );
    const { annotations } = await smoke(url, SUITE, {}, {}, controller.signal);
    expect(got).toEqual(['GET /', 'GET /a', 'POST /out']);
    expect(annotations[0]?.title).toBe('CANCELLED');
  });

  test('ends with cleaning up when the time is over', async () => {
    const { url, got } = await serve(({ url: path }, _, response) => (path === '/a' ? undefined : json(response, 200, {})));
    const { outputs, annotations } = await smoke(url, SUITE, { timeout: '100ms', 'request-timeout': '100ms' });
    expect(got).toEqual(['GET /', 'GET /a', 'POST /out']);
    expect(outputs).toMatchObject({ verdict: 'fail', failed: '2' });
    expect(annotations[1]?.message).toBe('GET /b: not sent: the time for the suite was over.');
  });
});

describe('trying again over a real socket', () => {
  const flaky = (rule: string): string => `version: 1\n${rule}\nrequests: [{ name: a, get: /a }, { name: b, get: /b }]\n`;

  async function troubled(trouble: (response: ServerResponse) => void, times = 2) {
    let left = times;
    return serve(({ url }, _, response) => (url === '/a' && left-- > 0 ? trouble(response) : json(response, 200, {})));
  }

  test.each<[string, (response: ServerResponse) => void]>([
    ['503', (response) => json(response, 503, {})],
    ['reset', (response) => void response.socket?.resetAndDestroy()],
    ['timeout', () => undefined],
  ])('%s is tried again where it is named, and told as flaky', async (name, trouble) => {
    const { url } = await troubled(trouble);
    const rule = `retry: { on: [${name}], withinMs: 9000 }`;
    const { outputs, annotations } = await smoke(url, flaky(rule), { 'request-timeout': '150ms' });
    expect(outputs).toMatchObject({ verdict: 'pass', failed: '0', flaky: '1' });
    expect(annotations.map(({ level, title, line }) => [level, title, line])).toEqual([['warning', 'Flaky: a', 3]]);
    expect(annotations[0]?.message).toMatch(/^GET \/a: passed at try 3; before: .+; .+\.$/);
  });

  test.each([
    ['nothing is named', '', '503'],
    ['another is named', 'retry: { on: [502], withinMs: 9000 }', '503'],
    ['the time is spent', 'retry: { on: [503], withinMs: 300 }', '503'],
    ['the service is just wrong', 'retry: { on: [502, 503, 504, reset], withinMs: 9000 }', '500'],
  ])('is not done when %s', async (_, rule, status) => {
    const { url } = await troubled((response) => json(response, Number(status), {}));
    const { outputs } = await smoke(url, flaky(rule));
    expect(outputs).toMatchObject({ verdict: 'fail', failed: '1', flaky: '0' });
  });

  test('is done for a gateway in trouble where only its body was judged, and not for a status that was expected', async () => {
    const rule = 'retry: { on: [503], withinMs: 9000 }';
    const suite = (expected: string): string => `version: 1\n${rule}\nrequests: [{ name: a, get: /a, expect: ${expected} }]\n`;
    const gateway = () => troubled((response) => json(response, 503, { up: false }));
    const open = await gateway();
    expect((await smoke(open.url, suite('{ matches: "^..$" }'))).outputs).toMatchObject({ verdict: 'pass', flaky: '1' });
    const meant = await gateway();
    expect((await smoke(meant.url, suite('{ status: 503, json: { up: true } }'))).outputs).toMatchObject({ failed: '1' });
    expect(meant.got).toEqual(['GET /', 'GET /a']);
  });

  test('waits for what becomes true when told, and does not call it flaky', async () => {
    let asked = 0;
    const { url } = await serve((_, __, response) => json(response, 200, { done: ++asked > 3 }));
    const until = 'until: { withinMs: 5000, everyMs: 10 }';
    const suite = `version: 1\nrequests: [{ name: a, get: /a, ${until}, expect: { json: { done: true } } }]\n`;
    expect((await smoke(url, suite)).outputs).toMatchObject({ verdict: 'pass', flaky: '0' });
    expect((await smoke(url, suite.replace('done: true', 'done: 1').replace('5000', '50'))).outputs).toMatchObject({
      failed: '1',
    });
  });
});

describe("the service's own description over a real socket", () => {
  const API = `openapi: 3.0.3
info: { title: orders, version: '1' }
paths:
  /orders/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: an order
          content:
            application/json:
              schema: { type: object, required: [id], properties: { id: { type: integer } } }
`;
  const SUITE = `version: 1
setup: [{ name: s, get: /orders/1, capture: { id: { json: $.id } } }]
requests: [{ name: a, get: '/orders/{{id}}?x=1' }]
`;

  test.each([
    ['kept', { id: 7 }, 200, []],
    ['broken in a body', { id: 'seven' }, 200, [2, 3]],
    ['broken by a status', { id: 7 }, 202, [2, 3]],
  ])('is %s', async (_, body, status, lines) => {
    const { url } = await serve((__, ___, response) => json(response, status, body));
    const suite = SUITE.replaceAll('?x=1', '').replaceAll(', get', ', expect: { status: 2xx }, get');
    const { annotations } = await smoke(url, suite, { openapi: 'openapi.yaml' }, { 'openapi.yaml': API });
    expect(annotations.map(({ line }) => line)).toEqual(lines.slice(0, 2));
    for (const { message } of annotations) expect(message).toMatch(/breaks its own description openapi\.yaml:\d+|not sent/);
  });

  test('is not taken for broken by a query, and a bad one stops the run before anything is sent', async () => {
    const { url, got } = await serve((_, __, response) => json(response, 200, { id: 7 }));
    expect((await smoke(url, SUITE, { openapi: 'a.yaml' }, { 'a.yaml': API })).exitCode).toBe(0);
    const before = got.length;
    expect((await smoke(url, SUITE, { openapi: 'none.yaml' })).exitCode).toBe(1);
    expect(got.length).toBe(before);
  });
});

describe('redirects over a real socket', () => {
  test('are followed as far as told, and no header goes to another server', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve(({ headers }, _, response) => {
      seen.push(headers.authorization);
      json(response, 200, {});
    });
    const { url } = await serve((request, _, response) => {
      const to = request.url === '/a' ? '/b' : `${other.url}/c`;
      response.writeHead(302, { location: to }).end();
    });
    const suite = (follow: number): string => `version: 1
requests:
  - name: a
    get: /a
    follow: ${follow}
    headers: { authorization: open }
    expect: { status: 200, redirects: { count: 2, to: /c } }
`;
    expect((await smoke(url, suite(2))).outputs).toMatchObject({ verdict: 'pass' });
    expect(seen).toEqual([undefined]);
    expect((await smoke(url, suite(1))).annotations.map(({ message }) => message.split(',')[0])).toEqual([
      'GET /a: expected status 200',
      'GET /a: expected 2 redirects',
      'GET /a: expected to be led to "/c"',
    ]);
  });
});

describe('the version of a fleet over real sockets', () => {
  const SUITE = 'version: 1\nrequests: [{ name: a, get: /a }]\n';
  const fleet = (versions: (count: number) => string) => {
    let count = 0;
    return serve(({ url }, _, response) => {
      const version = versions(url === '/' ? 0 : count++);
      json(response, 200, { build: { commit: version } }, { 'x-version': version });
    });
  };

  test('that is still rolling out is waited for', async () => {
    const { url, got } = await fleet((count) => (count < 4 ? ['new', 'old'][count % 2] : 'new') ?? '');
    expect((await smoke(url, SUITE, { 'expect-version': 'new' })).outputs).toMatchObject({ verdict: 'pass', version: 'proved' });
    expect(got.length).toBe(1 + 4 + 3 + 1);
  });

  test.each([
    ['mixed', (count: number) => (count % 3 === 2 ? 'old' : 'new')],
    ['version-mismatch', () => 'old'],
  ])('that stays %s fails without the suite being sent', async (kind, versions) => {
    const { url } = await fleet(versions);
    const inputs = { 'expect-version': 'new', 'version-within': '1s', 'version-path': '/v' };
    for (const from of [{}, { 'version-from': 'json', 'version-json': '$.build.commit' }]) {
      const { outputs, annotations } = await smoke(url, SUITE, { ...inputs, ...from });
      expect(outputs).toMatchObject({ verdict: 'fail', version: kind });
      expect(annotations[0]?.message).toContain('"old"');
    }
  });

  test('that tells none is not green', async () => {
    const { url } = await serve((_, __, response) => json(response, 200, {}));
    const { outputs, exitCode } = await smoke(url, SUITE, { 'expect-version': 'new', 'version-within': '0s' });
    expect(outputs).toMatchObject({ verdict: 'inconclusive', version: 'untold' });
    expect(exitCode).not.toBe(0);
  });
});

describe('certificates over a real socket', () => {
  /** An authority and a server's certificate that it signed for some days. */
  function certificates(days: number): { ca: string; key: string; cert: string } {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-smoke-'));
    const openssl = (...words: string[]): void => void execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    openssl('req', '-x509', ...key, '-subj', '/CN=smoke authority', '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '400');
    const name = ['-subj', '/CN=orders', '-addext', 'subjectAltName=IP:127.0.0.1'];
    openssl('req', ...key, ...name, '-keyout', 'server.key', '-out', 'server.csr');
    const signing = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', String(days), '-copy_extensions', 'copy'];
    openssl('x509', '-req', '-in', 'server.csr', ...signing, '-out', 'server.crt');
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    const made = { ca: read('ca.crt'), key: read('server.key'), cert: read('server.crt') + read('ca.crt') };
    rmSync(folder, { recursive: true });
    return made;
  }

  const suite = (tls: string): string =>
    `version: 1\nrequests: [{ name: a, get: /a, expect: { tls: ${tls} } }, { name: b, get: /b, expect: { tls: ${tls} } }]\n`;

  async function judged(days: number, tls: string, inputs: Record<string, string> = { 'ca-file': 'ca.pem' }) {
    const { ca, ...server } = certificates(days);
    const { url } = await serve((_, __, response) => json(response, 200, {}), server);
    return smoke(url, suite(tls), { 'ready-within': '0s', ...inputs }, { 'ca.pem': ca });
  }

  test('are judged to the end of the chain, also on the second request', async () => {
    expect((await judged(30, '{ daysLeft: 14, issuer: smoke authority }')).outputs).toMatchObject({ verdict: 'pass' });
    const { annotations } = await judged(30, '{ daysLeft: 31 }');
    expect(annotations.map(({ message }) => message)).toEqual([
      'GET /a: expected certificates that are valid for 31 days, and that of "orders" is for 29.',
      'GET /b: expected certificates that are valid for 31 days, and that of "orders" is for 29.',
    ]);
    expect((await judged(500, '{ daysLeft: 401 }')).annotations[0]?.message).toContain('that of "smoke authority" is for 399');
  });

  test('that have expired are refused at once, with the days since then', async () => {
    const { outputs, annotations } = await judged(-1, '{ daysLeft: 1 }', { 'ca-file': 'ca.pem', 'ready-within': '1h' });
    expect(outputs).toMatchObject({ verdict: 'error' });
    expect(annotations[0]).toMatchObject({ title: 'CERTIFICATE_EXPIRED' });
    expect(annotations[0]?.message).toMatch(/expired.*the certificate of "orders" is valid for -[12] days/);
  });

  test('of an authority that is not trusted are refused', async () => {
    const { outputs, annotations } = await judged(30, '{ daysLeft: 1 }', {});
    expect(outputs).toMatchObject({ verdict: 'error' });
    expect(annotations[0]?.message).toMatch(/self-signed certificate/);
  });
});
