import { afterEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parsePact } from '@slipway/contract';
import { memoryPorts } from '@slipway/runner/memory';
import { memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { clause } from './subject.ts';
import type { Target } from './target.ts';
import { verify } from './verification.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function start(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function textOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

const CHARGE = {
  description: 'a charge',
  request: { method: 'POST', path: '/charge', headers: { 'Content-Type': 'application/json' }, body: { order_id: 'o-1' } },
  response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { status: 'ok' } },
};

function contractOf(parts: object) {
  const pact = { consumer: { name: 'order-service' }, provider: { name: 'payment-service' }, ...parts };
  return parsePact('pact.json', JSON.stringify({ ...pact, metadata: { pactSpecification: { version: '3.0.0' } } }));
}

async function verified(parts: object, target: Partial<Target> & { readonly url: string }) {
  const log = memoryLog();
  const ports = memoryPorts({ http: nodeHttp, log });
  const [done] = await verify([contractOf(parts)], { stateTeardown: false, timeoutMs: 1000, openNames: '', ...target }, ports);
  const told = done?.results.flatMap(({ subject, mismatches }) => mismatches.map((each) => clause(subject, each)));
  return { told: told ?? [], log };
}

describe('a provider', () => {
  const raw =
    (send: (socket: Socket) => void): RequestListener =>
    (_request, response) =>
      send(response.socket as Socket);
  const head = (headers: string, body = ''): string => `HTTP/1.1 200 OK\r\n${headers}\r\n\r\n${body}`;
  const JSON_TYPE = 'Content-Type: application/json';

  test.each<[string, RequestListener, RegExp | undefined]>([
    [
      'that keeps its contract',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok","more":1}'),
      undefined,
    ],
    ['that cuts the connection', raw((socket) => socket.resetAndDestroy()), /got no answer: /],
    [
      'that cuts its answer',
      raw((socket) => socket.end(head(`${JSON_TYPE}\r\nContent-Length: 99`, '{"sta'))),
      /the answer was cut off in its body/,
    ],
    [
      'that never ends its answer',
      raw((socket) => void socket.write(head(`${JSON_TYPE}\r\nTransfer-Encoding: chunked`, '5\r\n{"sta\r\n'))),
      /the answer was cut off in its body, or did not end in time/,
    ],
    [
      'that sends a login page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html/>'),
      /must be "application\/json", and is "text\/html"/,
    ],
    [
      'that sends it on to another host',
      (_, response) => response.writeHead(307, { location: 'http://example.com/' }).end(),
      /status must be 200, and is 307/,
    ],
    [
      'that answers with no body',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(),
      /the body must be JSON, and is ""/,
    ],
    [
      'that answers with null',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('null'),
      /the body must be an object, and is null/,
    ],
    [
      'that answers without a type',
      (_, response) => response.writeHead(200).end('{"status":"ok"}'),
      /the header content-type is missing/,
    ],
    [
      'that repeats a header',
      (_, response) =>
        response
          .writeHead(
            200,
            [
              ['content-type', 'application/json'],
              ['set-cookie', 'a=1'],
              ['set-cookie', 'b=2'],
            ].flat(),
          )
          .end('{"status":"ok"}'),
      undefined,
    ],
  ])('%s', async (_, listener, expected) => {
    const { told } = await verified({ interactions: [CHARGE] }, { url: await start(listener) });
    if (expected === undefined) expect(told).toEqual([]);
    else expect(told.join('\n')).toMatch(expected);
  });

  test.each<[string, object, RequestListener, readonly string[]]>([
    [
      'whose answer to HEAD tells the length of a body that is not sent',
      { request: { method: 'HEAD', path: '/charge' }, response: { status: 200, headers: { 'Content-Length': '9' } } },
      (_, response) => response.writeHead(200, { 'content-length': '9' }).end(),
      [],
    ],
    [
      'that sends on within its own host, which is not followed',
      CHARGE,
      (request, response) =>
        request.url === '/charge'
          ? response.writeHead(302, { location: '/charges' }).end()
          : response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}'),
      ['status must be 200, and is 302', 'the header content-type is missing', 'the body must be JSON, and is ""'],
    ],
    [
      'that answers in another charset, which it names',
      { ...CHARGE, response: { ...CHARGE.response, body: { status: 'é' } } },
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json; charset=iso-8859-1' })
          .end(Buffer.from('{"status":"é"}', 'latin1')),
      [],
    ],
    [
      'that answers in another charset than it names',
      { ...CHARGE, response: { ...CHARGE.response, body: { status: 'é' } } },
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
          .end(Buffer.from('{"status":"é"}', 'latin1')),
      ['is not text in the charset of its type'],
    ],
    [
      'that sets another cookie',
      { ...CHARGE, response: { ...CHARGE.response, headers: { 'Set-Cookie': 'a=1, b=2' } } },
      (_, response) =>
        response
          .writeHead(200, ['content-type', 'application/json', 'set-cookie', 'a=1', 'set-cookie', 'b=3'])
          .end('{"status":"ok"}'),
      ['the header set-cookie must be "a=1, b=2", and is "a=1, b=3"'],
    ],
    [
      'that sets both cookies, one header each',
      { ...CHARGE, response: { ...CHARGE.response, headers: { 'Set-Cookie': 'a=1, b=2' } } },
      (_, response) =>
        response
          .writeHead(200, ['content-type', 'application/json', 'SET-COOKIE', 'a=1', 'Set-Cookie', 'b=2'])
          .end('{"status":"ok"}'),
      [],
    ],
    [
      'that answers what must be empty with null',
      { ...CHARGE, response: { status: 200, body: null } },
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('null'),
      ['the body must be empty, and is "null"'],
    ],
    [
      'that answers with a body of which the contract says nothing',
      { ...CHARGE, response: { status: 200 } },
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"any":1}'),
      [],
    ],
    [
      'of which the contract says only that it answers, and which does not',
      { ...CHARGE, response: {} },
      (_, response) => response.writeHead(500).end(),
      ['status must be 200, and is 500'],
    ],
  ])('%s', async (_, interaction, listener, expected) => {
    const { told } = await verified({ interactions: [{ description: 'x', ...interaction }] }, { url: await start(listener) });
    expect(told).toEqual(expected.map((each) => expect.stringContaining(each)));
  });

  test('that sends a body with 204, which has none, is read without it', async () => {
    let calls = 0;
    const url = await start((_, response) => {
      calls += 1;
      // What stands after the head of a 204 is the beginning of the next answer on the same connection, or nothing at all.
      (response.socket as Socket).end('HTTP/1.1 204 No Content\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}');
    });
    const interaction = {
      description: 'x',
      request: { method: 'DELETE', path: '/charge' },
      response: { status: 204, body: null },
    };
    expect((await verified({ interactions: [interaction] }, { url })).told).toEqual([]);
    expect(calls).toBe(1);
  });

  test('that answers with 100 MB is read up to the limit, and named', async () => {
    const url = await start((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(100 * 1024 * 1024) });
      const piece = Buffer.alloc(1024 * 1024, ' ');
      let left = 100;
      const more = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(piece)) return;
        }
        response.end();
      };
      response.on('drain', more);
      more();
    });
    const { told } = await verified({ interactions: [CHARGE] }, { url, timeoutMs: 20_000 });
    expect(told).toEqual(['POST /charge got no answer: the answer is longer than 20 MiB, and was not read to its end']);
  });

  test('whose certificate nobody vouches for is not asked, and the reason is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')] as const;
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-days', '1'];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const asked: string[] = [];
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
    });
    rmSync(folder, { recursive: true });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { told } = await verified({ interactions: [CHARGE] }, { url });
    expect(told).toEqual([
      expect.stringMatching(/^POST \/charge got no answer: https:\/\/127\.0\.0\.1:\d+ did not answer: .*self-signed certificate/),
    ]);
    expect(asked).toEqual([]);
  });

  test('that compresses its answer is read all the same', async () => {
    const url = await start((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync('{"status":"ok"}')),
    );
    expect((await verified({ interactions: [CHARGE] }, { url })).told).toEqual([]);
  });

  test.each([
    ['that is not compressed as it says', Buffer.from('{"status":"ok"}')],
    ['that would unpack without end', gzipSync(Buffer.alloc(21 * 1024 * 1024, ' '))],
  ])('with an answer %s breaks its contract', async (_, body) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const url = await start((_request, response) => response.writeHead(200, headers).end(body));
    const { told } = await verified({ interactions: [CHARGE] }, { url });
    expect(told.join()).toContain('the answer cannot be unpacked as "gzip", or is longer than 20 MiB then');
  });

  test.each(['HEAD', 'DELETE'])('that answers %s without a body, as the contract wants', async (method) => {
    const url = await start((_, response) => response.writeHead(204).end());
    const interaction = { description: 'x', request: { method, path: '/charge' }, response: { status: 204 } };
    expect((await verified({ interactions: [interaction] }, { url })).told).toEqual([]);
  });

  test('whose answer never stops is not read to its end', async () => {
    const url = await start((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const piece = Buffer.alloc(1024 * 1024, ' ');
      const more = (): void => {
        while (!response.destroyed && response.write(piece)) {}
      };
      response.on('drain', more);
      more();
    });
    const { told } = await verified({ interactions: [CHARGE] }, { url, timeoutMs: 20_000 });
    expect(told).toEqual(['POST /charge got no answer: the answer is longer than 20 MiB, and was not read to its end']);
  });

  test('that is not there', async () => {
    const { told } = await verified({ interactions: [CHARGE] }, { url: 'http://127.0.0.1:9' });
    expect(told.join()).toMatch(/^POST \/charge got no answer: /);
  });
});

