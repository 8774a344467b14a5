import { describe, expect, it } from '@jest/globals';
import { argoEnd } from './argo.ts';
import { fisher } from './fisher.ts';
import { flaggerTick } from './flagger.ts';
import { isHigh, shiftInterval } from './kayenta.ts';

describe("Kayenta's judge", () => {
  // Both stand in Kayenta's public threads: spinnaker#6278 with its numbers, kayenta#426.
  it('gives the interval that is published for seven hundreds and three ones against ten ones, and lets them pass', () => {
    const experiment = [100, 100, 100, 100, 100, 100, 100, 1, 1, 1];
    const control = experiment.map(() => 1);
    const { low, estimate, high } = shiftInterval(experiment, control);
    expect(low).toBeCloseTo(6.825022991538781e-5, 3);
    expect(estimate).toBeCloseTo(98.99992904170193, 3);
    expect(high).toBeCloseTo(99, 3);
    expect(isHigh(experiment, control)).toBe(false);
  });

  it('lets a few errors after none pass, and calls a shift of all points high', () => {
    expect(isHigh([0, 1, 2, 1, 0, 0], [0, 0, 0, 0, 0, 0])).toBe(false);
    expect(isHigh([50, 51, 52, 53, 54, 55], [1, 2, 1, 2, 1, 2])).toBe(true);
    expect(isHigh([], [1])).toBe(false);
  });
});

describe("Flagger's loop", () => {
  const bad = 0.5;
  it.each<[string, readonly (number | undefined)[], number | undefined]>([
    ['rolls back at the tick after the last failed check', [bad, bad, bad, 1], 4],
    ['never does when the watch ends with it', [bad, bad, bad], undefined],
    ['counts no answer and NaN like a breach', [undefined, Number.NaN, bad, 1], 4],
    ['does not forget over a good tick', [bad, 1, bad, 1, bad, 1], 6],
    ['lets good ones pass', [1, 1, 1, 1], undefined],
  ])('%s', (_, answers, tick) => {
    expect(flaggerTick(answers, 3, 0.99)).toBe(tick);
  });
});

describe("Argo Rollouts' analysis", () => {
  const shape = { interval: 30, initialDelay: 0, failureLimit: 3 };
  it('ends when the failures in all are over the limit', () => {
    expect(argoEnd((at) => (at % 60 === 0 ? 0.5 : 1), shape, 0.95)).toBe(180);
    expect(argoEnd(() => 1, shape, 0.95)).toBeUndefined();
  });

  it('takes NaN as a failure, and five answers in a row without one as an error, ten seconds apart', () => {
    expect(argoEnd(() => Number.NaN, shape, 0.95)).toBe(90);
    expect(argoEnd(() => undefined, shape, 0.95)).toBe(40);
    expect(argoEnd((at) => (at % 40 === 0 ? 1 : undefined), shape, 0.95)).toBeUndefined();
  });
});

describe("Fisher's exact test", () => {
  it('gives the tail of the hypergeometric distribution', () => {
    // 1 - C(8,0)C(8,4)/C(16,4) for at least one of four, and C(8,4)/C(16,4) for all four.
    expect(fisher({ total: 8, bad: 4 }, { total: 8, bad: 0 })).toBeCloseTo(70 / 1820, 10);
    expect(fisher({ total: 8, bad: 1 }, { total: 8, bad: 3 })).toBeCloseTo(1 - 70 / 1820, 10);
    expect(fisher({ total: 8, bad: 0 }, { total: 8, bad: 4 })).toBeCloseTo(1, 10);
  });
});
