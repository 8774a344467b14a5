import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { memoryClock, memoryLog } from '@slipway/system/memory';
import { nodeHttp } from '@slipway/system/node';
import { registryClient } from './client.ts';
import { digestOf } from './measure.ts';
import { conformance } from './memory/conformance.ts';
import { memoryRegistry } from './memory/registry.ts';

const PIECE = Buffer.alloc(256 * 1024, 'x');
const PIECES = 16;
const BLOB = { digest: digestOf(Buffer.alloc(PIECE.length * PIECES, 'x')), size: PIECE.length * PIECES, open: pieces };

async function* pieces(from: number): AsyncIterable<Uint8Array> {
  for (let left = PIECE.length * PIECES - from; left > 0; left -= PIECE.length) yield PIECE.subarray(0, left);
}

type Interfere = (request: IncomingMessage, response: ServerResponse) => boolean;

let interfere: Interfere;
let server: Server;
let host: string;
let seen: string[];

/** The registry in memory behind a real socket, on which a connection can really break. */
beforeEach(async () => {
  interfere = () => false;
  seen = [];
  server = createServer((request, response) => {
    seen.push(`${request.method}`);
    if (interfere(request, response)) return;
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const url = `http://${host}${request.url}`;
    const method = request.method as 'GET';
    void registry.http.fetch({ method, url, headers: Object.fromEntries(headers) as Record<string, string>, body: request }).then(
      async (answer) => response.writeHead(answer.status, answer.headers).end(await answer.bytes()),
      () => request.destroy(),
    );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const registry = memoryRegistry({ host });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const clientOf = (path: string) =>
  registryClient({ registry: host, path, http: nodeHttp, clock: memoryClock(), log: memoryLog() });

/** Lets the first request with the method meet its fate. */
function once(method: string, fate: Interfere): Interfere {
  let met = false;
  return (request, response) => {
    if (met || request.method !== method) return false;
    met = true;
    return fate(request, response);
  };
}

describe('over a real socket', () => {
  test.each(conformance.map(({ name, check }) => [name, check] as const))('%s', (_name, check) => check(clientOf));

  test('a connection reset within a blob begins the upload anew', async () => {
    interfere = once('PUT', (request) => {
      request.once('data', () => request.socket.resetAndDestroy());
      return true;
    });
    await clientOf('shop/order-service').uploadBlob(BLOB);
    expect(seen).toEqual(['POST', 'PUT', 'GET', 'POST', 'PUT']);
  });

  test('an answer that comes before the blob was read ends the upload with what the registry says', async () => {
    interfere = once('PUT', (request, response) => {
      const body = JSON.stringify({ errors: [{ code: 'DENIED', message: 'quota exceeded' }] });
      response.writeHead(403, { connection: 'close' }).end(body);
      request.resume();
      return true;
    });
    await expect(clientOf('shop/order-service').uploadBlob(BLOB)).rejects.toThrow(/DENIED quota exceeded/);
  });

  test('a server that hangs up without a word is asked again', async () => {
    interfere = once('GET', (request) => {
      request.socket.destroy();
      return true;
    });
    await clientOf('shop/order-service').ping();
    expect(seen).toEqual(['GET', 'GET']);
  });
});
