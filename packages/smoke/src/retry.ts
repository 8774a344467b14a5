/** What may be tried again: nobody listens, the connection broke, no answer in time, no such name, a gateway in trouble. */
export const TROUBLES = ['refused', 'reset', 'timeout', 'dns', 502, 503, 504] as const;

/** A named class of trouble that may pass. */
export type Trouble = (typeof TROUBLES)[number];

/** Which troubles are tried again, and for how long all the trying may take. */
export interface Retry {
  readonly on: readonly Trouble[];
  /** Milliseconds, spent by waiting and by the tries after the first. */
  readonly withinMs: number;
}

/** Asks anew until what is expected holds, for something that becomes true later. */
export interface Until {
  readonly withinMs: number;
  readonly everyMs: number;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** How long to wait before the next try: it doubles from a quarter of a second to five. @param tries how many there were */
export function waitMs(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
}

/** What a suite's own rule says of a request that may have had its effect: only what was surely not received is sent again. */
const NOT_RECEIVED: readonly Trouble[] = ['refused', 'dns'];

/**
 * Whether a trouble may be tried again.
 *
 * A request's own rule is taken as it is. The suite's rule never sends a POST or PATCH twice that may have been received
 * (RFC 9110, 9.2.2: they are not idempotent).
 */
export function mayRetry(
  trouble: Trouble,
  { method, retry }: { readonly method: string; readonly retry?: Retry },
  suite: Retry | undefined,
): boolean {
  if (retry !== undefined) return retry.on.includes(trouble);
  const repeatable = !['POST', 'PATCH'].includes(method) || NOT_RECEIVED.includes(trouble);
  return repeatable && (suite?.on.includes(trouble) ?? false);
}

/** The trouble that a status stands for; undefined of an answer that is one. */
export function troubleOfStatus(status: number): Trouble | undefined {
  return TROUBLES.find((trouble) => trouble === status);
}
