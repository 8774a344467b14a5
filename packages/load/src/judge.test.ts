import { describe, expect, test } from '@jest/globals';
import { type Figures, figuresOf, type Sample } from './figures.ts';
import { judgeLoad, type LoadPolicy } from './judge.ts';

const POLICY: LoadPolicy = {
  errorRateMax: 0.01,
  latencyMax: {},
  slowerMax: 0.2,
  slowerFloorMs: 5,
  falseAlarmMax: 0.01,
  minRequests: 200,
};

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Service {
  readonly errors: number;
  /** By what the latencies are multiplied. */
  readonly slower?: number;
  /** From which share of the time on it is as bad as that. */
  readonly from?: number;
  readonly rate?: number;
  /** Whether the second half of the requests share good and bad seconds. */
  readonly uneven?: boolean;
}

/** A run of a made-up service, whose latencies have the long tail of a log-normal distribution around 40 ms. */
function runOf({ errors, slower = 1, from = 0, rate = 25, uneven = false }: Service, seed: number): Figures {
  const draw = chance(seed);
  const shape = { rate, durationMs: 60_000, mix: 'GET / ×1' };
  let mood = 1;
  const samples = Array.from({ length: rate * 60 }, (_, index): Sample => {
    const offsetMs = (index * 1000) / rate;
    if (uneven && index % (2 * rate) === 0) mood = Math.exp((draw() - 0.5) * 0.6);
    const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    const begun = offsetMs >= from * 60_000;
    return { offsetMs, ms: 40 * mood * Math.exp(normal * 0.5) * (begun ? slower : 1), ok: draw() >= (begun ? errors : 0.001) };
  });
  return figuresOf(samples, shape, 60_000);
}

const RUNS = 10;
const GOOD: Service = { errors: 0.001 };
const pastOf = (service: Service, seed: number, count = 3) =>
  Array.from({ length: count }, (_, index) => runOf(service, seed * 1000 + index));

/** How often a verdict is come to, of ten. */
function counted(service: Service, before: Service | undefined, policy = POLICY): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const past = before === undefined ? [] : pastOf(before, 1);
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const { verdict } = judgeLoad(runOf(service, seed), past, policy);
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  return counts;
}

describe('a run that is as good as those before', () => {
  test('passes, ten times of ten', () => {
    expect(counted(GOOD, GOOD)).toEqual({ pass: RUNS });
  });

  test('passes as well when it is slower by what is allowed, and when good and bad seconds alternate', () => {
    expect(counted({ ...GOOD, slower: 1.18 }, GOOD, { ...POLICY, slowerFloorMs: 0 })).toEqual({ pass: RUNS });
    expect(counted({ ...GOOD, uneven: true }, { ...GOOD, uneven: true })).toEqual({ pass: RUNS });
  });
});

describe('a run that is worse than those before', () => {
  test.each([
    ['errors of 5 % instead of 0.1 %', { errors: 0.05 }, 'regressed'],
    ['such errors from the middle on', { errors: 0.05, from: 0.5 }, 'regressed'],
    ['latencies half as long again', { ...GOOD, slower: 1.5 }, 'slower'],
    ['such latencies from the middle on', { ...GOOD, slower: 1.6, from: 0.5 }, 'slower'],
  ] as const)('is found out: %s', (_, service, verdict) => {
    const lenient = { ...POLICY, errorRateMax: 0.5 };
    expect(counted(service, GOOD, lenient)).toEqual({ [verdict]: RUNS });
  });

  test('passes by limits that it keeps, when there is nothing to compare it with', () => {
    expect(counted({ ...GOOD, slower: 1.5 }, undefined)).toEqual({ pass: RUNS });
  });

  test('is not failed for a rise of milliseconds that do not matter', () => {
    const policy = { ...POLICY, slowerFloorMs: 100 };
    expect(judgeLoad(runOf({ ...GOOD, slower: 1.5 }, 1), pastOf(GOOD, 1), policy).verdict).toBe('pass');
  });
});

describe('limits', () => {
  const verdictOf = (service: Service, latencyMax: LoadPolicy['latencyMax'] = {}) =>
    judgeLoad(runOf(service, 7), [], { ...POLICY, latencyMax });

  test('of errors are kept or not, and what may be chance is neither', () => {
    expect(verdictOf({ errors: 0.04 })).toMatchObject({
      verdict: 'regressed',
      why: expect.stringContaining('over the limit of 1 %'),
    });
    expect(verdictOf({ errors: 0.0115 })).toMatchObject({
      verdict: 'could-not-tell',
      why: expect.stringContaining('may be chance'),
    });
    expect(verdictOf({ errors: 0.004 }).verdict).toBe('pass');
  });

  test('of latencies are kept or not, and what may be chance is neither', () => {
    expect(verdictOf(GOOD, { 95: 120 }).verdict).toBe('pass');
    expect(verdictOf(GOOD, { 95: 60 })).toMatchObject({
      verdict: 'slower',
      why: expect.stringMatching(/^p95 is [89]\d ms, over the limit of 60 ms$/),
    });
    expect(verdictOf(GOOD, { 95: 88 }).verdict).toBe('could-not-tell');
    expect(verdictOf({ ...GOOD, slower: 2 }, { 50: 60, 99: 1000 }).verdict).toBe('slower');
  });

  test('errors come before latencies', () => {
    expect(verdictOf({ errors: 0.2 }, { 50: 1 }).verdict).toBe('regressed');
  });
});

describe('too little traffic', () => {
  test('is no pass, and is told with what would have been seen', () => {
    const { verdict, why, smallestVisible } = judgeLoad(runOf({ errors: 0, rate: 1 }, 3), [], POLICY);
    expect([verdict, why]).toEqual(['too-little-traffic', '60 requests are fewer than the 200 that are needed']);
    expect(smallestVisible).toBeGreaterThan(0.1);
    expect(smallestVisible).toBeLessThan(0.5);
  });

  test('is none where an outage is plain', () => {
    expect(judgeLoad(runOf({ errors: 1, rate: 1 }, 3), [], POLICY).verdict).toBe('regressed');
  });

  test('of none at all is no pass', () => {
    const none = figuresOf([], { rate: 1, durationMs: 1000, mix: '' }, 1000);
    expect(judgeLoad(none, [], { ...POLICY, latencyMax: { 95: 10 } })).toMatchObject({
      verdict: 'too-little-traffic',
      smallestVisible: 1,
    });
  });

  test('sees the less, the fewer there are', () => {
    const [few, many] = [2, 200].map((rate) => judgeLoad(runOf({ errors: 0, rate }, 3), [], POLICY).smallestVisible);
    expect(many).toBeLessThan(few as number);
  });
});