describe('provider states', () => {
  const states = [{ name: 'a card', params: { kind: 'visa' } }, { name: 'an order' }];
  const interaction = {
    ...CHARGE,
    providerStates: states,
    request: {
      method: 'GET',
      path: '/orders/0',
      headers: {},
      generators: {
        path: { type: 'ProviderState', expression: `/orders/\${id}` },
        header: { 'x-kind': { type: 'ProviderState', expression: `\${kind}` } },
      },
    },
  };

  async function world(stateStatus: number, answerStatus = 200) {
    const seen: string[] = [];
    const url = await start((request, response) => {
      void textOf(request).then((text) => {
        if (request.url !== '/states') seen.push(`${request.url} ${request.headers['x-kind']}`);
        else {
          const { state, action } = JSON.parse(text) as { state: string; action: string };
          seen.push(`${action} ${state}`);
        }
        const status = request.url === '/states' ? stateStatus : answerStatus;
        response.writeHead(status, { 'content-type': 'application/json' }).end('{"status":"ok","id":77}');
      });
    });
    return { url, seen };
  }

  test('are set up in their order, give values to the request, and are undone in reverse', async () => {
    const { url, seen } = await world(200);
    const { told } = await verified({ interactions: [interaction] }, { url, stateUrl: `${url}/states`, stateTeardown: true });
    expect(told).toEqual([]);
    expect(seen).toEqual(['setup a card', 'setup an order', '/orders/77 visa', 'teardown an order', 'teardown a card']);
  });

  test('are undone after a failure as well', async () => {
    const { url, seen } = await world(200, 500);
    const { told } = await verified({ interactions: [interaction] }, { url, stateUrl: `${url}/states`, stateTeardown: true });
    expect(told.join()).toContain('status must be 200, and is 500');
    expect(seen.slice(-2)).toEqual(['teardown an order', 'teardown a card']);
  });

  test('that the provider refuses break the interaction, whose request is not sent', async () => {
    const { url, seen } = await world(500);
    const { told } = await verified({ interactions: [interaction] }, { url, stateUrl: `${url}/states` });
    expect(told).toEqual(['GET /orders/0 needs the provider state "a card", which the state-url answered with 500']);
    expect(seen).toEqual(['setup a card']);
  });

  test('that the provider never answers break it too, in the time that a request may take', async () => {
    const silent = await start(() => undefined);
    const { url } = await world(200);
    const { told } = await verified({ interactions: [interaction] }, { url, stateUrl: `${silent}/states`, timeoutMs: 200 });
    expect(told).toEqual([expect.stringMatching(/^GET \/orders\/0 got no answer: /)]);
  });

  test('without a place to bring them about break it too', async () => {
    const { url } = await world(200);
    const { told } = await verified({ interactions: [interaction] }, { url });
    expect(told).toEqual(['GET /orders/0 needs the provider state "a card", and no "state-url" is given']);
  });

  test('that give no such value break it too', async () => {
    const { url } = await world(200);
    const generators = { path: { type: 'ProviderState', expression: `/\${other}` } };
    const needing = { ...interaction, request: { ...interaction.request, generators } };
    const { told } = await verified({ interactions: [needing] }, { url, stateUrl: `${url}/states` });
    expect(told).toEqual(['GET /orders/0 needs other from its provider states, which gave no such value']);
  });
});

