import { worseThan } from '@slipway/detector';
import { WatchJudge, type WatchPolicy } from '@slipway/rollout';
import { type Cell, WATCH_SECONDS } from '../cell.ts';
import { seenAt } from '../samples.ts';
import { looksOf, slicesOf } from '../slices.ts';
import type { Rule } from './rule.ts';

const COMPARISON = { historyMs: 1_800_000, margin: 1.25, floor: 0.002 };
/** How much longer than its time a watch waits for samples. */
const LATE_SECONDS = 120;

/** The action's defaults, but for the limit of a service that runs at it: whoever runs at 5 % sets another one. */
function policyOf({ scrape, base, timed }: Cell): WatchPolicy {
  return {
    ...{ durationMs: WATCH_SECONDS * 1000, intervalMs: scrape * 1000, lateMs: LATE_SECONDS * 1000 },
    ...{ errorRateMax: Math.max(0.05, 4 * base), minRequests: 50, falseRollbackMax: 0.01, comparison: COMPARISON },
    ...(timed && { slowerDecides: true }),
  };
}

/** The judge of the action, asked at each look as the action asks it. */
export function judgeRule(name: string, withDay: boolean): Rule {
  return {
    name,
    decide(traffic, cell) {
      const judge = new WatchJudge(policyOf(cell));
      const seen = seenAt(traffic, cell, withDay);
      for (let at = cell.scrape; at <= WATCH_SECONDS + LATE_SECONDS; at += cell.scrape) {
        const { state } = judge.judge(seen(at));
        if (state === 'regressed' || state === 'slower') return at;
        if (state !== 'watching') return undefined;
      }
      return undefined;
    },
  };
}

/** The evidence alone, not calibrated: what the benchmark must find fault with. */
export function bareRule(name: string, alpha = 0.01): Rule {
  return {
    name,
    decide(traffic, cell) {
      const looks = looksOf(cell);
      const evidence = worseThan(COMPARISON, looks.length);
      const index = slicesOf(traffic, cell).findIndex((slice) => evidence.add(slice) >= Math.log(1 / alpha));
      return index < 0 ? undefined : looks[index];
    },
  };
}
