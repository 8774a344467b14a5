import { Failure } from '@slipway/failure';
import type { Http, HttpRequest } from '@slipway/system';

/** How a flag server is asked. */
export interface FlagServer {
  /** What messages call it. */
  readonly name: string;
  readonly base: string;
  readonly token: { reveal(): string };
}

const TIMEOUT_MS = 15_000;

function wordsIn(text: string): string {
  try {
    const { message, details } = JSON.parse(text) as { message?: string; details?: readonly { message?: string }[] };
    return [message, ...(details ?? []).map((each) => each.message)].filter(Boolean).join('; ') || text.slice(0, 200);
  } catch {
    return text.slice(0, 200);
  }
}

function refusal({ name, base }: FlagServer, status: number, text: string, what: string): Failure {
  const told = `${name} at ${base} answered ${status} when asked to ${what}: ${wordsIn(text)}`;
  if (status === 401)
    return new Failure({
      code: 'FLAGS_UNAUTHORISED',
      message: told,
      remedy: 'Give a token that is valid now as "server-token".',
    });
  if (status === 403)
    return new Failure({
      code: 'FLAGS_FORBIDDEN',
      message: told,
      remedy: 'Let the token change flags of this project and environment.',
    });
  if (status === 404)
    return new Failure({ code: 'FLAG_ABSENT', message: told, remedy: 'Check "flag", "project" and "environment".' });
  return new Failure({ code: status >= 500 ? 'FLAGS_UNREACHABLE' : 'FLAGS_REFUSED', message: told });
}

/** One request to a flag server; the body of its answer. Rejects with FLAGS_UNAUTHORISED, FLAGS_FORBIDDEN, FLAG_ABSENT, FLAGS_REFUSED or FLAGS_UNREACHABLE. */
export async function askServer(
  server: FlagServer,
  http: Http,
  what: string,
  request: Pick<HttpRequest, 'method'> & { readonly path: string; readonly body?: unknown; readonly contentType?: string },
): Promise<unknown> {
  const { method = 'GET', path, body, contentType = 'application/json' } = request;
  const response = await http
    .fetch({
      method,
      url: `${server.base.replace(/\/+$/, '')}${path}`,
      timeoutMs: TIMEOUT_MS,
      headers: {
        accept: 'application/json',
        authorization: server.token.reveal(),
        ...(body !== undefined && { 'content-type': contentType }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    .catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      const message = `${server.name} cannot be reached: ${error.message}`;
      throw new Failure({ code: 'FLAGS_UNREACHABLE', message, remedy: 'Check "server".' }, { cause: error });
    });
  const text = await response.text();
  if (response.status >= 300) throw refusal(server, response.status, text, what);
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refusal(server, response.status, `no JSON but ${text.slice(0, 60)}`, what);
  }
}
