import { type Cell, WATCH_SECONDS } from '../cell.ts';
import { ask, failureRate } from '../prometheus.ts';
import type { Rule } from './rule.ts';

/** The home-made rule: at each scrape, the share of errors over the last minute against a limit. */
export function thresholdRule(name: string, limit: (cell: Cell) => number): Rule {
  return {
    name,
    decide(traffic, cell) {
      for (let at = cell.scrape; at <= WATCH_SECONDS; at += cell.scrape) {
        const rate = failureRate(ask(traffic, cell, at, 60));
        if (rate !== undefined && rate > limit(cell)) return at;
      }
      return undefined;
    },
  };
}
