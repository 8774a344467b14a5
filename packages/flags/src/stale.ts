import type { Flag } from './flag-file.ts';
import { cohortOf, shareIn } from './population.ts';
import type { Reference } from './reference.ts';

/** Why a flag may go. */
export type Staleness =
  | { readonly kind: 'settled'; readonly variant: string; readonly days: number }
  | { readonly kind: 'unreferenced' }
  | { readonly kind: 'expired'; readonly on: string };

/** What is known of a flag. */
export interface FlagFacts {
  readonly key: string;
  readonly flag: Flag;
  /** When its definition was last changed, in milliseconds since the Unix epoch; undefined when that is not known. */
  readonly changedAt: number | undefined;
  readonly references: readonly Reference[];
  readonly now: number;
  /** After how many days of one value for everybody it counts as settled. */
  readonly settledDays: number;
}

const DAY_MS = 86_400_000;

/** Why a flag is stale, every reason; a kill switch is meant to lie still, and only its day counts. */
export function stalenessOf({ key, flag, changedAt, references, now, settledDays }: FlagFacts): readonly Staleness[] {
  const found: Staleness[] = [];
  const { type, expires } = flag.metadata ?? {};
  if (expires !== undefined && Date.parse(String(expires)) + DAY_MS < now) found.push({ kind: 'expired', on: String(expires) });
  if (type === 'kill-switch' || type === 'permission') return found;
  const cohort = cohortOf(key, flag);
  const settled = [...new Set(cohort)].find((variant) => shareIn(cohort, variant) === 1);
  const days = changedAt === undefined ? 0 : Math.floor((now - changedAt) / DAY_MS);
  if (settled !== undefined && days >= settledDays) found.push({ kind: 'settled', variant: settled, days });
  if (references.length === 0) found.push({ kind: 'unreferenced' });
  return found;
}
