import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { wilson } from '../detector/benchmark.ts';
import type { Score } from './benchmark.ts';
import { mannWhitney } from './rules.ts';
import { nameOf, type Scene, SCENES } from './scene.ts';

const SEED = 7;
const MINUTES_MS = 120_000;
const MAIN = join(import.meta.dirname, 'main.ts');
const TEXTBOOK = 'Mann-Whitney and Fisher, 5 %';

interface Played {
  readonly name: string;
  readonly scores: readonly Score[];
}

/** Has scenes played in a process of its own, all of them once and the same for each rule. */
function played(group: RegExp, keep: (scene: Scene) => boolean, rules: readonly string[], runs: number): readonly Played[] {
  const chosen = Object.entries(SCENES).flatMap(([name, scenes]) =>
    group.test(name) ? scenes.filter(keep).map((scene) => ({ name: `${name}, ${nameOf(scene)}`, scene })) : [],
  );
  expect(chosen.length).toBeGreaterThan(0);
  const input = JSON.stringify({ rules, runs, seed: SEED, scenes: chosen.map(({ scene }) => scene) });
  const out = execFileSync(process.execPath, ['--conditions=source', MAIN], { input, encoding: 'utf8' });
  const scores = JSON.parse(out) as readonly (readonly Score[])[];
  return chosen.map(({ name }, index) => ({ name, scores: scores[index] ?? [] }));
}

/** Between which shares the share of false alarms of a rule lies with 95 %, over all scenes together. */
function falseAlarms(all: readonly Played[], rule: string): readonly [low: number, high: number] {
  const own = all.flatMap(({ scores }) => scores.filter((score) => score.rule === rule));
  const [alarms, runs] = own.reduce(([a, n], score) => [a + score.alarms, n + score.runs], [0, 0]);
  expect(runs).toBeGreaterThanOrEqual(160);
  return wilson(alarms, runs);
}

describe('the judge of a load, on drawn releases', () => {
  test(
    'fails no more good ones than it promises, where a test of a textbook fails more',
    () => {
      // A service that creeps or is slower within the limit is good by the limit, and only ours knows of one.
      const same = played(/^healthy\/(calm|no|burst|runs)/, ({ rate }) => rate === 5 || rate === 20, ['ours', TEXTBOOK], 14);
      expect(falseAlarms(same, 'ours')[0]).toBeLessThanOrEqual(0.01);
      expect(falseAlarms(same, TEXTBOOK)[0]).toBeGreaterThan(0.05);
    },
    MINUTES_MS,
  );

  test('fails none that is slower within what is allowed, and lets none pass of which there is too little to tell', () => {
    const [slower] = played(/^healthy\/slower/, ({ rate }) => rate === 20, ['ours'], 15);
    expect(slower?.scores).toEqual([{ rule: 'ours', runs: 15, alarms: 0, untold: 0 }]);
    const [few] = played(/^healthy\/few/, () => true, ['ours'], 15);
    expect(few?.scores).toEqual([{ rule: 'ours', runs: 15, alarms: 0, untold: 15 }]);
  }, 60_000);

  test(
    'finds twice the latencies, five points more errors and a slow tail at 20 requests a second',
    () => {
      const plain = ({ rate, change }: Scene): boolean => {
        if (rate !== 20 || change.kind === 'tail') return rate === 20;
        return (change.kind === 'slower' && change.by === 2) || (change.kind === 'points' && change.by === 0.05);
      };
      const all = played(/^bad\/calm/, plain, ['ours'], 10);
      expect(all.map(({ name, scores }) => [name, scores[0]?.alarms])).toEqual([
        ['bad/calm, 20 rps, x2 as slow', 10],
        ['bad/calm, 20 rps, +5 points', 10],
        ['bad/calm, 20 rps, 10 % slower by 1 s', 10],
      ]);
    },
    MINUTES_MS,
  );
});

test('the statistic of Mann and Whitney is that of the textbook', () => {
  const first = [1, 2, 3].map((ms): [number, number] => [ms, 1]);
  const second = [4, 5, 6].map((ms): [number, number] => [ms, 1]);
  expect(mannWhitney(first, second)).toBeCloseTo(-4.5 / Math.sqrt(5.25), 12);
  expect(mannWhitney(second, first)).toBeCloseTo(4.5 / Math.sqrt(5.25), 12);
  // 1 1 2 against 1 2 2, by hand: rank sum 9, and two ties of three.
  expect(
    mannWhitney(
      [
        [1, 2],
        [2, 1],
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ),
  ).toBeCloseTo(-1.5 / Math.sqrt(0.75 * (7 - 48 / 30)), 12);
});
