import { Failure } from '@slipway/failure';
import type { Clock } from './clock.ts';
import { drain } from './drain.ts';
import type { HttpResponse } from './http.ts';
import type { Log } from './log.ts';

const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
/** A server that asks for more than this is one the job should not wait for. */
const LONGEST_WAIT_MS = 60_000;

/** What retrying needs from the world. */
export interface Patience {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
  /** How often one request is sent at most; five times unless told. */
  readonly attempts?: number;
  /** From 0 to 1; spreads the waits of many jobs that were refused at the same moment. */
  readonly random?: () => number;
}

function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** Whether trying again may help: no answer, a server in trouble, or one that asks for time. */
function isPassing(result: HttpResponse | Failure): boolean {
  if (result instanceof Failure) return result.code === 'HTTP_UNREACHABLE' || result.code === 'HTTP_TIMEOUT';
  return [408, 429, 500, 502, 503, 504].includes(result.status);
}

/** A Failure is a result, not a throw. */
function asResult(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** How long to wait after a passing trouble: what the server asks for, else a random share of a doubling time ("full jitter"). */
function waitMs(result: HttpResponse | Failure, count: number, { clock, random = Math.random }: Patience): number {
  const asked = result instanceof Failure ? undefined : retryAfterMs(result.headers['retry-after'], clock.now());
  return asked ?? Math.round(random() * FIRST_WAIT_MS * 2 ** (count - 1));
}

/**
 * Sends until there is an answer that is not a passing trouble, a few times at most.
 *
 * Each try calls `send` anew, so a body that streams is opened again. Retry-After is honoured up to a minute.
 *
 * @param beforeWait is told how long is waited next and what the last answer was; by throwing it ends the trying
 * @throws Failure of the last try when it had no answer.
 */
export async function retrying(
  send: () => Promise<HttpResponse>,
  patience: Patience,
  beforeWait?: (waitMs: number, last: string) => void,
): Promise<HttpResponse> {
  const { clock, log, signal, attempts = ATTEMPTS } = patience;
  for (let count = 1; ; count++) {
    const result = await send().catch(asResult);
    const wait = waitMs(result, count, patience);
    const last = count === attempts || wait > LONGEST_WAIT_MS || signal?.aborted === true;
    if (!isPassing(result) || last) {
      if (result instanceof Failure) throw result;
      return result;
    }
    if (!(result instanceof Failure)) await drain(result);
    const what = result instanceof Failure ? (result.problems[0]?.message ?? result.message) : `status ${result.status}.`;
    beforeWait?.(wait, what);
    log.debug(`Try ${count} of ${attempts}: ${what} Waiting ${wait} ms.`);
    await clock.sleep(wait, signal);
  }
}
