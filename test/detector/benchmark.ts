import type { Cell } from './cell.ts';
import { chanceOf } from './chance.ts';
import type { Rule } from './peers/index.ts';
import { draw } from './traffic.ts';

/** What a rule did in the watches of one cell. */
export interface Score {
  readonly rule: string;
  readonly runs: number;
  readonly rollbacks: number;
  /** Seconds from the onset to the rollback, in order. */
  readonly delays: readonly number[];
}

/** Draws the watches of a cell and has every rule decide on each of them. */
export function play(cell: Cell, rules: readonly Rule[], { runs, seed }: { runs: number; seed: number }): readonly Score[] {
  const withPast = rules.some(({ name }) => name.includes('placebo'));
  const delays = rules.map((): number[] => []);
  for (let run = 0; run < runs; run += 1) {
    const traffic = draw(cell, chanceOf(seed * 1_000_003 + run), withPast);
    for (const [index, rule] of rules.entries()) {
      const at = rule.decide(traffic, cell);
      if (at !== undefined) delays[index]?.push(at - cell.onset);
    }
  }
  return rules.map(({ name }, index) => {
    const own = (delays[index] ?? []).toSorted((a, b) => a - b);
    return { rule: name, runs, rollbacks: own.length, delays: own };
  });
}

/** The interval of 95 % for a share (Wilson, 1927). */
export function wilson(hits: number, runs: number): readonly [low: number, high: number] {
  const z = 1.959963984540054;
  const [share, factor] = [hits / runs, 1 + z ** 2 / runs];
  const centre = (share + z ** 2 / (2 * runs)) / factor;
  const half = (z / factor) * Math.sqrt((share * (1 - share)) / runs + z ** 2 / (4 * runs ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** The value that a share of the values lies at or below; NaN when there is none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
