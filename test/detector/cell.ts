/** What becomes of the share of errors when the new version takes over. */
export type Change =
  | { readonly kind: 'same' }
  | { readonly kind: 'times'; readonly by: number }
  | { readonly kind: 'points'; readonly by: number }
  | { readonly kind: 'outage' };

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
}

export const WATCH_SECONDS = 300;
export const HISTORY_SECONDS = 1800;
export const PAST_SECONDS = 24 * 3600;
export const PODS = 4;

const PLAIN: Omit<Cell, 'rps' | 'base' | 'change'> = { onset: 0, scrape: 15, lag: 2, burst: 0, pods: 'all', restart: 0 };
const RATES = [1, 10, 100, 1000];
const BASES = [0, 0.001, 0.01, 0.05];
const SAME: Change = { kind: 'same' };
const OUTAGE: Change = { kind: 'outage' };
const times = (by: number): Change => ({ kind: 'times', by });
const points = (by: number): Change => ({ kind: 'points', by });

/** The share of errors that a change makes of a base share. */
export function changed(base: number, change: Change): number {
  switch (change.kind) {
    case 'same':
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

const REGRESSIONS = [times(1.5), times(2), times(5), points(0.01), points(0.1), OUTAGE];

/** The situations by name; in the healthy ones any rollback is false. */
export const CELLS: Readonly<Record<string, readonly Cell[]>> = {
  'healthy/calm-15s': grid([SAME]),
  'healthy/calm-5s': grid([SAME], { scrape: 5 }),
  'healthy/burst-10s': grid([SAME], { burst: 10 }),
  'healthy/burst-60s': grid([SAME], { burst: 60 }),
  'healthy/drift-1.3': grid([times(1.3)]).filter(({ base }) => base > 0),
  'healthy/restart': grid([SAME], { restart: 90 }),
  'bad/calm-15s': grid(REGRESSIONS),
  'bad/calm-5s': grid(REGRESSIONS, { scrape: 5 }),
  'bad/late-120s': grid([times(5), points(0.1), OUTAGE], { onset: 120 }),
  'bad/burst-10s': grid([times(2), times(5), points(0.1), OUTAGE], { burst: 10 }),
  'bad/burst-60s': grid([times(2), times(5), points(0.1), OUTAGE], { burst: 60 }),
  'bad/lag-30s': grid([points(0.1), OUTAGE], { lag: 30 }),
  'pod/one-of-four': grid([OUTAGE], { pods: 'one' }),
};

/** A cell as one reads it in a table. */
export function nameOf({ rps, base, change }: Cell): string {
  const what = {
    same: 'x1',
    times: `x${'by' in change ? change.by : ''}`,
    points: `+${'by' in change ? change.by * 100 : ''} points`,
  };
  return `${rps} rps, ${base * 100} %, ${change.kind === 'outage' ? 'outage' : what[change.kind]}`;
}
