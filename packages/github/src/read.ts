import { type Refusal, tellRefusal } from './refusal.ts';

/**
 * What was read from GitHub, or why nothing was.
 *
 * `absent` is what GitHub says of what is not there and of what the token may not know of; `unreachable` is everything that
 * may be over at the next attempt.
 */
export type ReadOutcome<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'unread'; readonly cause: 'absent' | 'refused' | 'unreachable'; readonly reason: string };

function causeOf({ status }: Refusal): 'absent' | 'refused' | 'unreachable' {
  if (status === 404 || status === 409 || status === 410 || status === 422) return 'absent';
  return status === 401 || status === 403 ? 'refused' : 'unreachable';
}

/** What a reading came to that GitHub refused for good. */
export function unread(refusal: Refusal): ReadOutcome<never> {
  return { kind: 'unread', cause: causeOf(refusal), reason: `${tellRefusal(refusal)}.` };
}
