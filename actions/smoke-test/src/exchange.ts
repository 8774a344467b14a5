import { Failure } from '@slipway/failure';
import type { Ports } from '@slipway/runner';
import { type Answer, fill, fillText, type SuiteRequest, type Trouble, type Values } from '@slipway/smoke';
import type { HttpRequest, HttpResponse } from '@slipway/system';
import { expiryOf } from './expiry.ts';
import { namedFor } from './naming.ts';
import { troubleOf } from './trouble.ts';

/** How requests are sent. */
export interface Line {
  readonly base: string;
  readonly timeoutMs: number;
  /** Certificates of the authorities to trust, PEM; those of Node when absent. */
  readonly ca?: string;
  readonly ports: Ports;
}

/** What became of one sending. */
export type Attempt =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'unanswered'; readonly trouble?: Trouble; readonly message: string };

type Hop = Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'>;

function bodyOf({ body }: SuiteRequest, values: Values): { readonly text?: string; readonly type?: string } {
  if (body === undefined) return {};
  if ('text' in body) return { text: fillText(body.text, values) };
  if ('json' in body) return { text: JSON.stringify(fill(body.json, values)), type: 'application/json' };
  const fields = Object.entries(body.form).map(([name, value]): [string, string] => [name, fillText(value, values)]);
  return { text: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}

/** The first hop of a request, its placeholders filled. */
function firstHop(base: string, request: SuiteRequest, values: Values): Hop {
  const query = Object.entries(request.query).map(([name, value]): [string, string] => [name, fillText(value, values)]);
  const path = fillText(request.path, values, encodeURIComponent);
  const separator = path.includes('?') ? '&' : '?';
  const { text, type } = bodyOf(request, values);
  const named = Object.entries(request.headers).map(([name, value]) => [name, fillText(value, values)]);
  return {
    method: request.method,
    url: base + path + (query.length > 0 ? separator + new URLSearchParams(query).toString() : ''),
    headers: { ...(type !== undefined && { 'content-type': type }), ...Object.fromEntries(named) },
    ...(text !== undefined && { body: text }),
  };
}

/** Where an answer leads, as the Fetch standard has it; what credentials a request has stay with their server. */
function nextHop(hop: Hop, { status, headers }: HttpResponse): Hop | undefined {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined || !URL.canParse(location, hop.url)) return undefined;
  const url = new URL(location, hop.url);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const getNow = (status === 303 && hop.method !== 'HEAD') || (status < 303 && hop.method === 'POST');
  const elsewhere = url.origin !== new URL(hop.url).origin;
  if (elsewhere && !getNow && hop.body !== undefined) return undefined;
  const kept = Object.entries(hop.headers ?? {}).filter(([name]) => !elsewhere && !(getNow && /^content-/i.test(name)));
  const carried = Object.fromEntries(kept);
  return getNow ? { method: 'GET', url: url.href, headers: carried } : { ...hop, url: url.href, headers: carried };
}

/** An answer's body may stall or be cut off after its headers, and only the reader notices. */
async function readBody(response: HttpResponse, limit: AbortSignal, timeoutMs: number): Promise<Uint8Array> {
  try {
    return await response.bytes();
  } catch (cause) {
    const message = limit.aborted ? `the answer did not end within ${timeoutMs} ms` : 'the answer was cut off in its body';
    throw new Failure({ code: limit.aborted ? 'HTTP_TIMEOUT' : 'ANSWER_CUT_OFF', message }, { cause });
  }
}

async function exchange(request: SuiteRequest, values: Values, line: Line): Promise<Answer> {
  const { base, ca, ports } = line;
  const timeoutMs = request.timeoutMs ?? line.timeoutMs;
  const started = ports.clock.now();
  const limit = AbortSignal.any([ports.cancelled, AbortSignal.timeout(timeoutMs)]);
  const options = {
    ...{ timeoutMs, signal: limit },
    ...(request.expect.tls && { ownConnection: true }),
    ...(ca !== undefined && { tls: { ca } }),
  };
  const redirects: string[] = [];
  let hop = firstHop(base, request, values);
  let response = await ports.http.fetch({ ...hop, ...options });
  for (let next = nextHop(hop, response); next && redirects.length < request.follow; next = nextHop(hop, response)) {
    await readBody(response, limit, timeoutMs);
    redirects.push(next.url);
    hop = next;
    response = await ports.http.fetch({ ...hop, ...options });
  }
  const body = await readBody(response, limit, timeoutMs);
  const { status, headers, certificates = [] } = response;
  const ms = ports.clock.now() - started;
  const named = await namedFor(request, values, line);
  return { status, headers, body, ms, redirects, certificates, ...(named && { named }) };
}

/** Sends a request once and follows it as far as it says. Throws only when the run is cancelled, or for a defect. */
export async function attempt(request: SuiteRequest, values: Values, line: Line): Promise<Attempt> {
  try {
    return { kind: 'answered', answer: await exchange(request, values, line) };
  } catch (error) {
    if (line.ports.cancelled.aborted) throw error;
    const told = troubleOf(error);
    if (told === undefined) throw error;
    const expiry = request.expect.tls === undefined ? '' : await expiryOf(error, line);
    return { kind: 'unanswered', ...told, message: told.message + expiry };
  }
}
