// About as long as an attempt takes on a hosted server: a shorter wait mostly ends in the same crowd.
const FIRST_MS = 1500;
const LONGEST_MS = 5000;

/**
 * How long to wait after a failed attempt, in milliseconds.
 *
 * The whole wait is drawn ("full jitter"): writers that failed together and wait a fixed time fail together again.
 *
 * @param attempt from 1
 * @param random from 0 to 1
 */
export function waitMs(attempt: number, random: number): number {
  return Math.round(random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10)));
}
