/** What was counted in a slice of time: how many, and how many of them were bad. */
export interface Count {
  readonly total: number;
  readonly bad: number;
}

/** One slice of a watch: what the new version served, and what it is compared with. */
export interface Slice {
  readonly fresh: Count;
  /** Served by the old version: at the same time, or in a slice of the past that was paired with this one beforehand. */
  readonly reference: Count;
}

/** Nothing counted. */
export const NOTHING: Count = { total: 0, bad: 0 };

/** Two counts together. */
export function plus(a: Count, b: Count): Count {
  return { total: a.total + b.total, bad: a.bad + b.bad };
}

/** All counts together. */
export function totalOf(counts: readonly Count[]): Count {
  return counts.reduce(plus, NOTHING);
}

/** The share that is bad; 0 when nothing was counted. */
export function shareOf({ total, bad }: Count): number {
  return total > 0 ? bad / total : 0;
}

/**
 * Cuts a history into as many parts as a watch has looks, so that each look has its own part to be compared with.
 *
 * Which part that is depends on nothing that is seen in the watch, and must not: else the bound on false alarms is gone.
 */
export function paired(history: readonly Count[], looks: number): readonly Count[] {
  return Array.from({ length: looks }, (_, look) =>
    totalOf(history.slice(Math.floor((look * history.length) / looks), Math.floor(((look + 1) * history.length) / looks))),
  );
}
