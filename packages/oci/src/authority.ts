import { Failure } from '@slipway/failure';
import type { Http, HttpResponse } from '@slipway/system';
import { parseChallenge } from './challenge.ts';
import type { Credentials } from './credentials.ts';
import { mayCarrySecrets } from './endpoint.ts';
import { type Patience, retrying } from './retry.ts';

/** Convinces a registry that we may do what we ask for. */
export interface Authority {
  /** The Authorization header for a scope, as far as it is known yet. */
  current(scope: string): string | undefined;
  /** Answers the challenge to a request that was sent with `rejected`; the next `current` of the scope gives the result. */
  answer(header: string | undefined, scope: string, rejected: string | undefined): Promise<void>;
}

interface Settings {
  readonly registry: string;
  readonly insecure: boolean;
  readonly http: Http;
  readonly patience: Patience;
  readonly credentials?: Credentials;
}

function unauthorized(registry: string, why: string, remedy: string): Failure {
  return new Failure({ code: 'REGISTRY_UNAUTHORIZED', message: `${registry} ${why}.`, remedy });
}

function basicOf({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function tokenUrl(realm: string, service: string | undefined, scope: string, { registry, insecure }: Settings): string {
  const remedy = 'Check the address of the registry.';
  if (!URL.canParse(realm)) throw unauthorized(registry, `names no address for tokens ("${realm}")`, remedy);
  const url = new URL(realm);
  // The registry chooses this address; a password is not sent there in plain text because it says so.
  if (!mayCarrySecrets(realm, insecure))
    throw unauthorized(registry, `wants the password sent in plain text to ${url.host}`, remedy);
  if (service !== undefined) url.searchParams.set('service', service);
  for (const each of scope.split(' ').filter((part) => part !== '')) url.searchParams.append('scope', each);
  return url.href;
}

async function askForToken(url: string, { registry, credentials, http, patience }: Settings): Promise<HttpResponse> {
  const headers = credentials === undefined ? {} : { authorization: basicOf(credentials) };
  try {
    return await retrying(() => http.fetch({ url, headers }), patience);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw unauthorized(
      registry,
      `sends us for a token to a server that fails: ${error.problems[0]?.message}`,
      'Try again later.',
    );
  }
}

function tokenIn(body: string): string | undefined {
  try {
    const { token, access_token: accessToken } = JSON.parse(body) as { token?: string; access_token?: string };
    return token ?? accessToken;
  } catch {
    return undefined;
  }
}

async function fetchToken(parameters: Readonly<Record<string, string>>, scope: string, settings: Settings): Promise<string> {
  const { registry, credentials } = settings;
  const response = await askForToken(tokenUrl(parameters['realm'] ?? '', parameters['service'], scope, settings), settings);
  const token = tokenIn(await response.text());
  if (response.status === 200 && token !== undefined) return token;
  const who = credentials === undefined ? 'without credentials' : `to "${credentials.username}"`;
  const remedy = 'Check username and password, and that they may push.';
  throw unauthorized(registry, `gave no token ${who} (status ${response.status})`, remedy);
}

/** The authority for one registry: basic or bearer, as the registry asks; tokens are kept for each scope. */
export function authorityOf(settings: Settings): Authority {
  const known = new Map<string, string>();
  return {
    current: (scope) => known.get(scope),
    answer: async (header, scope, rejected) => {
      // Another request at the same time was challenged as well, and has the answer already.
      if (known.get(scope) !== rejected) return;
      const challenge = parseChallenge(header);
      const { registry, credentials } = settings;
      const remedy = 'Give username and password, or a docker-config that has them.';
      if (challenge?.scheme === 'bearer') known.set(scope, `Bearer ${await fetchToken(challenge.parameters, scope, settings)}`);
      else if (credentials === undefined) throw unauthorized(registry, 'asks for credentials and none are given', remedy);
      else if (known.has(scope))
        throw unauthorized(
          registry,
          `does not accept the credentials of "${credentials.username}"`,
          'Check username and password.',
        );
      else known.set(scope, basicOf(credentials));
    },
  };
}
