import type { Http, HttpRequest } from '@slipway/system';
import { memoryHttp } from '@slipway/system/memory';
import { type Answer, refuse } from './answer.ts';
import { type GateOptions, gateOf } from './gate.ts';
import { route } from './routes.ts';
import { type StoredRepository, storeOf } from './store.ts';

/** A registry in memory: speak to it through `http`, look at what it keeps through `repository`. */
export interface MemoryRegistry {
  readonly http: Http;
  /** Each request as `METHOD path`, in order. */
  readonly requests: string[];
  repository(path: string): StoredRepository;
  /** Makes every token given so far a bad one. */
  expireTokens(): void;
}

/** How a registry in memory is set up. */
export interface MemoryRegistryOptions extends GateOptions {
  readonly host?: string;
  /** Whether it has the API of OCI 1.1 for referrers, which older registries lack; it lacks it unless told. */
  readonly hasReferrers?: boolean;
  /** Answers instead of the registry: the place for faults. `null` drops the connection. */
  readonly fault?: (request: HttpRequest, count: number) => Answer | null | undefined;
}

async function bytesOf(body: HttpRequest['body']): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array();
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A registry that speaks the distribution protocol as far as we use it, and as strictly as the real one. */
export function memoryRegistry(options: MemoryRegistryOptions = {}): MemoryRegistry {
  const { host = 'registry.test', hasReferrers = false, fault = () => undefined } = options;
  const [repository, gate, requests] = [storeOf(), gateOf(host, options), [] as string[]];
  const answer = async (request: HttpRequest): Promise<Answer | undefined> => {
    const { method = 'GET', headers = {} } = request;
    const url = new URL(request.url);
    requests.push(`${method} ${url.pathname}`);
    const faulty = fault(request, requests.length);
    if (faulty !== undefined) return faulty ?? undefined;
    const refused = gate.check(request, url);
    if (refused !== undefined) return refused;
    if (url.host !== host) return undefined;
    if (url.pathname === '/v2/') return { status: 200, body: '{}' };
    const [, path, rest] = /^\/v2\/(.+)\/((?:blobs|manifests|referrers|tags)\/.*)$/.exec(url.pathname) ?? [];
    if (path === undefined || rest === undefined) return refuse(404, 'NAME_UNKNOWN');
    const body = await bytesOf(request.body);
    const stored = { repository: repository(path), other: repository, hasReferrers };
    const [mediaType = '', range, contentRange] = [headers['content-type'], headers['range'], headers['content-range']];
    const ranges = { ...(range !== undefined && { range }), ...(contentRange !== undefined && { contentRange }) };
    return route({ method, url, path, body, mediaType, ...ranges, ...stored }, rest);
  };
  return { http: memoryHttp(answer), requests, repository, expireTokens: () => gate.expire() };
}
