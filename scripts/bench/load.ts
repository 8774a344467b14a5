import { join } from 'node:path';
import { wilson } from '../../test/detector/benchmark.ts';
import type { Score } from '../../test/load/benchmark.ts';
import type { Order } from '../../test/load/main.ts';
import { RULES } from '../../test/load/rules.ts';
import { nameOf, type Scene, SCENES } from '../../test/load/scene.ts';
import type { Figure } from './figure.ts';
import { percent, played, sideBySide } from './played.ts';

const MAIN = join(import.meta.dirname, '../../test/load/main.ts');
/** Another seed than that of the tests. */
const SEED = 20_262;
/** How many releases are drawn of a scene: more where the promise is to be held against them. */
const RUNS = { healthy: 400, bad: 100 } as const;

interface Task {
  readonly group: string;
  readonly scene: Scene;
}

const isHealthy = (group: string): boolean => group.startsWith('healthy/');

function figureOf({ group, scene }: Task, { rule, runs, alarms, untold }: Score): Figure {
  const [low, high] = wilson(alarms, runs);
  const missed = isHealthy(group) ? '' : `; missed ${percent(1 - (alarms + untold) / runs)}`;
  const unsure = untold === 0 ? '' : `; could not tell ${percent(untold / runs)}`;
  return {
    bench: 'load',
    name: `${group}, ${nameOf(scene)}: ${rule}`,
    value: (alarms / runs) * 100,
    unit: '% failed',
    note: `${runs} runs, 95 %: ${percent(low)} to ${percent(high)}${unsure}${missed}`,
  };
}

/** How often each rule fails a drawn release under load: falsely in the healthy scenes, rightly in the others. */
export async function load(): Promise<readonly Figure[]> {
  const tasks = Object.entries(SCENES).flatMap(([group, scenes]) => scenes.map((scene): Task => ({ group, scene })));
  const rules = RULES.map(({ name }) => name);
  const figures = await sideBySide(tasks, async (task) => {
    const runs = isHealthy(task.group) ? RUNS.healthy : RUNS.bad;
    const order: Order = { scenes: [task.scene], rules, runs, seed: SEED };
    const [scores = []] = (await played(MAIN, order)) as readonly (readonly Score[])[];
    return scores.map((score) => figureOf(task, score));
  });
  return figures.flat();
}
