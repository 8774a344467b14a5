import type { ClientRequest, IncomingMessage, request as startRequest } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '@slipway/failure';
import type { Http, HttpRequest, HttpResponse } from '../http.ts';
import { certificatesOf } from './certificates.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

async function collect(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function responseOf(message: IncomingMessage): HttpResponse {
  const headers = Object.entries(message.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  const certificates = certificatesOf(message.socket);
  return {
    status: message.statusCode ?? 0,
    ...(certificates && { certificates }),
    headers: Object.fromEntries(headers) as Record<string, string>,
    bytes: () => collect(message),
    text: async () => (await collect(message)).toString('utf8'),
    stream: () => message as AsyncIterable<Uint8Array>,
  };
}

/** Node itself says how long a body is for some methods only; of a DELETE, the server would take it for the next request. */
function lengthOf({ body }: HttpRequest): Readonly<Record<string, string>> {
  if (typeof body === 'string') return { 'content-length': String(Buffer.byteLength(body)) };
  return body instanceof Uint8Array ? { 'content-length': String(body.byteLength) } : {};
}

/** Node's client for a protocol. TLS alone takes half as long to load as everything else, and most runs ask nobody. */
async function clientFor({ protocol }: URL): Promise<typeof startRequest> {
  return (protocol === 'https:' ? await import('node:https') : await import('node:http')).request;
}

function open(request: HttpRequest, url: URL, start: typeof startRequest): ClientRequest {
  const { tls } = request;
  const options = {
    method: request.method ?? 'GET',
    headers: { 'user-agent': 'slipway', ...lengthOf(request), ...request.headers },
    ...(request.signal && { signal: request.signal }),
    ...(request.ownConnection && { agent: false as const }),
    ...(tls && {
      ca: tls.ca,
      cert: tls.cert,
      key: tls.key,
      rejectUnauthorized: tls.insecure !== true,
      ...(tls.serverName !== undefined && { servername: tls.serverName }),
    }),
  };
  return start(url, options);
}

async function send(client: ClientRequest, body: HttpRequest['body']): Promise<void> {
  if (body === undefined) client.end();
  else if (typeof body === 'string' || body instanceof Uint8Array) client.end(body);
  else await pipeline(Readable.from(body), client);
}

function unreachable(request: HttpRequest, cause: unknown): Failure {
  const reason = cause instanceof Error ? cause.message || ('code' in cause && String(cause.code)) || cause.name : String(cause);
  const { origin } = new URL(request.url);
  return new Failure(
    {
      code: 'HTTP_UNREACHABLE',
      message: `${origin} did not answer: ${reason}.`,
      remedy: 'Check the address and that this runner may reach it.',
    },
    { cause },
  );
}

/** Ends a request, and an answer that is being read, when nothing moves for too long. */
function limitSilence(client: ClientRequest, { url, silenceMs }: HttpRequest): { watch(answer: IncomingMessage): void } {
  let answer: IncomingMessage | undefined;
  if (silenceMs !== undefined) {
    client.setTimeout(silenceMs, () => {
      const message = `${new URL(url).origin} fell silent for ${silenceMs} ms.`;
      const silent = new Failure({ code: 'HTTP_TIMEOUT', message, remedy: 'Check that the server is up and not overloaded.' });
      answer?.destroy(silent);
      client.destroy(silent);
    });
  }
  return {
    watch: (message) => {
      answer = message;
    },
  };
}

async function fetchOnce(request: HttpRequest, url: URL): Promise<HttpResponse> {
  const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const start = await clientFor(url);
  return new Promise((resolve, reject) => {
    const client = open(request, url, start);
    const timer = setTimeout(() => {
      const message = `${new URL(request.url).origin} did not answer within ${timeoutMs} ms.`;
      client.destroy(new Failure({ code: 'HTTP_TIMEOUT', message, remedy: 'Check that the server is up and not overloaded.' }));
    }, timeoutMs);
    const silence = limitSilence(client, request);
    client.on('response', (message) => {
      clearTimeout(timer);
      silence.watch(message);
      resolve(responseOf(message));
    });
    client.on('error', (error) => {
      clearTimeout(timer);
      reject(error instanceof Failure || request.signal?.aborted ? error : unreachable(request, error));
    });
    send(client, request.body).catch((error: unknown) =>
      client.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
}

/** HTTP over Node's own client, which takes TLS material per request as `fetch` does not. */
export const nodeHttp: Http = {
  fetch: (request) => {
    if (!URL.canParse(request.url)) {
      const problem = {
        code: 'URL_MALFORMED',
        message: `"${request.url}" is not a URL.`,
        remedy: 'Write it whole, with https://.',
      };
      return Promise.reject(new Failure(problem));
    }
    return fetchOnce(request, new URL(request.url));
  },
};