describe('a message', () => {
  const messages = [{ description: 'an order was paid', contents: { order_id: 'o-1' }, metaData: { topic: 'orders' } }];
  const giving = (content: string, topic: string) =>
    start((request, response) => {
      void textOf(request).then((text) => {
        const { description } = JSON.parse(text) as { description: string };
        const metadata = Buffer.from(JSON.stringify({ topic })).toString('base64');
        response
          .writeHead(description === 'an order was paid' ? 200 : 404, {
            'content-type': 'application/json',
            'pact-message-metadata': metadata,
          })
          .end(content);
      });
    });

  test.each([
    ['that is as the contract says', '{"order_id":"o-1"}', 'orders', []],
    ['with other contents', '{"order":"o-1"}', 'orders', ['order_id is missing in the message "an order was paid"']],
    [
      'with other metadata',
      '{"order_id":"o-1"}',
      'refunds',
      ['the metadata topic must be "orders", and is "refunds" in the message "an order was paid"'],
    ],
  ])('%s', async (_, content, topic, expected) => {
    const url = await giving(content, topic);
    expect((await verified({ messages }, { url, messageUrl: url })).told).toEqual(expected);
  });

  test('that nobody can be asked for is broken, never passed over', async () => {
    const { told } = await verified({ messages }, { url: 'http://127.0.0.1:9' });
    expect(told).toEqual(['the message "an order was paid" can only be asked for where a "message-url" is given']);
  });

  test('that the provider does not know is broken', async () => {
    const url = await giving('{}', 'x');
    const other = [{ ...messages[0], description: 'nothing' }];
    expect((await verified({ messages: other }, { url, messageUrl: url })).told).toEqual([
      'the message "nothing" could not be had: the message-url answered with 404',
    ]);
  });
});
