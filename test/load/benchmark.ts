import { chanceOf } from '../detector/chance.ts';
import { draw } from './draw.ts';
import type { Rule } from './rules.ts';
import type { Scene } from './scene.ts';

/** What a rule told of the releases of one scene. */
export interface Score {
  readonly rule: string;
  readonly runs: number;
  /** How many it called bad. */
  readonly alarms: number;
  /** How many it could not tell of, which stops a release as well. */
  readonly untold: number;
}

/** Draws the loads of a scene and has every rule judge each of them. */
export function play(scene: Scene, rules: readonly Rule[], { runs, seed }: { runs: number; seed: number }): readonly Score[] {
  const counts = rules.map(() => ({ alarms: 0, untold: 0 }));
  for (let index = 0; index < runs; index += 1) {
    const drawn = draw(scene, chanceOf(seed * 1_000_003 + index));
    for (const [place, rule] of rules.entries()) {
      const told = rule.decide(drawn);
      const count = counts[place] as (typeof counts)[number];
      if (told === 'bad') count.alarms += 1;
      if (told === 'untold') count.untold += 1;
    }
  }
  return rules.map(({ name }, place) => ({ rule: name, runs, alarms: 0, untold: 0, ...counts[place] }));
}
