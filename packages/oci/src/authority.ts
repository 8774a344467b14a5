import { Failure } from '@slipway/failure';
import type { Http, HttpResponse } from '@slipway/system';
import { parseChallenge } from './challenge.ts';
import type { Credentials } from './credentials.ts';
import { mayCarrySecrets } from './endpoint.ts';
import { type RegistryPatience, retrying } from './retry.ts';

/** Convinces a registry that we may do what we ask for. */
export interface Authority {
  /** The Authorization header for a scope, as far as it is known yet; a token about to expire is renewed first. */
  current(scope: string): Promise<string | undefined>;
  /** Answers the challenge to a request that was sent with `rejected`; the next `current` of the scope gives the result. */
  answer(header: string | undefined, scope: string, rejected: string | undefined): Promise<void>;
}

interface Settings {
  readonly registry: string;
  readonly insecure: boolean;
  readonly http: Http;
  readonly patience: RegistryPatience;
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

/** What is sent, until when it is good, and how to have it renewed. */
interface Grant {
  readonly header: string;
  readonly renewAtMs: number;
  readonly parameters?: Parameters;
}

type Parameters = Readonly<Record<string, string>>;

/** Renewed this long before its end, so that it does not end on the way. */
const MARGIN_MS = 10_000;

function grantIn(body: string, parameters: Parameters, now: number): Grant | undefined {
  try {
    const { token, access_token: accessToken, expires_in: seconds } = JSON.parse(body) as Record<string, string | number>;
    const found = token ?? accessToken;
    if (typeof found !== 'string' || /[^\x21-\x7e]/.test(found)) return undefined;
    // Without a stated end it is kept until it is refused: the protocol's own 60 s would ask anew all the time.
    const renewAtMs = typeof seconds === 'number' && seconds > 0 ? now + Math.max(seconds * 1000 - MARGIN_MS, 1000) : Infinity;
    return { header: `Bearer ${found}`, renewAtMs, parameters };
  } catch {
    return undefined;
  }
}

async function fetchToken(parameters: Parameters, scope: string, settings: Settings): Promise<Grant> {
  const { registry, credentials } = settings;
  const response = await askForToken(tokenUrl(parameters['realm'] ?? '', parameters['service'], scope, settings), settings);
  const grant = grantIn(await response.text(), parameters, settings.patience.clock.now());
  if (response.status === 200 && grant !== undefined) return grant;
  const who = credentials === undefined ? 'without credentials' : `to "${credentials.username}"`;
  const remedy = 'Check username and password, and that they may push.';
  throw unauthorized(registry, `gave no token ${who} (status ${response.status})`, remedy);
}

function basicGrant({ registry, credentials }: Settings, before: Grant | undefined): Grant {
  const remedy = 'Give username and password, or a docker-config that has them.';
  if (credentials === undefined) throw unauthorized(registry, 'asks for credentials and none are given', remedy);
  if (before === undefined) return { header: basicOf(credentials), renewAtMs: Infinity };
  throw unauthorized(registry, `does not accept the credentials of "${credentials.username}"`, 'Check username and password.');
}

/** The authority for one registry: basic or bearer, as the registry asks; tokens are kept for each scope. */
export function authorityOf(settings: Settings): Authority {
  const known = new Map<string, Grant>();
  return {
    current: async (scope) => {
      const grant = known.get(scope);
      if (grant?.parameters !== undefined && settings.patience.clock.now() >= grant.renewAtMs)
        known.set(scope, await fetchToken(grant.parameters, scope, settings));
      return known.get(scope)?.header;
    },
    answer: async (header, scope, rejected) => {
      const before = known.get(scope);
      // Another request at the same time was challenged as well, and has the answer already.
      if (before?.header !== rejected) return;
      const challenge = parseChallenge(header);
      const bearer = challenge?.scheme === 'bearer';
      known.set(scope, bearer ? await fetchToken(challenge.parameters, scope, settings) : basicGrant(settings, before));
    },
  };
}
