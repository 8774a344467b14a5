import { describe, expect, it } from '@jest/globals';
import { paired } from './count.ts';
import { dispersion } from './dispersion.ts';
import { type Evidence, worseThan } from './evidence.ts';
import { highest, placeboThreshold, placeboWindows } from './placebo.ts';
import { shareAtMost, smallestVisible } from './visible.ts';

describe('the dispersion', () => {
  const at = (bad: (index: number) => number) => Array.from({ length: 120 }, (_, index) => ({ total: 100, bad: bad(index) }));

  it('is 1 without errors, with nothing but errors, and when they are more even than chance', () => {
    expect(dispersion(at(() => 0))).toBe(1);
    expect(dispersion(at(() => 100))).toBe(1);
    expect(dispersion(at(() => 5))).toBe(1);
    expect(dispersion([])).toBe(1);
  });

  it('sees bursts that last as long as eight slices, which one slice alone hardly shows', () => {
    const bursts = at((index) => (Math.floor(index / 8) % 2 === 0 ? 4 : 6));
    const shuffled = at((index) => (index % 2 === 0 ? 4 : 6));
    expect(dispersion(shuffled)).toBe(1);
    expect(dispersion(bursts)).toBeCloseTo(((8 * 1) / (5 * 0.95)) * (15 / 14), 1);
  });
});

describe('a placebo threshold', () => {
  it('is the value that at most the promised share passes, of the windows and the watch together', () => {
    const maxima = Array.from({ length: 299 }, (_, index) => index);
    expect(placeboThreshold(maxima, 0.01)).toBe(296);
    expect(placeboThreshold(maxima, 0.005)).toBe(298);
  });

  it('is not given on too few windows', () => {
    expect(
      placeboThreshold(
        Array.from({ length: 99 }, () => 1),
        0.01,
      ),
    ).toBeUndefined();
    expect(
      placeboThreshold(
        Array.from({ length: 100 }, () => 1),
        0.001,
      ),
    ).toBeUndefined();
  });

  it('is taken from windows that lie one after the other, each with what was before it', () => {
    const past = Array.from({ length: 10 }, (_, index) => ({ total: index, bad: 0 }));
    const windows = placeboWindows(past, { watch: 2, history: 4 });
    expect(windows.map((window) => window.map(({ fresh }) => fresh.total))).toEqual([
      [4, 5],
      [6, 7],
      [8, 9],
    ]);
    expect(windows[0]?.map(({ reference }) => reference.total)).toEqual([0 + 1, 2 + 3]);
    expect(placeboWindows(past, { watch: 2, history: 20 })).toEqual([]);
  });

  it('uses the highest evidence of all looks', () => {
    const values = [0, 3, 1];
    const slices = values.map((bad) => ({ fresh: { total: 5, bad }, reference: { total: 5, bad: 0 } }));
    const plain: Evidence = { add: ({ fresh }) => fresh.bad, fork: () => plain };
    expect(highest(slices, plain)).toBe(3);
  });
});

describe('what a silent watch is worth', () => {
  it.each([
    [59, 0.05],
    [149, 0.02],
    [299, 0.01],
    [598, 0.005],
  ])('after %d requests without an error: under %d at 95 %%', (total, share) => {
    expect(shareAtMost({ total, bad: 0 })).toBeLessThanOrEqual(share);
    expect(shareAtMost({ total: total - 1, bad: 0 })).toBeGreaterThan(share);
  });

  it('is told as the smallest share that would have been rolled back', () => {
    const slices = (total: number) =>
      Array.from({ length: 20 }, () => ({ fresh: { total, bad: 0 }, reference: { total: total * 6, bad: 0 } }));
    const setting = { evidence: () => worseThan({ margin: 1.25, floor: 0.002 }, 20), phi: 1, threshold: Math.log(100) };
    const [few, some, many] = [5, 50, 5000].map((total) => smallestVisible(slices(total), setting));
    expect([few, some, many]).toEqual([few, some, many].toSorted((a, b) => (b ?? 0) - (a ?? 0)));
    expect(few).toBeLessThan(0.2);
    expect(many).toBeLessThan(0.004);
    expect(smallestVisible(slices(0), setting)).toBe(1);
  });
});

describe('pairing', () => {
  it('gives each look its own part of the history and loses none', () => {
    const history = Array.from({ length: 13 }, (_, index) => ({ total: index, bad: 1 }));
    const parts = paired(history, 5);
    expect(parts).toHaveLength(5);
    expect(parts.reduce((sum, { bad }) => sum + bad, 0)).toBe(13);
  });
});
