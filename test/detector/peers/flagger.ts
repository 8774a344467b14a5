import { type Cell, WATCH_SECONDS } from '../cell.ts';
import { ask, successRate } from '../prometheus.ts';
import type { Rule } from './rule.ts';

/** How Flagger's analysis is set. */
export interface FlaggerShape {
  /** Seconds between ticks. */
  readonly interval: number;
  /** Failed checks at which it rolls back. */
  readonly threshold: number;
  readonly minimum: (cell: Cell) => number;
}

/**
 * Flagger's loop over the answers of its metric: no answer, NaN and a breach each count one; the count is never reset, and
 * it is compared at the start of the next tick. Returns the number of the tick that rolls back, from 1.
 */
export function flaggerTick(answers: readonly (number | undefined)[], threshold: number, minimum: number): number | undefined {
  let failed = 0;
  for (const [index, answer] of answers.entries()) {
    if (failed >= threshold) return index + 1;
    if (answer === undefined || Number.isNaN(answer) || answer < minimum) failed += 1;
  }
  return undefined;
}

export function flaggerRule(name: string, { interval, threshold, minimum }: FlaggerShape): Rule {
  return {
    name,
    decide(traffic, cell) {
      const ticks = Array.from({ length: Math.floor(WATCH_SECONDS / interval) }, (_, index) => (index + 1) * interval);
      const answers = ticks.map((at) => successRate(ask(traffic, cell, at, 60)));
      const tick = flaggerTick(answers, threshold, minimum(cell));
      return tick === undefined ? undefined : tick * interval;
    },
  };
}
