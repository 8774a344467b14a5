import { describe, expect, it } from '@jest/globals';
import { type CounterSeries, increase, tally } from './counter.ts';
import { judgeWatch, type WatchPolicy, type WatchSamples } from './watch-verdict.ts';

const POLICY: WatchPolicy = {
  durationMs: 300_000,
  intervalMs: 5000,
  errorRateMax: 0.05,
  minRequests: 50,
  falseRollbackMax: 0.01,
};
const START = 1_000_000;

function seriesOf(version: 'new' | 'old', error: boolean, points: CounterSeries['points']): CounterSeries {
  return { version, pod: `${version}-1`, request: true, error, points };
}

/** A pod born at the start that gets `rps` requests and fails a share of them from a moment on. */
function samplesOf(seconds: number, rps: number, share: (second: number) => number, untilSeconds = seconds): WatchSamples {
  const [fine, bad]: [[number, number][], [number, number][]] = [[], []];
  let [served, failed] = [0, 0];
  for (let second = 5; second <= untilSeconds; second += 5) {
    served += rps * 5 * (1 - share(second));
    failed += rps * 5 * share(second);
    fine.push([START + second * 1000, served]);
    bad.push([START + second * 1000, failed]);
  }
  const series = [seriesOf('new', false, fine), seriesOf('new', true, bad)];
  return { startedMs: START, leftEdgeMs: START - 300_000, nowMs: START + seconds * 1000, series };
}

describe('a counter', () => {
  const window = { bornAfterMs: 10, untilMs: 100 };
  it.each<[string, CounterSeries['points'], number]>([
    [
      'born in the window counts from zero',
      [
        [20, 7],
        [30, 9],
      ],
      9,
    ],
    [
      'that was there before counts from its first sample',
      [
        [5, 100],
        [30, 109],
      ],
      9,
    ],
    [
      'that was reset rises from zero again',
      [
        [5, 100],
        [30, 110],
        [40, 3],
      ],
      13,
    ],
    [
      'is read up to the moment',
      [
        [20, 7],
        [200, 900],
      ],
      7,
    ],
  ])('%s', (_, points, expected) => {
    expect(increase(seriesOf('new', false, points), window)).toBe(expected);
  });

  it('of errors that is not there yet is no error', () => {
    expect(tally([seriesOf('new', false, [[20, 7]])], window)).toEqual({ requests: 7, errors: 0 });
  });
});

describe('judgeWatch', () => {
  it('sees a total outage as soon as enough requests failed', () => {
    expect(
      judgeWatch(
        samplesOf(10, 20, () => 1),
        POLICY,
      ),
    ).toMatchObject({ state: 'regressed', fresh: { requests: 200, errors: 200 } });
  });

  it('does not decide on fewer requests than asked for', () => {
    expect(
      judgeWatch(
        samplesOf(10, 2, () => 1),
        POLICY,
      ).state,
    ).toBe('watching');
  });

  it('is healthy at the end within the limit, and not before the end', () => {
    expect(
      judgeWatch(
        samplesOf(295, 10, () => 0.01),
        POLICY,
      ).state,
    ).toBe('watching');
    expect(
      judgeWatch(
        samplesOf(300, 10, () => 0.01),
        POLICY,
      ).state,
    ).toBe('healthy');
  });

  it('sees trouble that begins late', () => {
    const late = samplesOf(200, 10, (second) => (second > 180 ? 0.4 : 0));
    expect(judgeWatch(late, POLICY).state).toBe('regressed');
  });

  it('says too little traffic, and never healthy, with few requests or a rate over the limit by chance', () => {
    expect(
      judgeWatch(
        samplesOf(300, 0.1, () => 0),
        POLICY,
      ).state,
    ).toBe('tooLittleTraffic');
    expect(
      judgeWatch(
        samplesOf(300, 0.3, () => 0.06),
        POLICY,
      ).state,
    ).toBe('tooLittleTraffic');
  });

  it('is blind without samples, and when they end too early', () => {
    expect(judgeWatch({ ...samplesOf(300, 10, () => 0), series: [] }, POLICY).state).toBe('blind');
    expect(
      judgeWatch(
        samplesOf(300, 10, () => 0, 200),
        POLICY,
      ).state,
    ).toBe('blind');
  });

  it('counts the old version for the report alone', () => {
    const samples = samplesOf(300, 10, () => 0);
    const series = [
      ...samples.series,
      seriesOf('old', true, [
        [START - 300_000, 0],
        [START, 5000],
      ]),
    ];
    expect(judgeWatch({ ...samples, series }, POLICY)).toMatchObject({ state: 'healthy', old: { errors: 5000 } });
  });
});

