import { describe, expect, it } from '@jest/globals';
import type { Count } from './count.ts';
import { absoluteEvidence, averaged, relativeEvidence, worseThan } from './evidence.ts';

const SURE = Math.log(100);
const NONE: Count = { total: 0, bad: 0 };

/** The fewest bad ones among a number of requests, seen at one look, at which an evidence is enough. */
function fewest(
  total: number,
  reference: Count,
  evidence: () => { add(slice: { fresh: Count; reference: Count }): number },
): number {
  for (let bad = 0; bad <= total; bad += 1) if (evidence().add({ fresh: { total, bad }, reference }) >= SURE) return bad;
  return Number.POSITIVE_INFINITY;
}

describe('evidence over a floor of 0.2 % at alpha 1 %', () => {
  it.each([
    [15, 2],
    [75, 4],
    [300, 6],
    [3000, 19],
    [30_000, 104],
  ])('among %d requests needs %d errors', (total, errors) => {
    expect(fewest(total, NONE, () => absoluteEvidence(0.002, 1))).toBe(errors);
  });
});

describe('evidence over 1.25 times a reference without errors', () => {
  it.each([
    [1, 9],
    [6, 3],
    [20, 2],
  ])('of %d times the requests needs %d errors', (times, errors) => {
    const total = 1000;
    expect(fewest(total, { total: total * times, bad: 0 }, () => relativeEvidence(1.25, 1))).toBe(errors);
  });
});

describe('evidence', () => {
  const slices = [3, 0, 5, 9, 4].map((bad, index) => ({
    fresh: { total: 40 + index, bad },
    reference: { total: 200, bad: 2 },
  }));
  const last = (all: typeof slices, make: () => ReturnType<typeof worseThan>): number => {
    const evidence = make();
    return all.reduce((_, slice) => evidence.add(slice), 0);
  };

  it('grows with every error and shrinks with every answer that is none', () => {
    for (const make of [
      () => relativeEvidence(1.25, 5),
      () => absoluteEvidence(0.02, 5),
      () => worseThan({ margin: 1.25, floor: 0.002 }, 5),
    ])
      for (let bad = 1; bad < 40; bad += 1) {
        const [fewer, more] = [bad - 1, bad].map((each) =>
          last([...slices, { fresh: { total: 40, bad: each }, reference: { total: 200, bad: 2 } }], make),
        );
        expect(more).toBeGreaterThan(fewer as number);
      }
  });

  it('without late starts is the same however the slices are cut, as long as the shares of the traffic are', () => {
    const whole = { fresh: { total: 300, bad: 12 }, reference: { total: 1800, bad: 20 } };
    const parts = [2, 7, 3].map((bad, index) => ({
      fresh: { total: 100, bad },
      reference: { total: 600, bad: [4, 6, 10][index] as number },
    }));
    for (const make of [() => relativeEvidence(1.25, 1), () => absoluteEvidence(0.02, 1)]) {
      expect(last(parts, make)).toBeCloseTo(last([whole], make), 9);
    }
  });

  it('goes on apart from its fork, as if it had been given everything itself', () => {
    for (const make of [() => worseThan({ margin: 1.25, floor: 0.002 }, 5), () => absoluteEvidence(0.02, 5)]) {
      const whole = last(slices, make);
      const evidence = make();
      for (const slice of slices.slice(0, 3)) evidence.add(slice);
      const fork = evidence.fork();
      for (const slice of slices) evidence.add(slice);
      expect(slices.slice(3).reduce((_, slice) => fork.add(slice), 0)).toBe(whole);
    }
  });

  it('of several is their mean, each with its own unrest taken off', () => {
    const one = () => relativeEvidence(1.25, 5);
    const [slice] = slices as [(typeof slices)[number]];
    const alone = one().add(slice);
    const both = averaged([
      { evidence: one(), dispersion: 1 },
      { evidence: one(), dispersion: 2 },
    ]);
    expect(both.add([slice, slice])).toBeCloseTo(Math.log((Math.exp(alone) + Math.exp(alone / 2)) / 2), 9);
    expect(averaged([]).add([])).toBe(0);
  });

  it('says nothing where one side served nothing, or where nothing can be over the limit', () => {
    expect(relativeEvidence(1.25, 1).add({ fresh: { total: 10, bad: 10 }, reference: NONE })).toBe(0);
    expect(absoluteEvidence(1, 1).add({ fresh: { total: 10, bad: 10 }, reference: NONE })).toBe(0);
  });
});

describe('evidence over a limit', () => {
  const seen = (total: number, bad: number, limit: number): number =>
    absoluteEvidence(limit, 1).add({ fresh: { total, bad }, reference: NONE });

  it('keeps its promise: on the limit itself, crossing at any of 20 looks is as rare as promised', () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const runs = 200;
    let crossed = 0;
    for (let run = 0; run < runs; run += 1) {
      const evidence = absoluteEvidence(0.05, 20);
      const looks = Array.from({ length: 20 }, () => {
        const bad = Array.from({ length: 20 }, random).filter((each) => each < 0.05).length;
        return evidence.add({ fresh: { total: 20, bad }, reference: NONE });
      });
      if (looks.some((log) => log >= SURE)) crossed += 1;
    }
    expect(crossed / runs).toBeLessThanOrEqual(0.015);
  });

  it('rises with errors and falls without', () => {
    expect(seen(100, 20, 0.05)).toBeGreaterThan(SURE);
    expect(seen(100, 1, 0.05)).toBeLessThan(0);
    expect(seen(1000, 1000, 1)).toBe(0);
  });
});
