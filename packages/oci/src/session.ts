import { Failure } from '@slipway/failure';
import type { Http, HttpRequest, HttpResponse } from '@slipway/system';
import { authorityOf } from './authority.ts';
import type { Credentials } from './credentials.ts';
import { endpointOf } from './endpoint.ts';
import { refusalOf } from './refusal.ts';
import { type RegistryPatience, remainingMs, retrying } from './retry.ts';

const MAX_REDIRECTS = 5;
const ANSWER_MS = 30_000;
const SILENCE_MS = 60_000;

/** What a conversation with a registry needs. */
export interface SessionSettings extends RegistryPatience {
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
  /** How long nothing may move; more than usual where the registry has a lot to write before it answers. */
  readonly silenceMs?: number;
  /** Whether a redirect is the answer instead of the way to it. */
  readonly keepRedirect?: boolean;
}

/** A conversation with one registry: credentials, tokens, redirects and patience. */
export interface Session {
  /** Sends once, answering a challenge and following redirects. */
  once(ask: Ask): Promise<HttpResponse>;
  /** Sends until there is an answer; throws a Failure when its status is none of the hoped-for. */
  send(ask: Ask, hoped: readonly number[]): Promise<HttpResponse>;
  /** The absolute form of an address the registry gave. */
  absolute(url: string): string;
}

/** Where a redirect leads; a method that writes is only repeated elsewhere when the status says that it may be. */
function redirectOf({ method, keepRedirect }: Ask, { status, headers }: HttpResponse): string | undefined {
  const reading = method === 'GET' || method === 'HEAD';
  const leads = status === 307 || status === 308 || (reading && [301, 302, 303].includes(status));
  return leads && keepRedirect !== true ? headers['location'] : undefined;
}

/** Opens a conversation; nothing is sent yet. */
export function sessionOf(settings: SessionSettings): Session {
  const { registry, http, credentials, insecure = false, signal } = settings;
  const endpoint = endpointOf(registry, insecure);
  const authority = authorityOf({ registry, insecure, http, patience: settings, ...(credentials && { credentials }) });
  const absolute = (url: string): string => new URL(url, endpoint).href;
  const fetch = (ask: Ask, url: string, authorization: string | undefined): Promise<HttpResponse> =>
    http.fetch({
      method: ask.method,
      url,
      headers: { ...ask.headers, ...(authorization && { authorization }) },
      ...(ask.body && { body: ask.body() }),
      timeoutMs: remainingMs(settings, ask.timeoutMs ?? ANSWER_MS),
      silenceMs: remainingMs(settings, ask.silenceMs ?? SILENCE_MS),
      ...(signal && { signal }),
    });
  const hop = async (ask: Ask, url: string): Promise<HttpResponse> => {
    // Credentials are for the registry alone, whatever address it sends us to.
    if (new URL(url).origin !== new URL(endpoint).origin) return fetch(ask, url, undefined);
    const sent = await authority.current(ask.scope);
    const response = await fetch(ask, url, sent);
    if (response.status !== 401) return response;
    await response.bytes();
    await authority.answer(response.headers['www-authenticate'], ask.scope, sent);
    return fetch(ask, url, await authority.current(ask.scope));
  };
  const once = async (ask: Ask): Promise<HttpResponse> => {
    let url = absolute(ask.url);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const response = await hop(ask, url);
      const location = redirectOf(ask, response);
      if (location === undefined) return response;
      await response.bytes();
      url = new URL(location, url).href;
    }
    const message = `${new URL(absolute(ask.url)).host} leads from one address to the next without an end.`;
    throw new Failure({ code: 'REGISTRY_REDIRECT', message, remedy: 'Check the registry.' });
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