describe('beside the version before', () => {
  const BESIDE: WatchPolicy = { ...POLICY, comparison: { historyMs: 1_800_000, margin: 1.25, floor: 0.002 } };
  const EDGE = START - 1_800_000;

  /** Two counters of the old version over half an hour, by the share that fails at a second of it. */
  function past(rps: number, share: (second: number) => number, seconds = 1800): readonly CounterSeries[] {
    const [fine, bad]: [[number, number][], [number, number][]] = [[], []];
    let [served, failed] = [0, 0];
    for (let second = 0; second <= seconds; second += 5) {
      fine.push([START - (seconds - second) * 1000, served]);
      bad.push([START - (seconds - second) * 1000, failed]);
      served += rps * 5 * (1 - share(second));
      failed += rps * 5 * share(second);
    }
    return [seriesOf('old', false, fine), seriesOf('old', true, bad)];
  }
  const judge = (now: number, before: readonly CounterSeries[], policy = BESIDE, rps = 20) => {
    const samples = samplesOf(300, rps, () => now);
    return judgeWatch({ ...samples, leftEdgeMs: EDGE, series: [...samples.series, ...before] }, policy);
  };

  it('sees a rise that is within the limit', () => {
    const verdict = judge(
      0.02,
      past(20, () => 0.001),
    );
    expect(verdict).toMatchObject({ state: 'regressed', reason: 'worseThanBefore' });
    expect(verdict.why).toMatch(/2\.00 %.*of the version before 0\.10 % of 35900: worse beyond chance/);
    expect(
      judge(
        0.02,
        past(20, () => 0.001),
        POLICY,
      ).state,
    ).toBe('healthy');
  });

  it.each<[string, number, readonly CounterSeries[]]>([
    ['the same errors as before', 0.01, past(20, () => 0.01)],
    ['fewer than before', 0.001, past(20, () => 0.01)],
    ['a rise too small to matter', 0.0015, past(20, () => 0.0001)],
    ['errors as restless as before', 0.03, past(20, (second) => (second % 120 < 60 ? 0.001 : 0.03))],
    ['too short a past to tell', 0.02, past(20, () => 0.001, 120)],
    ['too few requests in the past', 0.02, past(0.1, () => 0.001)],
  ])('calls healthy %s', (_, now, before) => {
    expect(judge(now, before).state).toBe('healthy');
  });

  it('judges the limit as well, and says which it was', () => {
    expect(
      judge(
        0.3,
        past(20, () => 0.3),
      ),
    ).toMatchObject({ state: 'regressed', reason: 'overLimit' });
  });

  it('asks for more of each evidence, because there are two', () => {
    expect(
      judge(
        0.01,
        past(20, () => 0.01),
      ).needed,
    ).toBeCloseTo(200);
    expect(judge(0.01, [], BESIDE).needed).toBeCloseTo(100);
  });
});

describe('one bad pod', () => {
  const pods = (shares: readonly number[]): WatchSamples => {
    const each = shares.map((share, index) => ({ index, made: samplesOf(300, 10, () => share) }));
    const series = each.flatMap(({ index, made }) => made.series.map((one) => ({ ...one, pod: `new-${index}` })));
    return { ...samplesOf(300, 1, () => 0), series };
  };

  it.each<[string, readonly number[], Partial<WatchPolicy>, string]>([
    ['of four is said, and is not the release', [1, 0, 0, 0], {}, 'oneBadPod'],
    ['of four counts when it is told to', [1, 0, 0, 0], { onePodCounts: true }, 'regressed'],
    ['of two may be the release', [1, 0], {}, 'regressed'],
    ['beside others that are over the limit is the release', [1, 0.2, 0.2, 0.2], {}, 'regressed'],
    ['of all that are bad is the release', [1, 1, 1, 1], {}, 'regressed'],
    ['that is within the limit is none', [0.02, 0, 0, 0], {}, 'healthy'],
  ])('%s', (_, shares, more, state) => {
    expect(judgeWatch(pods(shares), { ...POLICY, ...more }).state).toBe(state);
  });
});
