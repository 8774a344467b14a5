import type { Http, HttpRequest, HttpResponse } from '@slipway/system';
import { authorityOf } from './authority.ts';
import type { Credentials } from './credentials.ts';
import { endpointOf } from './endpoint.ts';
import { refusalOf } from './refusal.ts';
import { type Patience, retrying } from './retry.ts';

/** What a conversation with a registry needs. */
export interface SessionSettings extends Patience {
  readonly registry: string;
  readonly http: Http;
  readonly credentials?: Credentials;
  /** Plain http also to another machine. */
  readonly insecure?: boolean;
}

/** One request; its body is opened anew for each try. */
export interface Ask {
  readonly method: NonNullable<HttpRequest['method']>;
  /** Path below the registry, or an address the registry gave. */
  readonly url: string;
  readonly scope: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: () => NonNullable<HttpRequest['body']>;
  readonly timeoutMs?: number;
}

/** A conversation with one registry: credentials, tokens and patience. */
export interface Session {
  /** Sends once, answering a challenge when there is one. */
  once(ask: Ask): Promise<HttpResponse>;
  /** Sends until there is an answer; throws a Failure when its status is none of the hoped-for. */
  send(ask: Ask, hoped: readonly number[]): Promise<HttpResponse>;
  /** The absolute form of an address the registry gave. */
  absolute(url: string): string;
}

/** Opens a conversation; nothing is sent yet. */
export function sessionOf(settings: SessionSettings): Session {
  const { registry, http, credentials, insecure = false, signal } = settings;
  const endpoint = endpointOf(registry, insecure);
  const authority = authorityOf({ registry, insecure, http, patience: settings, ...(credentials && { credentials }) });
  const absolute = (url: string): string => new URL(url, endpoint).href;
  const fetch = (ask: Ask, authorization: string | undefined): Promise<HttpResponse> =>
    http.fetch({
      method: ask.method,
      url: absolute(ask.url),
      headers: { ...ask.headers, ...(authorization && { authorization }) },
      ...(ask.body && { body: ask.body() }),
      ...(ask.timeoutMs !== undefined && { timeoutMs: ask.timeoutMs }),
      ...(signal && { signal }),
    });
  const once = async (ask: Ask): Promise<HttpResponse> => {
    // Credentials are for the registry alone, whatever address it sends us to.
    const own = new URL(absolute(ask.url)).origin === new URL(endpoint).origin;
    if (!own) return fetch(ask, undefined);
    const sent = authority.current(ask.scope);
    const response = await fetch(ask, sent);
    if (response.status !== 401) return response;
    await response.bytes();
    await authority.answer(response.headers['www-authenticate'], ask.scope, sent);
    return fetch(ask, authority.current(ask.scope));
  };
  return {
    once,
    absolute,
    send: async (ask, hoped) => {
      const response = await retrying(() => once(ask), settings);
      if (hoped.includes(response.status)) return response;
      throw await refusalOf(response, ask.method, absolute(ask.url));
    },
  };
}
