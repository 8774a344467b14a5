/** Answers by how long they took: milliseconds and how many, ascending. */
export type Latencies = readonly (readonly [ms: number, count: number])[];

/** The percentiles that are told and compared. */
export type Percent = 50 | 95 | 99;

/** All of them, ascending. */
export const PERCENTS: readonly Percent[] = [50, 95, 99];

const DIGITS = 3;

/** Milliseconds as they are kept: rounded up to whole ones, and from a second on to three digits, which is off by 1 % at most. */
export function rounded(ms: number): number {
  const whole = Math.max(0, Math.ceil(ms));
  const unit = 10 ** Math.max(0, String(whole).length - DIGITS);
  return Math.ceil(whole / unit) * unit;
}

/** Several lots of answers as one. */
export function merged(lots: readonly Latencies[]): Latencies {
  const counts = new Map<number, number>();
  for (const [ms, count] of lots.flat()) counts.set(ms, (counts.get(ms) ?? 0) + count);
  return [...counts].sort(([a], [b]) => a - b);
}

/** How many answers there are. */
export function countOf(latencies: Latencies): number {
  return latencies.reduce((sum, [, count]) => sum + count, 0);
}

/** The least time that at least `percent` of the answers do not exceed (nearest rank); NaN of none. */
export function percentileOf(latencies: Latencies, percent: number): number {
  let left = Math.max(1, Math.ceil((percent / 100) * countOf(latencies)));
  for (const [ms, count] of latencies) {
    left -= count;
    if (left <= 0) return ms;
  }
  return Number.NaN;
}

/** How many answers took longer. */
export function slowerThan(latencies: Latencies, limitMs: number): number {
  return countOf(latencies.filter(([ms]) => ms > limitMs));
}
