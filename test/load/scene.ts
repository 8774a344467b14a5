import { type Change, nameOfChange } from '../detector/cell.ts';

/** One made-up service and what a release does to it, of which many loads are drawn. */
export interface Scene {
  /** Requests a second, for a minute. */
  readonly rate: number;
  /** Share of errors before the release. */
  readonly base: number;
  readonly change: Change;
  /** The share of the measured time after which the change comes. */
  readonly onset: number;
  /** How long the service is faster or slower than usual before it changes its mind, in seconds; 0 for never. */
  readonly burst: number;
  /** By how much whole runs differ in their latencies, as the deviation of the logarithm: other runners, other neighbours. */
  readonly unrest: number;
  /** By what share each release is slower than the one before it, the new one as well. */
  readonly creep: number;
}

const RATES = [5, 20, 100];
const PLAIN = { base: 0.001, onset: 0, burst: 0, unrest: 0, creep: 0 };
const SAME: Change = { kind: 'same' };
const slower = (by: number): Change => ({ kind: 'slower', by });
const points = (by: number): Change => ({ kind: 'points', by });

const grid = (changes: readonly Change[], options: Partial<Scene> = {}): readonly Scene[] =>
  changes.flatMap((change) => RATES.map((rate) => ({ ...PLAIN, ...options, change, rate })));

const WORSE = [slower(1.25), slower(1.5), slower(2), points(0.01), points(0.05), { kind: 'tail' } as const];

/** The situations by name; in the healthy ones any alarm is false. */
export const SCENES: Readonly<Record<string, readonly Scene[]>> = {
  'healthy/calm': grid([SAME]),
  'healthy/no errors': grid([SAME], { base: 0 }),
  'healthy/burst-2s': grid([SAME], { burst: 2 }),
  'healthy/burst-10s': grid([SAME], { burst: 10 }),
  'healthy/runs-differ-5%': grid([SAME], { unrest: 0.05 }),
  'healthy/runs-differ-15%': grid([SAME], { unrest: 0.15 }),
  'healthy/creeping-2%': grid([SAME], { creep: 0.02 }),
  'healthy/slower-within-limit': grid([slower(1.15)]),
  'healthy/few': grid([SAME])
    .map((scene) => ({ ...scene, rate: 1 }))
    .slice(0, 1),
  'bad/calm': grid(WORSE),
  'bad/late': grid(WORSE, { onset: 0.5 }),
  'bad/burst-10s': grid(WORSE, { burst: 10 }),
  'bad/runs-differ-5%': grid(WORSE, { unrest: 0.05 }),
  'bad/few': grid(WORSE)
    .filter(({ rate }) => rate === 5)
    .map((scene) => ({ ...scene, rate: 1 })),
};

/** A scene as one reads it in a table. */
export function nameOf({ rate, change }: Scene): string {
  return `${rate} rps, ${nameOfChange(change)}`;
}
