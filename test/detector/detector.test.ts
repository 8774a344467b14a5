import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { quantile, type Score, wilson } from './benchmark.ts';
import { type Cell, CELLS, nameOf } from './cell.ts';

const SEED = 7;
const RUNS = 200;
const MINUTES_MS = 300_000;
const MAIN = join(import.meta.dirname, 'main.ts');

interface Played {
  readonly name: string;
  readonly cell: Cell;
  readonly score: Score;
}

/** Has cells played in a process of its own. */
function played(groups: readonly string[], keep: (cell: Cell) => boolean, rule = 'ours', runs = RUNS): readonly Played[] {
  const chosen = groups.flatMap((group) =>
    (CELLS[group] ?? []).filter(keep).map((cell) => ({ name: `${group}, ${nameOf(cell)}`, cell })),
  );
  const order = JSON.stringify({ rules: [rule], runs, seed: SEED, cells: chosen.map(({ cell }) => cell) });
  const out = execFileSync(process.execPath, ['--conditions=source', MAIN], { input: order, encoding: 'utf8' });
  const scores = (JSON.parse(out) as readonly (readonly Score[])[]).map(([score]) => score);
  expect(scores).toHaveLength(chosen.length);
  expect(chosen.length).toBeGreaterThan(0);
  return chosen.map((each, index) => ({ ...each, score: scores[index] as Score }));
}

/** Those whose true share of rollbacks is over what was promised, at 95 %. */
const broken = (all: readonly Played[]): readonly string[] =>
  all.filter(({ score }) => wilson(score.rollbacks, score.runs)[0] > 0.01).map(({ name }) => name);

/** Seconds until the first sample of all pods can be read, and a look after it. */
const firstSight = ({ scrape, lag }: Cell): number => scrape + lag + scrape;
const outage = ({ change, rps }: Cell): boolean => change.kind === 'outage' && rps >= 10;

describe('the detector, in 200 drawn watches a cell', () => {
  it.each([
    ...['healthy/calm-15s', 'healthy/burst-10s', 'healthy/burst-60s', 'healthy/drift-1.3', 'healthy/restart'],
    'healthy/timed',
  ])(
    'rolls back no more than promised: %s',
    (group) => {
      expect(broken(played([group], () => true))).toEqual([]);
    },
    MINUTES_MS,
  );

  it.each(['healthy/shared-incident', 'healthy/one-pod-of-four'])(
    'blames no release for what is not its own: %s',
    (group) => {
      expect(broken(played([group], () => true, 'ours', 50))).toEqual([]);
    },
    MINUTES_MS,
  );

  it(
    'rolls back nothing when it is blind',
    () => {
      const acted = played(['healthy/blind-from-start', 'healthy/blind-from-120s'], () => true, 'ours', 50).filter(
        ({ score }) => score.rollbacks > 0,
      );
      expect(acted.map(({ name }) => name)).toEqual([]);
    },
    MINUTES_MS,
  );

  it(
    'sees answers that take half as long again, or a tail of a second, from 10 requests a second on',
    () => {
      const clear = ({ change, rps }: Cell): boolean =>
        rps >= 10 && (change.kind === 'tail' || (change.kind === 'slower' && change.by >= 1.5));
      const missed = played(['slower/calm-15s'], clear).filter(
        ({ score }) => score.rollbacks / RUNS < 0.95 || quantile(score.delays, 0.5) > 90,
      );
      expect(missed.map(({ name, score }) => `${name}: ${score.rollbacks}`)).toEqual([]);
    },
    MINUTES_MS,
  );

  it(
    'rolls back every outage at once',
    () => {
      const late = played(['bad/calm-15s'], outage).filter(
        ({ cell, score }) => score.rollbacks < RUNS || quantile(score.delays, 1) > firstSight(cell),
      );
      expect(late.map(({ name }) => name)).toEqual([]);
    },
    MINUTES_MS,
  );

  it(
    'sees an outage that comes two minutes later',
    () => {
      const missed = played(['bad/late-120s'], outage).filter(({ score }) => score.rollbacks < RUNS);
      expect(missed.map(({ name }) => name)).toEqual([]);
    },
    MINUTES_MS,
  );

  it(
    'sees ten points more within a minute',
    () => {
      const points = ({ change, rps }: Cell): boolean => change.kind === 'points' && change.by === 0.1 && rps >= 10;
      const missed = played(['bad/calm-15s'], points).filter(
        ({ score }) => score.rollbacks / RUNS < 0.98 || quantile(score.delays, 0.5) > 60,
      );
      expect(missed.map(({ name }) => name)).toEqual([]);
    },
    MINUTES_MS,
  );
});

describe('the same without calibration', () => {
  it('breaks its promise on bursts, so the cells above can fail', () => {
    const loud = ({ rps, base }: Cell): boolean => rps === 1000 && base === 0.05;
    expect(broken(played(['healthy/burst-60s'], loud, 'evidence alone, not calibrated', 50))).toHaveLength(1);
  });
});

describe('calibrated by the windows of a day', () => {
  const cell = ({ rps, base }: Cell): boolean => rps === 100 && base === 0.01;

  it(
    'keeps its promise on bursts and sees five times the errors',
    () => {
      expect(broken(played(['healthy/burst-60s'], cell, 'ours, placebo'))).toEqual([]);
      const worse = played(
        ['bad/burst-60s'],
        (each) => cell(each) && each.change.kind === 'times' && each.change.by === 5,
        'ours, placebo',
        50,
      );
      expect(worse.map(({ score }) => score.rollbacks >= 48)).toEqual([true]);
    },
    MINUTES_MS,
  );
});
