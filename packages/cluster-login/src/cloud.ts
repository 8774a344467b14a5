import { Failure, type Problem } from '@slipway/failure';
import { type Clock, type Http, type HttpRequest, type HttpResponse, type Log, retrying } from '@slipway/system';

/** What a log-in needs of the world. */
export interface CloudPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly cancelled: AbortSignal;
  /** A variable of the step. */
  environment(name: string): string | undefined;
}

/** A token, and until when it is taken. */
export interface CloudToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresMs: number;
}

/** Where a cluster's API server is. */
export interface Endpoint {
  readonly server: string;
  /** PEM. */
  readonly ca: string;
  /** Whether the provider says that it is reached from its own network only. */
  readonly isPrivate: boolean;
}

/** A way into a managed cluster. */
export interface CloudLogin {
  /** The cluster as it is told in messages. */
  readonly cluster: string;
  endpoint(): Promise<Endpoint>;
  /** A new token each time. */
  token(): Promise<CloudToken>;
}

const TIMEOUT_MS = 15_000;
const ATTEMPTS = 4;

/** A problem with a log-in as a Failure. */
export function loginFailure(code: string, message: string, remedy: string): Failure {
  const problem: Problem = { code, message, remedy };
  return new Failure(problem);
}

/** Asks a service of a cloud, again when it is in trouble. */
export async function askCloud(service: string, request: HttpRequest, ports: CloudPorts): Promise<HttpResponse> {
  const { http, clock, log, cancelled } = ports;
  const send = (): Promise<HttpResponse> => http.fetch({ ...request, timeoutMs: TIMEOUT_MS, signal: cancelled });
  try {
    return await retrying(send, { clock, log, signal: cancelled, attempts: ATTEMPTS });
  } catch (error) {
    if (!(error instanceof Failure) || cancelled.aborted) throw error;
    const remedy = 'Check that this runner may reach it: a proxy or a firewall may be in between.';
    throw loginFailure('CLOUD_UNREACHABLE', `${service} could not be asked: ${error.message}`, remedy);
  }
}

/** The JSON of an answer; what is none is an empty one, for whoever reads it to miss what it needs. */
export async function jsonOf(response: HttpResponse): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

/** The value at a path of keys; undefined where there is none. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string | number, unknown>>)[key] : undefined,
    value,
  );
}

/** The text at a path of keys; empty where there is none. */
export function textAt(value: unknown, ...keys: readonly (string | number)[]): string {
  const found = at(value, ...keys);
  return typeof found === 'string' ? found : '';
}

/** An answer that lacks what its documentation promises. */
export function strangeAnswer(service: string, what: string): Failure {
  const remedy = 'If a proxy stands in between, look at what it answers.';
  return loginFailure('CLOUD_ANSWER_STRANGE', `${service} answered without ${what}.`, remedy);
}

/** The body of a form. */
export const formOf = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();

/** A certificate authority in base64, as clouds give it; the error says whose it is. */
export function pemOf(base64: string, service: string): string {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw strangeAnswer(service, "the cluster's certificate authority");
  return text;
}
