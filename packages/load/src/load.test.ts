import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { figuresOf, SLICES } from './figures.ts';
import { comparable, parseHistory, renderHistory, withRun } from './history.ts';
import { countOf, merged, percentileOf, rounded, slowerThan } from './latency.ts';
import { arrivals, mixer } from './plan.ts';

const SHAPE = { rate: 10, durationMs: 30_000, mix: 'GET / ×1' };

describe('latencies', () => {
  test('are kept to the millisecond, and from a second on to three digits, never too low', () => {
    expect([0, 0.2, 1, 999, 999.1, 1234, 12_345, 120_000].map(rounded)).toEqual([0, 1, 1, 999, 1000, 1240, 12_400, 120_000]);
  });

  test('have percentiles by the nearest rank, and none when there are none', () => {
    const all = merged([[[30, 1]], [[10, 2]], [[20, 17]]]);
    expect([1, 10, 11, 95, 96, 100].map((percent) => percentileOf(all, percent))).toEqual([10, 10, 20, 20, 30, 30]);
    expect(percentileOf([], 95)).toBeNaN();
    expect([countOf(all), slowerThan(all, 20), slowerThan(all, 19)]).toEqual([20, 1, 18]);
  });
});

describe('a plan', () => {
  test('starts requests evenly, as many as the rate says', () => {
    expect(arrivals(4, 1000)).toEqual([0, 250, 500, 750]);
    expect(arrivals(0.29, 100_000)).toHaveLength(29);
    expect(arrivals(0.5, 1000)).toEqual([]);
  });

  test('mixes by weight, and at no time is one ahead by a round', () => {
    const next = mixer([5, 0, 3, 2]);
    const sent = [0, 0, 0, 0];
    for (let index = 1; index <= 100; index += 1) {
      const chosen = next();
      sent[chosen] = (sent[chosen] ?? 0) + 1;
      for (const [each, weight] of [5, 0, 3, 2].entries())
        expect(Math.abs((sent[each] ?? 0) - (weight * index) / 10)).toBeLessThanOrEqual(1);
    }
    expect(sent).toEqual([50, 0, 30, 20]);
  });
});

describe('figures', () => {
  test('are cut into slices by when a request was meant to start', () => {
    const { slices } = figuresOf(
      [
        { offsetMs: 0, ms: 5, ok: true },
        { offsetMs: 999, ms: 5, ok: false },
        { offsetMs: 1000, ms: 7, ok: true },
        { offsetMs: 29_999, ms: 9000, ok: true },
      ],
      SHAPE,
      30_000,
    );
    expect(slices).toHaveLength(SLICES);
    expect([slices[0], slices[1], slices[29]]).toEqual([
      { bad: 1, latencies: [[5, 2]] },
      { bad: 0, latencies: [[7, 1]] },
      { bad: 0, latencies: [[9000, 1]] },
    ]);
  });

  test('of earlier runs come back as they were written, and only those of the same load count', () => {
    const run = figuresOf([{ offsetMs: 0, ms: 5, ok: true }], SHAPE, 30_000);
    const other = figuresOf([], { ...SHAPE, rate: 20 }, 30_000);
    const past = parseHistory('f.json', renderHistory([other, run]));
    expect(past).toEqual([other, run]);
    expect(comparable(past, SHAPE)).toEqual([run]);
    expect(withRun(past, run)).toEqual([run, run]);
    expect(withRun([run, run, run, run, { ...run, slices: [] }], run)).toHaveLength(5);
  });

  test('that are no figures are told with their line', () => {
    const broken = renderHistory([figuresOf([], SHAPE, 30_000)])
      .replace('"rate":10', '"rate":-1')
      .replace('"bad":0', '"bad":"none"');
    const read = (text: string): unknown => {
      try {
        return parseHistory('f.json', text);
      } catch (error) {
        return error instanceof Failure && error.problems.map(({ code, location }) => [code, location?.line]);
      }
    };
    expect(read(broken)).toEqual([
      ['CONFIG_INVALID', 2],
      ['CONFIG_INVALID', 2],
    ]);
    expect(read('{')).toEqual([[expect.any(String), 1]]);
  });
});
