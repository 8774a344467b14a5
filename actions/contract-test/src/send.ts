import { Failure } from '@slipway/failure';
import type { Ports } from '@slipway/runner';
import type { HttpRequest } from '@slipway/system';
import { BODY_MAX_BYTES, readBody } from './answer-body.ts';
import { decodedBody } from './content-encoding.ts';
import type { Target } from './target.ts';

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Sends one request to the provider or what stands beside it; the time that it may take is that of the whole answer. */
export async function send(request: HttpRequest, { timeoutMs }: Target, { http, cancelled }: Ports): Promise<Answer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await http.fetch({ ...request, timeoutMs, signal: AbortSignal.any([cancelled, timeout]) });
    const body = decodedBody(await readBody(response), response.headers['content-encoding'], BODY_MAX_BYTES);
    return { status: response.status, headers: response.headers, body };
  } catch (cause) {
    // Both clocks run out at once, and whichever is first, it is no cancellation.
    if (cause instanceof Failure || cancelled.aborted || !timeout.aborted) throw cause;
    const message = `${new URL(request.url).origin} did not answer within ${timeoutMs} ms.`;
    throw new Failure({ code: 'HTTP_TIMEOUT', message, remedy: 'Check that it is up, or raise "request-timeout".' }, { cause });
  }
}
