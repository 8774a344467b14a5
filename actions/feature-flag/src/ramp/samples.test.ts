import { expect, test } from '@jest/globals';
import { tallyOf } from '@slipway/rollout';
import { type Counter, HISTORY_MS, type MetricInputs, policyOf, samplesOfStep, subjectOf } from './samples.ts';

const START = 10_000_000;
const INTERVAL = 15_000;
const POLICY = policyOf(
  {
    ...{ hold: 600_000, holdMax: 3_600_000, interval: INTERVAL, errorRateMax: 0.05, minRequests: 50 },
    ...{ falseStopMax: 0.01, riseMax: 1.25, riseFloor: 0.002 },
  },
  false,
  5,
);

/** A counter scraped each interval, with its values by seconds since the step. */
const counter = (points: readonly (readonly [second: number, value: number])[], featured = true): Counter => ({
  ...{ version: 'new', pod: 'a', request: true, error: true, featured },
  points: points.map(([second, value]) => [START + second * 1000, value]),
});
const seen = (counters: readonly Counter[], labelled: boolean, seconds = 60) => {
  const samples = samplesOfStep(counters, labelled, { startedMs: START, nowMs: START + seconds * 1000 }, INTERVAL);
  const of = (version: 'new' | 'old') => tallyOf(samples, POLICY, version, samples.nowMs).requests;
  return { fresh: of('new'), old: of('old'), samples };
};

test('a step counts what came since it was set alone, however much its counter holds', () => {
  const long = counter([
    [-1800, 5_000_000],
    [-15, 5_000_900],
    [15, 5_000_910],
    [30, 5_000_925],
  ]);
  expect(seen([long], false)).toMatchObject({ fresh: 25, old: 900 });
  expect(seen([long], true)).toMatchObject({ fresh: 25, old: 0 });
});

test('a counter that begins after the step is new, and one that begins again goes on', () => {
  const born = counter([
    [15, 4],
    [30, 9],
  ]);
  const restarted = counter([
    [-1800, 100],
    [-15, 200],
    [15, 210],
    [30, 5],
    [45, 12],
  ]);
  expect(seen([born], false).fresh).toBe(9);
  expect(seen([restarted], false).fresh).toBe(10 + 12);
});

test('without a label the time before is the other side; with one, those without the feature are, before and meanwhile', () => {
  const points = [
    [-1800, 0],
    [-15, 100],
    [15, 107],
  ] as const;
  expect(seen([counter(points)], false)).toMatchObject({ fresh: 7, old: 100 });
  expect(seen([counter(points, false)], true)).toMatchObject({ fresh: 0, old: 107 });
  expect(seen([counter([[-2400, 1], ...points])], false).samples.leftEdgeMs).toBe(START - HISTORY_MS);
});

test('a series says by its labels what it counts', () => {
  const inputs: MetricInputs = {
    ...{ metric: 'a', queryErrors: undefined, codeLabel: 'code', errorCodes: '5..', podLabel: 'pod' },
    ...{ featureLabel: 'checkout', featureValues: 'on|true' },
  };
  const of = (given: Partial<MetricInputs>, labels: Readonly<Record<string, string>>, index = 0) => {
    const subject = subjectOf({ ...inputs, ...given });
    const question = subject.questions()[index];
    if (question === undefined) throw new Error('not asked');
    const { request, error, featured, pod } = subject.of({ labels, points: [] }, question) ?? {};
    return [question.selector, request, error, featured, pod];
  };
  expect(of({}, { code: '503', checkout: 'on', pod: 'x' })).toEqual(['a', true, true, true, 'x']);
  expect(of({}, { code: '200', checkout: 'once' })).toEqual(['a', true, false, false, '']);
  expect(of({}, { code: '1503' })).toEqual(['a', true, false, false, '']);
  expect(of({ queryErrors: 'b' }, { checkout: 'true' })).toEqual(['a', true, false, true, '']);
  expect(of({ queryErrors: 'b' }, { checkout: 'true' }, 1)).toEqual(['b', false, true, true, '']);
});

test('the promise is shared among the steps, and holding is patience', () => {
  expect(POLICY).toMatchObject({ durationMs: 600_000, patienceMs: 3_000_000, falseRollbackMax: 0.002 });
});
