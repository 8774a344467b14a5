import { flagIn } from './edit.ts';
import type { FlagFile } from './flag-file.ts';
import { percentageOf } from './percentage.ts';

/** Where a flag stands: whether it is on at all, and the share of users, from 0 to 100, who get a variant then. */
export interface Standing {
  readonly on: boolean;
  readonly share: number;
  /** Whose share it is, where variants have names. */
  readonly variant?: string;
}

const DIGITS = 1e6;

/**
 * Where a flag of a file stands.
 *
 * @param variant whose share is meant; the first one's by default
 * @throws Failure FLAG_ABSENT, FLAG_WITHOUT_PERCENTAGE, FLAG_SHARES.
 */
export function standingOf(file: FlagFile, key: string, variant?: string): Standing {
  const flag = flagIn(file, key);
  const { chosen, other } = percentageOf(key, flag, file, variant);
  const whole = chosen.weight + other.weight;
  const share = whole === 0 ? 0 : Math.round((chosen.weight / whole) * 100 * DIGITS) / DIGITS;
  return { on: flag.state === 'ENABLED', share, ...(chosen.variant !== undefined && { variant: chosen.variant }) };
}

/** Whether a flag stands in both alike. */
export const sameStanding = (one: Standing, other: Standing): boolean => one.on === other.on && one.share === other.share;
