import { Failure } from '@slipway/failure';
import type { Clock, Http, HttpRequest, HttpResponse } from '@slipway/system';
import type { Connection } from './connection.ts';
import { failureOf, isMistyped } from './status.ts';

/** One request to the API server; all that we send may be sent twice without harm. */
export interface ApiRequest {
  /** What is asked for, as a person would say it; the start of every message about it. */
  readonly subject: string;
  readonly method?: HttpRequest['method'];
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests to one API server, renewing credentials and sitting out short outages. */
export interface Transport {
  /** The response, whatever its status below 500; throws for 401 and for a server that stays away. */
  send(request: ApiRequest): Promise<HttpResponse>;
  /** The parsed body; a status of 400 or above is a KubernetesFailure. */
  json<T>(request: ApiRequest): Promise<T>;
}

const BACKOFF_MS = [250, 500, 1000, 2000, 4000];
const TIMEOUT_MS = 15_000;
const HASTY_TIMEOUT_MS = 1500;
const TRANSIENT = new Set([429, 500, 502, 503, 504]);

function urlOf(server: string, { path, query = {} }: ApiRequest): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
  const search = new URLSearchParams(Object.fromEntries(given)).toString();
  return `${server}${path}${search === '' ? '' : `?${search}`}`;
}

function isAway(error: unknown): boolean {
  return error instanceof Failure && ['HTTP_UNREACHABLE', 'HTTP_TIMEOUT'].includes(error.code);
}

/** How long to wait: what the server asks for, or a step of the backoff; both bounded. */
function pauseMs(attempt: number, response?: HttpResponse): number {
  const asked = Number(response?.headers['retry-after'] ?? 'NaN') * 1000;
  return Number.isNaN(asked) ? (BACKOFF_MS[attempt] ?? 0) : Math.min(asked, 10_000);
}

/** What a transport needs of the world. */
export interface TransportPorts {
  readonly http: Http;
  readonly clock: Clock;
  /** Ends every request and every wait: a cancelled run has seconds left. */
  readonly cancelled?: AbortSignal;
  /** For last words: each request is made once, and has a moment only. */
  readonly hasty?: boolean;
}

function either(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}

/** A transport over HTTP. */
export function transport(connection: Connection, { http, clock, cancelled, hasty = false }: TransportPorts): Transport {
  const once = async (request: ApiRequest, renew: boolean): Promise<HttpResponse> => {
    const { headers, tls } = await connection.authorize(renew);
    const { method, body, contentType = 'application/json', signal } = request;
    return http.fetch({
      url: urlOf(connection.server, request),
      headers: { accept: 'application/json', ...headers, ...(body !== undefined && { 'content-type': contentType }) },
      tls,
      timeoutMs: hasty ? HASTY_TIMEOUT_MS : TIMEOUT_MS,
      ...(method && { method }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  };
  const send = async (given: ApiRequest): Promise<HttpResponse> => {
    const request = { ...given, signal: either(given.signal, cancelled) };
    let renewed = false;
    for (let attempt = 0; ; attempt += 1) {
      const last = hasty || attempt >= BACKOFF_MS.length;
      try {
        const response = await once(request, renewed);
        if (response.status === 401) {
          const text = await response.text();
          if (renewed) throw failureOf(request.subject, 401, text);
          renewed = true;
          continue;
        }
        if (!TRANSIENT.has(response.status)) return response;
        const text = await response.text();
        if (last || isMistyped(response.status, text)) throw failureOf(request.subject, response.status, text);
        await clock.sleep(pauseMs(attempt, response), request.signal);
      } catch (error) {
        if (!isAway(error) || last) throw error;
        await clock.sleep(pauseMs(attempt), request.signal);
      }
    }
  };
  const json = async <T>(request: ApiRequest): Promise<T> => {
    const response = await send(request);
    const text = await response.text();
    if (response.status >= 400) throw failureOf(request.subject, response.status, text);
    return JSON.parse(text) as T;
  };
  return { send, json };
}
