import type { Refused } from './outcome.ts';

/** Why a request was not taken. */
export interface Refusal {
  /** Absent when no answer came at all. */
  readonly status?: number;
  readonly message: string;
  /** Response headers, with names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 120_000;
/** What GitHub asks for when a secondary limit's answer names no time. */
const LIMIT_PAUSE_MS = 60_000;

function isLimit({ status, message, headers }: Refusal): boolean {
  if (status === 429) return true;
  const told = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
  return status === 403 && (told || /rate limit/i.test(message));
}

/** How long GitHub asks to be left alone, in milliseconds; undefined when no limit was reached. */
export function limitMs(refusal: Refusal, now: number): number | undefined {
  return isLimit(refusal) ? limitPause(refusal, now) : undefined;
}

function limitPause({ headers }: Refusal, now: number): number {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  if (seconds >= 0) return seconds * 1000;
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
  return headers['x-ratelimit-remaining'] === '0' && reset > 0 ? Math.max(0, reset - now) : LIMIT_PAUSE_MS;
}

/**
 * How long to wait before the request is sent again.
 *
 * @param attempt counts from 1, and is the one that was just refused.
 * @returns undefined when another attempt would be refused as well, would come too late, or was the last.
 */
export function pauseAfter(refusal: Refusal, attempt: number, now: number): number | undefined {
  if (attempt >= ATTEMPTS) return undefined;
  const limit = limitMs(refusal, now);
  if (limit !== undefined) return limit <= LONGEST_PAUSE_MS ? limit : undefined;
  const passing = refusal.status === undefined || refusal.status >= 500;
  return passing ? FIRST_PAUSE_MS * 2 ** (attempt - 1) : undefined;
}

/** The refusal in words. */
export function tellRefusal({ status, message }: Refusal): string {
  const text = message.trim().replace(/\.$/, '');
  return status === undefined ? text : `GitHub answered ${status}: ${text}`;
}

/** What a write came to that was refused for good. */
export function outcomeOfRefusal(refusal: Refusal): Refused {
  const message = `${tellRefusal(refusal)}.`;
  const { status } = refusal;
  const failed = (code: string, remedy: string): Refused => ({ kind: 'failed', problem: { code, message, remedy } });
  if (isLimit(refusal)) return failed('GITHUB_RATE_LIMITED', 'Run the job again once the limit is over.');
  if (status === 403 && /resource not accessible by/i.test(refusal.message)) return { kind: 'not-permitted', reason: message };
  if (status === undefined) return failed('GITHUB_UNREACHABLE', 'Check GITHUB_API_URL and that this runner may reach it.');
  if (status >= 500) return failed('GITHUB_UNAVAILABLE', 'Run the job again once GitHub is well.');
  if (status === 401) return failed('GITHUB_REFUSED', 'Give the token of the run, and give it while the job runs.');
  return failed('GITHUB_REFUSED', 'Check the repository, the commit and what the token may do.');
}
