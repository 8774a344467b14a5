import { join } from 'node:path';
import { quantile, type Score, wilson } from '../../test/detector/benchmark.ts';
import { type Cell, CELLS, nameOf } from '../../test/detector/cell.ts';
import type { Order } from '../../test/detector/main.ts';
import { rulesFor } from '../../test/detector/peers/index.ts';
import type { Figure } from './figure.ts';
import { percent, played, sideBySide } from './played.ts';

const MAIN = join(import.meta.dirname, '../../test/detector/main.ts');
/** Another seed than that of the tests, which the detector was made with. */
const SEED = 20_261;

/** How often each kind of rule is played in a cell. */
interface Runs {
  readonly ours: number;
  readonly peers: number;
  /** Each draws a whole day before it, so there are fewer, and in bursts alone, which it is for. */
  readonly placebo: number;
}

const BAD: Runs = { ours: 200, peers: 200, placebo: 60 };
const HEALTHY: Runs = { ours: 1000, peers: 400, placebo: 200 };
/** Where a rate is not near the promise, or a run is slow. */
const FEWER: Runs = { ours: 400, peers: 200, placebo: 0 };
const FEWER_RUNS = ['shared-incident', 'one-pod-of-four', 'blind-from-start', 'blind-from-120s', 'calm-5s'];

function runsOf(group: string, { burst }: Cell): Runs {
  const runs = !group.startsWith('healthy/') ? BAD : FEWER_RUNS.some((name) => group.endsWith(name)) ? FEWER : HEALTHY;
  return burst > 0 ? runs : { ...runs, placebo: 0 };
}

interface Task {
  readonly group: string;
  readonly cell: Cell;
  readonly order: Order;
}

const kindOf = (rule: string): keyof Runs => (rule.includes('placebo') ? 'placebo' : rule === 'ours' ? 'ours' : 'peers');

function tasksOf(group: string, cell: Cell): readonly Task[] {
  const byKind = Object.groupBy(
    rulesFor(cell).map(({ name }) => name),
    kindOf,
  );
  return Object.entries(runsOf(group, cell)).flatMap(([kind, runs]) => {
    const rules = byKind[kind as keyof Runs] ?? [];
    return runs === 0 || rules.length === 0 ? [] : [{ group, cell, order: { cells: [cell], rules, runs, seed: SEED } }];
  });
}

function figureOf({ group, cell }: Task, { rule, runs, rollbacks, delays }: Score): Figure {
  const [low, high] = wilson(rollbacks, runs);
  const missed = group.startsWith('healthy/') ? '' : `; missed ${percent(1 - rollbacks / runs)}`;
  const delay =
    delays.length === 0 ? '' : `; delay ${quantile(delays, 0.5).toFixed(0)} s, p90 ${quantile(delays, 0.9).toFixed(0)} s`;
  return {
    bench: 'watch',
    name: `${group}, ${nameOf(cell)}: ${rule}`,
    value: (rollbacks / runs) * 100,
    unit: '% rolled back',
    note: `${runs} runs, 95 %: ${percent(low)} to ${percent(high)}${missed}${delay}`,
  };
}

/** How often each rule rolls back in drawn watches, and when: false in the healthy cells, right in the others. */
export async function watch(): Promise<readonly Figure[]> {
  const tasks = Object.entries(CELLS).flatMap(([group, cells]) => cells.flatMap((cell) => tasksOf(group, cell)));
  const figures = await sideBySide(tasks, async (task) => {
    const [scores = []] = (await played(MAIN, task.order)) as readonly (readonly Score[])[];
    return scores.map((score) => figureOf(task, score));
  });
  return figures.flat();
}
