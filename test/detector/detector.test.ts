import { describe, expect, it } from '@jest/globals';
import { play, quantile, type Score, wilson } from './benchmark.ts';
import { type Cell, CELLS, nameOf } from './cell.ts';
import { ourRule } from './peers/ours.ts';

const RUNS = 200;
const SEED = 7;
const DISPERSION = ourRule('ours, dispersion', 'dispersion');

const cellsOf = (group: string, keep: (cell: Cell) => boolean = () => true): readonly Cell[] => (CELLS[group] ?? []).filter(keep);

function scoreOf(cell: Cell): Score {
  const [score] = play(cell, [DISPERSION], { runs: RUNS, seed: SEED });
  if (score === undefined) throw new Error('no score');
  return score;
}

/** Seconds until the first sample of all pods can be read, and a look after it. */
const firstSight = ({ scrape, lag }: Cell): number => scrape + lag + scrape;

describe('the detector, in 200 drawn watches a cell', () => {
  const healthy = ['healthy/calm-15s', 'healthy/burst-10s', 'healthy/burst-60s', 'healthy/drift-1.3', 'healthy/restart'];
  it.each(healthy.flatMap((group) => cellsOf(group).map((cell) => [group, nameOf(cell), cell] as const)))(
    'in %s, %s, rolls back no more than promised',
    (_, __, cell) => {
      const { rollbacks } = scoreOf(cell);
      // That the true share is 1 % or less is not denied at 95 %.
      expect(wilson(rollbacks, RUNS)[0]).toBeLessThanOrEqual(0.01);
    },
  );

  it.each(
    cellsOf('bad/calm-15s', ({ change, rps }) => change.kind === 'outage' && rps >= 10).map(
      (cell) => [nameOf(cell), cell] as const,
    ),
  )('rolls back every outage at once: %s', (_, cell) => {
    const { rollbacks, delays } = scoreOf(cell);
    expect(rollbacks).toBe(RUNS);
    expect(quantile(delays, 1)).toBeLessThanOrEqual(firstSight(cell));
  });

  it.each(
    cellsOf('bad/calm-15s', ({ change, rps }) => change.kind === 'points' && change.by === 0.1 && rps >= 10).map(
      (cell) => [nameOf(cell), cell] as const,
    ),
  )('sees ten points more within a minute: %s', (_, cell) => {
    const { rollbacks, delays } = scoreOf(cell);
    expect(rollbacks / RUNS).toBeGreaterThanOrEqual(0.98);
    expect(quantile(delays, 0.5)).toBeLessThanOrEqual(60);
  });

  it.each(
    cellsOf('bad/late-120s', ({ change, rps }) => change.kind === 'outage' && rps >= 10).map(
      (cell) => [nameOf(cell), cell] as const,
    ),
  )('sees an outage that comes two minutes later: %s', (_, cell) => {
    expect(scoreOf(cell).rollbacks).toBe(RUNS);
  });
});

describe('the same without calibration', () => {
  it('breaks its promise on bursts, so the cells above can fail', () => {
    const [cell] = cellsOf('healthy/burst-60s', ({ rps, base }) => rps === 1000 && base === 0.05);
    const [score] = play(cell as Cell, [ourRule('ours, not calibrated', 'none')], { runs: 50, seed: SEED });
    expect((score?.rollbacks ?? 0) / 50).toBeGreaterThan(0.5);
  });
});

describe('calibrated by the windows of a day', () => {
  it('keeps its promise on bursts and sees five times the errors', () => {
    const rule = [ourRule('ours, placebo', 'placebo')];
    const [same] = cellsOf('healthy/burst-60s', ({ rps, base }) => rps === 100 && base === 0.01);
    const [worse] = cellsOf(
      'bad/burst-60s',
      ({ rps, base, change }) => rps === 100 && base === 0.01 && change.kind === 'times' && change.by === 5,
    );
    expect(wilson(play(same as Cell, rule, { runs: RUNS, seed: SEED })[0]?.rollbacks ?? RUNS, RUNS)[0]).toBeLessThanOrEqual(0.01);
    expect(play(worse as Cell, rule, { runs: 50, seed: SEED })[0]?.rollbacks).toBeGreaterThanOrEqual(48);
  });
});
