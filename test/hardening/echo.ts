import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from 'node:http';
import { request as sendSecurely } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where an echo passes requests on, with credentials of its own instead of the caller's. */
export interface Upstream {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly tls?: { readonly ca: string; readonly cert: string; readonly key: string };
  /** How long each request is held back, to stretch a run whose every moment is to be tried. */
  readonly delayMs?: number;
}

/** How the echo spoils a request: an answer with this status, or a redirect that carries the secret on. */
export type Spoil = 400 | 401 | 403 | 404 | 422 | 500 | 'redirect' | 'not-json';

/** A server that throws whatever it was given back at its caller: in the body, the reason and the headers, encoded and not. */
export interface Echo {
  readonly url: string;
  /** How many requests came since the last `spoil`. */
  count(): number;
  /** Spoils the request of this number, counted from 1, and every later one; those before it are passed on. */
  spoil(how: Spoil, from?: number): void;
  close(): Promise<void>;
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** All that the caller sent, as it sent it and as one who can decode would write it. */
function everything(message: IncomingMessage, body: Buffer): string {
  const { authorization = '' } = message.headers;
  const decoded = Buffer.from(authorization.replace(/^\w+ /, ''), 'base64').toString('utf8');
  return [
    message.method,
    message.url,
    authorization,
    decoded,
    JSON.stringify(message.headers),
    body.toString('utf8').slice(0, 2000),
  ].join(' ');
}

function answer(how: Spoil, said: string, response: ServerResponse): void {
  // Valid as the error of a registry, of Kubernetes, of Prometheus and of GitHub.
  const text = JSON.stringify({
    kind: 'Status',
    status: 'error',
    reason: 'Forbidden',
    message: said,
    error: said,
    errors: [{ code: 'DENIED', message: said }],
  });
  const header = encodeURIComponent(said);
  if (how === 'redirect') response.writeHead(307, { location: `http://localhost:9/?${header}` }).end(said);
  else if (how === 'not-json') response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${said}</h1>`);
  else
    response
      .writeHead(how, { 'content-type': 'application/json', 'www-authenticate': 'Basic realm="echo"', 'x-request-id': header })
      .end(text);
}

function pass(message: IncomingMessage, body: Buffer, response: ServerResponse, { url, headers = {}, tls }: Upstream): void {
  const { authorization: _, host: __, ...kept } = message.headers;
  const options = { method: message.method, headers: { ...kept, ...headers }, ...tls, agent: false as const };
  const target = new URL(message.url ?? '/', url);
  const sent = target.protocol === 'https:' ? sendSecurely(target, options) : send(target, options);
  sent.once('error', () => response.destroy());
  sent.once('response', (got) => {
    response.writeHead(got.statusCode ?? 502, got.headers);
    got.pipe(response);
  });
  response.once('close', () => sent.destroy());
  sent.end(body);
}

/** Starts an echo on this machine; without an upstream it must be told to spoil from the first request on. */
export async function startEcho(upstream?: Upstream): Promise<Echo> {
  let [count, from, how]: [number, number, Spoil] = [0, 1, 500];
  const server: Server = createServer((message, response) => {
    const index = ++count;
    void bytesOf(message)
      .then(async (body) => {
        await sleep(upstream?.delayMs ?? 0);
        if (upstream === undefined || index >= from) answer(how, everything(message, body), response);
        else pass(message, body, response, upstream);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    spoil: (kind, index = 1) => {
      [count, from, how] = [0, index, kind];
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
