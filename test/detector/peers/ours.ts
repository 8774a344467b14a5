import { dispersion, highest, placeboThreshold, placeboWindows, worseThan } from '@slipway/detector';
import { HISTORY_SECONDS, WATCH_SECONDS } from '../cell.ts';
import { looksOf, slicesOf } from '../slices.ts';
import type { Rule } from './rule.ts';

/** How the detector is calibrated: not at all, by the dispersion of the last half hour, or by the windows of a day. */
export type Calibration = 'none' | 'dispersion' | 'placebo';

const COMPARISON = { margin: 1.25, floor: 0.002 };

export function ourRule(name: string, calibration: Calibration, alpha = 0.01): Rule {
  return {
    name,
    decide(traffic, cell) {
      const looks = looksOf(cell);
      const promised = Math.log(1 / alpha);
      const phi = calibration === 'dispersion' ? dispersion(traffic.history) : 1;
      let threshold = promised;
      if (calibration === 'placebo') {
        const shape = { watch: WATCH_SECONDS / cell.scrape, history: HISTORY_SECONDS / cell.scrape };
        const maxima = placeboWindows(traffic.past, shape).map((window) => highest(window, worseThan(COMPARISON, looks.length)));
        threshold = Math.max(promised, placeboThreshold(maxima, alpha) ?? Number.POSITIVE_INFINITY);
      }
      const evidence = worseThan(COMPARISON, looks.length);
      const index = slicesOf(traffic, cell).findIndex((slice) => evidence.add(slice) / phi >= threshold);
      return index < 0 ? undefined : looks[index];
    },
  };
}
