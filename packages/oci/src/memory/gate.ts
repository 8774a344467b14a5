import type { HttpRequest } from '@slipway/system';
import type { Credentials } from '../credentials.ts';
import { type Answer, refuse } from './answer.ts';

/** How a registry in memory wants to be convinced. */
export interface GateOptions {
  readonly credentials?: Credentials;
  /** `bearer` sends to a token server at `auth.<host>`, as the large registries do. */
  readonly scheme?: 'basic' | 'bearer';
  /** Where the token server is, when it is not at `auth.<host>`. */
  readonly realm?: string;
  /** How long a token is said to be good; not said unless told. */
  readonly expiresInSeconds?: number;
}

/** The gate before a registry in memory: an answer that refuses, or undefined when the request may pass. */
export interface Gate {
  check(request: HttpRequest, url: URL): Answer | undefined;
  /** Tokens given so far are no longer good. */
  expire(): void;
}

/** Keeps the gate of the registry at `host`. */
export function gateOf(host: string, options: GateOptions): Gate {
  const { credentials, scheme = 'basic', realm = `https://auth.${host}/token`, expiresInSeconds } = options;
  let generation = 1;
  if (credentials === undefined) return { check: () => undefined, expire: () => undefined };
  const basic = `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
  const challenge = scheme === 'basic' ? 'Basic realm="memory"' : `Bearer realm="${realm}",service="${host}"`;
  return {
    expire: () => void generation++,
    check: ({ headers = {} }, url) => {
      const given = headers['authorization'];
      if (`${url.origin}${url.pathname}` === realm) {
        if (given !== basic) return refuse(401, 'UNAUTHORIZED');
        const token = { token: `token-${generation}`, ...(expiresInSeconds && { expires_in: expiresInSeconds }) };
        return { status: 200, body: JSON.stringify(token) };
      }
      const passes = given === (scheme === 'basic' ? basic : `Bearer token-${generation}`);
      return passes ? undefined : refuse(401, 'UNAUTHORIZED', { 'www-authenticate': challenge });
    },
  };
}
