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
  /** How often one request is sent at most; five times unless told. */
  readonly attempts?: number;
  /** The clock's time after which nothing is sent or waited for. */
  readonly deadlineMs?: number;
  /** From 0 to 1; spreads the waits of many jobs that were refused at the same moment. */
  readonly random?: () => number;
}

function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** Whether trying again may help: no answer, a server in trouble, or one that asks for time. */
export function isPassing(result: HttpResponse | Failure): boolean {
  if (result instanceof Failure) return result.code === 'HTTP_UNREACHABLE' || result.code === 'HTTP_TIMEOUT';
  return [408, 429, 500, 502, 503, 504].includes(result.status);
}

/** Sends once; a Failure is a result, not a throw. */
export async function attempt(send: () => Promise<HttpResponse>): Promise<HttpResponse | Failure> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** How long to wait after a passing trouble: what the server asks for, else a random share of a doubling time ("full jitter"). */
function waitMs(result: HttpResponse | Failure, count: number, { clock, random = Math.random }: Patience): number {
  const asked = result instanceof Failure ? undefined : retryAfterMs(result.headers['retry-after'], clock.now());
  return asked ?? Math.round(random() * FIRST_WAIT_MS * 2 ** (count - 1));
}

function timeOver(what: string): Failure {
  const remedy = 'Run again, what is there already is not sent twice; or allow more time with "timeout".';
  return new Failure({
    code: 'REGISTRY_TIME_OVER',
    message: `The time for the registry is over; the last answer was: ${what}`,
    remedy,
  });
}

/** How long a request may take that must not outlive the deadline. */
export function remainingMs({ clock, deadlineMs }: Patience, wanted: number): number {
  return deadlineMs === undefined ? wanted : Math.max(1, Math.min(wanted, deadlineMs - clock.now()));
}

/**
 * Sends until there is an answer that is not a passing trouble, a few times at most.
 *
 * Each try calls `send` anew, so a body that streams is opened again. Retry-After is honoured up to a minute.
 *
 * @throws Failure REGISTRY_TIME_OVER when the next try would come after the deadline.
 */
export async function retrying(send: () => Promise<HttpResponse>, patience: Patience): Promise<HttpResponse> {
  const { clock, log, signal, attempts = ATTEMPTS, deadlineMs = Infinity } = patience;
  for (let count = 1; ; count++) {
    const result = await attempt(send);
    const wait = waitMs(result, count, patience);
    const last = count === attempts || wait > LONGEST_WAIT_MS || signal?.aborted === true;
    if (!isPassing(result) || last) {
      if (result instanceof Failure) throw result;
      return result;
    }
    // An unread body would keep its connection busy.
    if (!(result instanceof Failure)) await result.bytes();
    const what = result instanceof Failure ? (result.problems[0]?.message ?? result.message) : `status ${result.status}.`;
    if (clock.now() + wait > deadlineMs) throw timeOver(what);
    log.debug(`Try ${count} of ${attempts}: ${what} Waiting ${wait} ms.`);
    await clock.sleep(wait, signal);
  }
}
