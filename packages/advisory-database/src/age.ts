import type { Problem } from '@slipway/failure';
import type { Database } from './database.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** An archive keeps the local time of its maker, who may be a day ahead of this machine. */
const AHEAD_MAX_MS = DAY_MS;

const shown = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** How old a database is, in milliseconds; never below zero. */
export const ageMs = ({ madeAt }: Pick<Database, 'madeAt'>, now: number): number => Math.max(0, now - madeAt);

/**
 * What is wrong with the age of a database: DATABASE_STALE when it is older than the limit, DATABASE_FUTURE when it says to
 * be made after today, which no limit on its age could judge.
 *
 * @param maxAgeMs no limit when undefined
 */
export function ageProblem(database: Pick<Database, 'madeAt' | 'id'>, now: number, maxAgeMs?: number): Problem | undefined {
  const { madeAt, id } = database;
  if (madeAt > now + AHEAD_MAX_MS) {
    const message = `The database ${id} says to be of ${shown(madeAt)} UTC, and it is ${shown(now)}.`;
    return { code: 'DATABASE_FUTURE', message, remedy: "Check the runner's clock, and where the database comes from." };
  }
  if (maxAgeMs === undefined || ageMs(database, now) <= maxAgeMs) return undefined;
  const hours = (ms: number): string => `${Math.floor(ms / HOUR_MS)} h`;
  const message = `The database ${id} is of ${shown(madeAt)} UTC, ${hours(ageMs(database, now))} old; the limit is ${hours(maxAgeMs)}.`;
  return { code: 'DATABASE_STALE', message, remedy: 'Fetch it again, or raise the limit if it cannot be newer.' };
}
