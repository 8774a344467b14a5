import { Failure } from '@slipway/failure';
import type { Clock, HttpResponse, Log } from '@slipway/system';

const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
/** A registry that asks for more than this is one the job should not wait for. */
const LONGEST_WAIT_MS = 60_000;

/** What retrying needs from the world. */
export interface Patience {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
}

function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function passing(result: HttpResponse | Failure): boolean {
  if (result instanceof Failure) return result.code === 'HTTP_UNREACHABLE' || result.code === 'HTTP_TIMEOUT';
  return [408, 429, 500, 502, 503, 504].includes(result.status);
}

async function attempt(send: () => Promise<HttpResponse>): Promise<HttpResponse | Failure> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/**
 * Sends until there is an answer that is not a passing trouble, at most five times.
 *
 * Each try calls `send` anew, so a body that streams is opened again. Retry-After is honoured up to a minute.
 */
export async function retrying(send: () => Promise<HttpResponse>, { clock, log, signal }: Patience): Promise<HttpResponse> {
  for (let count = 1; ; count++) {
    const result = await attempt(send);
    const wait =
      (result instanceof Failure ? undefined : retryAfterMs(result.headers['retry-after'], clock.now())) ??
      FIRST_WAIT_MS * 2 ** (count - 1);
    const last = count === ATTEMPTS || wait > LONGEST_WAIT_MS || signal?.aborted === true;
    if (!passing(result) || last) {
      if (result instanceof Failure) throw result;
      return result;
    }
    // An unread body would keep its connection busy.
    if (!(result instanceof Failure)) await result.bytes();
    const what = result instanceof Failure ? result.message : `status ${result.status}`;
    log.debug(`Try ${count} of ${ATTEMPTS}: ${what}; waiting ${wait} ms.`);
    await clock.sleep(wait, signal);
  }
}
