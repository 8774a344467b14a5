import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MemoryRegistry, type MemoryRegistryOptions, memoryRegistry } from '@slipway/oci/memory';

/** One request, as it came over the wire. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

/** What befalls a request instead of the registry's answer; undefined lets it through. */
export type Fate =
  | undefined
  /** Never answered. */
  | 'hang'
  /** The connection is cut before anything of the body was read. */
  | 'reset'
  /** The connection is cut once some of the body has arrived. */
  | 'cut'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** The registry answers, and this changes its answer's headers. */
  | { readonly alter: (headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>> };

/** Decides about each request; `count` is how often this method and kind of path was asked for, from 1. */
export type Interfere = (seen: Seen, count: number) => Fate | Promise<Fate>;

/** A registry on a real socket, on which everything can go wrong. */
export interface FaultRegistry {
  readonly host: string;
  readonly registry: MemoryRegistry;
  readonly seen: readonly Seen[];
  interfere(fate: Interfere): void;
  close(): Promise<void>;
}

/** `PUT blobs`, `GET manifests` and so on: what a request is about, without what it names. */
export function kindOf({ method, path }: Pick<Seen, 'method' | 'path'>): string {
  const [, kind = path.split('?')[0]] = /\/(blobs\/uploads|blobs|manifests|referrers|tags)(?:\/|$)/.exec(path) ?? [];
  return `${method} ${kind}`;
}

function cut(request: IncomingMessage): void {
  request.once('data', () => request.socket.resetAndDestroy());
  request.once('end', () => request.socket.resetAndDestroy());
}

async function forward(request: IncomingMessage, response: ServerResponse, host: string, registry: MemoryRegistry, fate: Fate) {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const method = request.method as 'GET';
  const answer = await registry.http.fetch({ method, url: `http://${host}${request.url}`, headers, body: request });
  const alter = typeof fate === 'object' && 'alter' in fate ? fate.alter : (same: typeof answer.headers) => same;
  response.writeHead(answer.status, alter(answer.headers)).end(await answer.bytes());
}

async function serve(request: IncomingMessage, response: ServerResponse, host: string, registry: MemoryRegistry, fate: Fate) {
  if (fate === 'hang') return void request.resume();
  if (fate === 'reset') return void request.socket.resetAndDestroy();
  if (fate === 'cut') return cut(request);
  if (fate !== undefined && 'status' in fate) {
    request.resume();
    return void response.writeHead(fate.status, fate.headers).end(fate.body);
  }
  await forward(request, response, host, registry, fate);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts a registry that does as it is told; the token server, where there is one, is at `/token`. */
export async function startFaultRegistry(options: (host: string) => MemoryRegistryOptions = () => ({})): Promise<FaultRegistry> {
  let fate: Interfere = () => undefined;
  const seen: Seen[] = [];
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const one = { method: request.method ?? '', path: request.url ?? '', authorization: request.headers.authorization };
    const count = (counts.get(kindOf(one)) ?? 0) + 1;
    counts.set(kindOf(one), count);
    seen.push(one);
    void Promise.resolve(fate(one, count))
      .then((met) => serve(request, response, host, registry, met))
      .catch(() => request.socket.destroy());
  });
  const host = await listen(server);
  const registry = memoryRegistry({ host, ...options(host) });
  return {
    host,
    registry,
    seen,
    interfere: (next) => {
      fate = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
