/** What becomes of the share of errors when the new version takes over. */
export type Change =
  | { readonly kind: 'same' }
  | { readonly kind: 'times'; readonly by: number }
  | { readonly kind: 'points'; readonly by: number }
  | { readonly kind: 'outage' }
  /** Every answer takes so many times as long. */
  | { readonly kind: 'slower'; readonly by: number }
  /** One answer in ten takes a second more. */
  | { readonly kind: 'tail' };

/** One made-up situation, of which many watches are drawn. */
export interface Cell {
  readonly rps: number;
  /** Share of errors of the old version. */
  readonly base: number;
  readonly change: Change;
  /** Seconds after the rollout at which the change comes. */
  readonly onset: number;
  /** Seconds between scrapes. */
  readonly scrape: number;
  /** Seconds until a sample can be read. */
  readonly lag: number;
  /** How long a gamma multiplier of the share (coefficient of variation 0.5) is held, in seconds; 0 for none. */
  readonly burst: number;
  /** Whether all four new pods change, or one alone. */
  readonly pods: 'all' | 'one';
  /** Seconds after which one pod restarts and its counters begin anew; 0 for never. */
  readonly restart: number;
  /** Whether four neighbours are watched as well, which the change hits at the same moment. */
  readonly shared: boolean;
  /** Second of the watch from which on nothing can be seen. */
  readonly blindFrom: number;
  /** Whether response times are drawn and judged as well. */
  readonly timed: boolean;
}

export const WATCH_SECONDS = 300;
export const HISTORY_SECONDS = 1800;
export const PAST_SECONDS = 24 * 3600;
export const PODS = 4;

const PLAIN: Omit<Cell, 'rps' | 'base' | 'change'> = {
  ...{ onset: 0, scrape: 15, lag: 2, burst: 0, pods: 'all', restart: 0 },
  // JSON, in which cells are handed to other processes, has no infinity.
  ...{ shared: false, blindFrom: 1e9, timed: false },
};
const RATES = [1, 10, 100, 1000];
const BASES = [0, 0.001, 0.01, 0.05];
const SAME: Change = { kind: 'same' };
const OUTAGE: Change = { kind: 'outage' };
const times = (by: number): Change => ({ kind: 'times', by });
const slower = (by: number): Change => ({ kind: 'slower', by });
const points = (by: number): Change => ({ kind: 'points', by });

/** The share of errors that a change makes of a base share. */
export function changed(base: number, change: Change): number {
  switch (change.kind) {
    case 'same':
    case 'slower':
    case 'tail':
      return base;
    case 'times':
      return Math.min(1, base * change.by);
    case 'points':
      return Math.min(1, base + change.by);
    case 'outage':
      return 1;
  }
}

function grid(changes: readonly Change[], options: Partial<Cell> = {}): readonly Cell[] {
  return RATES.flatMap((rps) =>
    BASES.flatMap((base) =>
      changes
        .filter((change) => base > 0 || change.kind !== 'times')
        .map((change) => ({ ...PLAIN, ...options, rps, base, change })),
    ),
  );
}

/** Response times do not depend on the share of errors, so one share is enough. */
const timed = (changes: readonly Change[], options: Partial<Cell> = {}): readonly Cell[] =>
  grid(changes, { ...options, timed: true }).filter(({ base }) => base === 0.001);

const REGRESSIONS = [times(1.5), times(2), times(5), points(0.01), points(0.1), OUTAGE];

/** The situations by name; in the healthy ones any rollback is false. */
export const CELLS: Readonly<Record<string, readonly Cell[]>> = {
  'healthy/calm-15s': grid([SAME]),
  'healthy/calm-5s': grid([SAME], { scrape: 5 }),
  'healthy/burst-10s': grid([SAME], { burst: 10 }),
  'healthy/burst-60s': grid([SAME], { burst: 60 }),
  'healthy/drift-1.3': grid([times(1.3)]).filter(({ base }) => base > 0),
  'healthy/restart': grid([SAME], { restart: 90 }),
  'healthy/shared-incident': grid([points(0.1), OUTAGE], { shared: true, onset: 60 }),
  'healthy/blind-from-start': grid([OUTAGE], { blindFrom: 0 }),
  'healthy/blind-from-120s': grid([SAME], { blindFrom: 120 }),
  'healthy/timed': timed([SAME]),
  'healthy/timed-burst-60s': timed([SAME], { burst: 60 }),
  'bad/calm-15s': grid(REGRESSIONS),
  'bad/calm-5s': grid(REGRESSIONS, { scrape: 5 }),
  'bad/late-120s': grid([times(5), points(0.1), OUTAGE], { onset: 120 }),
  'bad/burst-10s': grid([times(2), times(5), points(0.1), OUTAGE], { burst: 10 }),
  'bad/burst-60s': grid([times(2), times(5), points(0.1), OUTAGE], { burst: 60 }),
  'bad/lag-30s': grid([points(0.1), OUTAGE], { lag: 30 }),
  'slower/calm-15s': timed([slower(1.25), slower(1.5), slower(2), { kind: 'tail' }]),
  'slower/late-120s': timed([slower(1.5), { kind: 'tail' }], { onset: 120 }),
  'healthy/one-pod-of-four': grid([OUTAGE], { pods: 'one' }),
};

/** A change as one reads it in a table. */
export function nameOfChange(change: Change): string {
  switch (change.kind) {
    case 'same':
      return 'x1';
    case 'times':
      return `x${change.by}`;
    case 'points':
      return `+${change.by * 100} points`;
    case 'outage':
      return 'outage';
    case 'slower':
      return `x${change.by} as slow`;
    case 'tail':
      return '10 % slower by 1 s';
  }
}

/** A cell as one reads it in a table. */
export function nameOf({ rps, base, change }: Cell): string {
  return `${rps} rps, ${base * 100} %, ${nameOfChange(change)}`;
}
