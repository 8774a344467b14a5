import { play, quantile, type Score, wilson } from '../../test/detector/benchmark.ts';
import { type Cell, CELLS, nameOf } from '../../test/detector/cell.ts';
import { RULES, type Rule } from '../../test/detector/peers/index.ts';
import type { Figure } from './figure.ts';

/** Another seed than that of the tests, which the detector was made with. */
const SEED = 20_261;
const HEALTHY_RUNS = 1000;
const BAD_RUNS = 200;
/** Each run of a placebo draws a whole day before it, so there are fewer, and in bursts alone, which it is for. */
const PLACEBO_RUNS = 100;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function figureOf(group: string, cell: Cell, { rule, runs, rollbacks, delays }: Score): Figure {
  const [low, high] = wilson(rollbacks, runs);
  const delay =
    delays.length === 0 ? '' : `; delay ${quantile(delays, 0.5).toFixed(0)} s, p90 ${quantile(delays, 0.9).toFixed(0)} s`;
  return {
    bench: 'watch',
    name: `${group}, ${nameOf(cell)}: ${rule}`,
    value: (rollbacks / runs) * 100,
    unit: '% rolled back',
    note: `${runs} runs, 95 %: ${percent(low)} to ${percent(high)}${delay}`,
  };
}

function scoresOf(group: string, cell: Cell): readonly Score[] {
  const isPlacebo = ({ name }: Rule): boolean => name.includes('placebo');
  const runs = group.startsWith('healthy/') ? HEALTHY_RUNS : BAD_RUNS;
  const [slow, fast] = [RULES.filter(isPlacebo), RULES.filter((rule) => !isPlacebo(rule))];
  const placebo = cell.burst > 0 ? play(cell, slow, { runs: PLACEBO_RUNS, seed: SEED }) : [];
  return [...play(cell, fast, { runs, seed: SEED }), ...placebo];
}

/** How often each rule rolls back in drawn watches, and when: false in the healthy cells, right in the others. */
export async function watch(): Promise<readonly Figure[]> {
  return Object.entries(CELLS).flatMap(([group, cells]) =>
    cells.flatMap((cell) => scoresOf(group, cell).map((score) => figureOf(group, cell, score))),
  );
}
