import { concurrently } from '@slipway/system';
import { userName } from '../population.ts';
import type { EvaluationContext, Ofrep } from './client.ts';
import { hasFeature } from './evaluation.ts';

/** Whom a server is asked for. */
export interface Population {
  readonly users: number;
  /** What of their context tells them apart. */
  readonly drawnBy: string;
  /** What is the same for all of them. */
  readonly context: EvaluationContext;
}

/** Who has a feature, user by user. */
export type Measured = readonly boolean[];

const AT_ONCE = 8;

/** Asks a server for each of some made-up users whether they have a feature. Rejects as `evaluate` does. */
export async function measureCohort(
  server: Ofrep,
  flag: string,
  variant: string | undefined,
  { users, drawnBy, context }: Population,
): Promise<Measured> {
  const all = Array.from({ length: users }, (_, user) => user);
  return concurrently(AT_ONCE, all, async (user) =>
    hasFeature(await server.evaluate(flag, { ...context, targetingKey: userName(user), [drawnBy]: userName(user) }), variant),
  );
}

/** The share of the users who have it, from 0 to 1. */
export const shareOfMeasured = (measured: Measured): number => measured.filter(Boolean).length / Math.max(1, measured.length);

/** How many users had the feature, and how many of them have it no more; users are the same in both. */
export function lostBetween(before: Measured, after: Measured): { readonly had: number; readonly lost: number } {
  const had = before.filter(Boolean).length;
  return { had, lost: before.filter((each, user) => each && after[user] !== true).length };
}

/** Of a hundred thousand measurements of what is right, some six are further off than this many standard deviations. */
const DEVIATIONS = 4;

/**
 * Whether a measured share is what was set, as far as a draw of so many users can tell: within four standard deviations of a
 * binomial draw, and one user for the rounding of the hash.
 *
 * @param measured from 0 to 1
 * @param wanted from 0 to 1
 * @param users how many were asked
 */
export function isShare(measured: number, wanted: number, users: number): boolean {
  if (wanted <= 0 || wanted >= 1) return measured === wanted;
  return Math.abs(measured - wanted) <= DEVIATIONS * Math.sqrt((wanted * (1 - wanted)) / users) + 1 / users;
}
