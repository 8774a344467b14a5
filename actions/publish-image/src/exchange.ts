import { Failure } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';
import type { HttpRequest, HttpResponse } from '@slipway/system';

/** Where the run's identity is exchanged for a password, and for what. */
export interface Exchange {
  /** Address of the token server. */
  readonly url: string;
  /** For whom the identity token is made out. */
  readonly audience: string;
  readonly scope?: string;
}

type World = Pick<Ports, 'http' | 'log' | 'cancelled'>;

function failure(code: string, message: string, remedy: string): Failure {
  return new Failure({ code, message, remedy });
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function send({ http, cancelled }: World, request: HttpRequest): Promise<HttpResponse> {
  return http.fetch({ ...request, signal: cancelled });
}

/**
 * The run's identity, made out to an audience and signed by GitHub.
 *
 * https://docs.github.com/en/actions/reference/security/oidc
 */
async function identityToken(audience: string, world: World, { environment }: RunContext): Promise<string> {
  const [url, token] = [environment('ACTIONS_ID_TOKEN_REQUEST_URL'), environment('ACTIONS_ID_TOKEN_REQUEST_TOKEN')];
  const remedy = 'Give the job the permission "id-token: write"; the pull requests of forks never have it.';
  if (url === undefined || token === undefined) throw failure('OIDC_UNAVAILABLE', 'This job has no identity of its own.', remedy);
  const address = new URL(url);
  address.searchParams.set('audience', audience);
  const response = await send(world, { url: address.href, headers: { authorization: `bearer ${token}` } });
  const { value } = fieldsOf(await response.text());
  if (response.status === 200 && typeof value === 'string') return value;
  throw failure('OIDC_UNAVAILABLE', `GitHub gave the job no identity (status ${response.status}).`, remedy);
}

/**
 * Exchanges the run's identity for a password of the registries, as RFC 8693 has it (section 2.1 the request, 2.2 the answer).
 *
 * @throws Failure OIDC_UNAVAILABLE when the job has no identity, TOKEN_EXCHANGE_REFUSED when the server does not take it.
 */
export async function exchangeIdentity({ url, audience, scope }: Exchange, world: World, context: RunContext): Promise<string> {
  const identity = await identityToken(audience, world, context);
  world.log.mask(identity);
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    audience,
    ...(scope !== undefined && { scope }),
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    subject_token: identity,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const response = await send(world, { method: 'POST', url, headers, body: form.toString() });
  const { access_token: password, error = '', error_description: why = '' } = fieldsOf(await response.text());
  if (response.status === 200 && typeof password === 'string') {
    world.log.mask(password);
    return password;
  }
  // Only what the protocol defines is shown: the rest of an answer may hold what was sent.
  const said = [error, why].filter((text) => typeof text === 'string' && text !== '').join(': ');
  const message = `${new URL(url).host} did not take the identity of this job (status ${response.status}${said === '' ? '' : `, ${said.replaceAll(identity, '***').slice(0, 200)}`}).`;
  throw failure(
    'TOKEN_EXCHANGE_REFUSED',
    message,
    'Check "token-audience", and what the token server demands of repository, branch and workflow.',
  );
}

/** What is wrong with the address of a token server; nothing when an identity may be sent there. */
export function exchangeProblem(
  url: string,
): { readonly code: string; readonly message: string; readonly remedy: string } | undefined {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  if (protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')) return undefined;
  const message = `"${url.slice(0, 120)}" is not an address that the job's identity may be sent to.`;
  return { code: 'TOKEN_EXCHANGE_MALFORMED', message, remedy: 'Give the whole address of the token server, with https://.' };
}
