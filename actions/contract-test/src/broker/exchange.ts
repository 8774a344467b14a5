import { oneLine } from '@slipway/contract';
import { Failure, type Problem } from '@slipway/failure';
import type { Ports } from '@slipway/runner';
import { followingRedirects, type HttpRequest, type HttpResponse, retrying } from '@slipway/system';
import { readBody } from '../answer-body.ts';
import type { Broker } from './broker.ts';

const TIMEOUT_MS = 30_000;
const ATTEMPTS = 4;
const LONGEST_REASON = 300;

/** One request to a broker. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: string;
  /** What is asked for, as a message names it: `the contracts of payment-service`. */
  readonly what: string;
}

const failure = (code: string, message: string, remedy: string): Failure => new Failure({ code, message, remedy });

/**
 * Throws when an address that the broker itself gave is on another server: the credentials belong to this one.
 *
 * A broker behind a proxy gives addresses that it was told, so a wrong one is mended there.
 */
export function insistOnHost(url: string, broker: Broker): void {
  const { origin, host } = new URL(broker.url);
  if (URL.canParse(url, broker.url) && new URL(url, broker.url).origin === origin) return;
  const other = URL.canParse(url) ? new URL(url).origin : 'an address that is none';
  const message = `The broker at ${host} sends us to ${other}, which gets no credentials and is not asked.`;
  throw failure('BROKER_OTHER_HOST', message, `Set the broker's own base URL (PACT_BROKER_BASE_URL) to ${origin}.`);
}

async function sendOnce({ method, url, body }: Question, broker: Broker, { http, cancelled }: Ports): Promise<HttpResponse> {
  const headers = {
    accept: 'application/hal+json, application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(broker.authorization !== undefined && { authorization: broker.authorization }),
  };
  const request = { method, headers, timeoutMs: TIMEOUT_MS, silenceMs: TIMEOUT_MS, signal: cancelled };
  const send = (to: string): Promise<HttpResponse> =>
    http.fetch({ ...request, url: to, ...(body !== undefined && { body }) } satisfies HttpRequest);
  return (await followingRedirects(url, method, send, (other) => insistOnHost(other, broker))).response;
}

/** Sends until there is an answer that another attempt would not change. */
async function send(question: Question, broker: Broker, ports: Ports): Promise<HttpResponse> {
  const patience = { clock: ports.clock, log: ports.log, signal: ports.cancelled, attempts: ATTEMPTS };
  try {
    return await retrying(() => sendOnce(question, broker, ports), patience);
  } catch (error) {
    const away = error instanceof Failure && error.code.startsWith('HTTP_');
    if (!away || ports.cancelled.aborted) throw error;
    const reason = error.problems[0]?.message ?? error.message;
    const remedy = 'Check "broker-url", and that this runner may reach it; or run again once the broker is well.';
    throw failure('BROKER_UNREACHABLE', `The broker did not give ${question.what}: ${reason}`, remedy);
  }
}

/** What the broker itself says of a refusal, in one line. */
function reasonOf(bytes: Uint8Array): string {
  const said = oneLine(Buffer.from(bytes).toString('utf8')).trim();
  return said === '' || said.startsWith('<') ? '' : ` It says: ${said.slice(0, LONGEST_REASON)}`;
}

function refusal({ what }: Question, { status, headers }: HttpResponse, bytes: Uint8Array, host: string): Problem | undefined {
  const type = headers['content-type'] ?? '';
  if (status === 200 && /\bjson\b/.test(type)) return undefined;
  const answer = status === 200 ? `${type || 'no content type'} instead of JSON` : String(status);
  const said = status === 200 ? '' : reasonOf(bytes);
  const problem = (code: string, remedy: string): Problem => {
    return { code, message: `The broker at ${host} answered with ${answer} when asked for ${what}.${said}`, remedy };
  };
  if (status === 401 || status === 403)
    return problem('BROKER_REFUSED', 'Give "broker-token", or "broker-username" and "broker-password", that may read it.');
  if (status === 404)
    return problem('BROKER_NOT_FOUND', 'Check "broker-url", and how the provider is spelt there; its consumers publish it.');
  if (status === 400 || status === 422)
    return problem('BROKER_QUESTION', 'Correct "consumer-version-selectors" or "provider-version-branch".');
  if (status === 429 || status >= 500) return problem('BROKER_UNAVAILABLE', 'Run again once the broker is well.');
  return problem('BROKER_ANSWER', 'Check "broker-url", and whether a proxy or a login page answers in its place.');
}

/**
 * Asks a broker, and insists on an answer of its own, in JSON. It is given as bytes: contracts keep the digits of their numbers.
 *
 * @throws Failure BROKER_UNREACHABLE, BROKER_REFUSED, BROKER_NOT_FOUND, BROKER_QUESTION, BROKER_UNAVAILABLE,
 *   BROKER_OTHER_HOST or BROKER_ANSWER (a login page, for one). None of these is ever taken for an answer without contracts.
 */
export async function ask(question: Question, broker: Broker, ports: Ports): Promise<Uint8Array> {
  const response = await send(question, broker, ports);
  const { host } = new URL(broker.url);
  const bytes = await readBody(response).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    const message = `The broker at ${host} did not give ${question.what}: ${error.problems[0]?.message}.`;
    throw failure('BROKER_ANSWER', message, 'Run again; if it stays so, look at the contract on the broker.');
  });
  const refused = refusal(question, response, bytes, host);
  if (refused === undefined) return bytes;
  throw new Failure(refused);
}
