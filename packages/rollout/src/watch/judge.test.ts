import { describe, expect, it } from '@jest/globals';
import { type BucketSeries, type CounterSeries, increase, tally } from './counter.ts';
import { judgeWatch, WatchJudge } from './judge.ts';
import { judgePlacebos } from './placebo.ts';
import type { Day, Pair, WatchPolicy, WatchSamples } from './samples.ts';

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

  it('does not blame a release for its first few requests', () => {
    expect(
      judgeWatch(
        samplesOf(10, 0.5, () => 1),
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
    ['too short a past to tell', 0.02, past(20, () => 0.001, 80)],
    ['too few requests in the past', 0.02, past(0.1, () => 0.001)],
  ])('calls healthy %s', (_, now, before) => {
    expect(judge(now, before).state).toBe('healthy');
  });

  it('sees with patience what it sees without: the looks of its own time get most of the past', () => {
    const patient = { ...BESIDE, patienceMs: 3_000_000 };
    const [before, rose] = [past(20, () => 0.01), 0.025];
    expect([judge(rose, before).state, judge(rose, before, patient).state]).toEqual(['regressed', 'regressed']);
    expect(judge(0.01, before, patient).state).toBe('healthy');
  });

  it('judges the limit as well, and says which it was', () => {
    expect(
      judge(
        0.3,
        past(20, () => 0.3),
      ),
    ).toMatchObject({ state: 'regressed', reason: 'overLimit' });
  });

  it('shares the promise among the questions, so each needs more', () => {
    const { answers } = judge(
      0.01,
      past(20, () => 0.01),
    );
    expect(answers.map(({ reason, by, needed }) => [reason, by, Math.round(needed)])).toEqual([
      ['overLimit', 'chance', 250],
      ['worseThanBefore', 'dispersion', 167],
    ]);
    expect(answers.reduce((sum, { needed }) => sum + 1 / needed, 0)).toBeCloseTo(0.01);
    expect(judge(0.01, [], BESIDE).answers.map(({ needed }) => Math.round(needed))).toEqual([100]);
  });

  it('does not take a counter that is scraped each minute for one that was born', () => {
    const minute = ({ points, ...rest }: CounterSeries): CounterSeries => ({
      ...rest,
      points: points.filter((_, index) => index % 12 === 3).map(([atMs, value]) => [atMs, value + 1_000_000]),
    });
    const before = past(20, () => 0.001).map(minute);
    expect(judge(0.02, before).why).toMatch(/version before 0\.10 % of 3\d{4}:/);
  });

  it('comes to the same look by look as at once', () => {
    const samples = samplesOf(300, 20, (second) => (second > 200 ? 0.03 : 0.002));
    const before = past(20, (second) => (second % 120 < 60 ? 0.001 : 0.003));
    const judged = new WatchJudge(BESIDE);
    let last: unknown;
    for (let second = 5; second <= 300; second += 5) {
      // Samples arrive with a lag, so that the last slices still change.
      const seen = [...samples.series, ...before].map((each) => ({
        ...each,
        points: each.points.filter(([atMs]) => atMs <= START + (second - 7) * 1000),
      }));
      const now = { ...samples, leftEdgeMs: EDGE, nowMs: START + second * 1000, series: seen };
      last = judged.judge(now);
      expect(last).toEqual(judgeWatch(now, BESIDE));
    }
    expect(last).toMatchObject({ state: 'regressed' });
  });

  it('never turns a regression into health by more errors', () => {
    let regressed = false;
    for (let share = 0; share <= 1; share += 0.1) {
      const { state } = judge(
        share,
        past(20, () => 0.01),
      );
      if (regressed) expect(state).toBe('regressed');
      regressed ||= state === 'regressed';
    }
    expect(regressed).toBe(true);
  });

  describe('over a day', () => {
    /** Slices of a day whose share of errors changes each minute, as it pleases the hour. */
    const day = (share: (slice: number) => number): Day => ({
      errors: Array.from({ length: 17_280 }, (_, slice): Pair => [100, 100 * share(slice)]),
      slow: [],
    });
    const withDay = (now: number, of: Day) => {
      const samples = samplesOf(300, 20, () => now);
      const before = past(20, () => 0.002);
      return judgeWatch({ ...samples, leftEdgeMs: EDGE, day: of, series: [...samples.series, ...before] }, BESIDE);
    };

    it('takes the threshold from its windows, and says so', () => {
      const { answers, state } = withDay(
        0.02,
        day(() => 0.002),
      );
      expect(answers[1]).toMatchObject({ by: 'placebo', windows: 282, dispersion: 1 });
      expect(state).toBe('regressed');
    });

    it('does not blame a release for what happened on such a day anyway', () => {
      expect(
        withDay(
          0.02,
          day((slice) => (slice % 720 < 60 ? 0.02 : 0.002)),
        ).state,
      ).toBe('healthy');
    });

    it('leaves it at the unrest of half an hour with fewer windows than the promise needs', () => {
      const short = { errors: day(() => 0.002).errors.slice(-9000), slow: [] };
      expect(withDay(0.02, short).answers[1]).toMatchObject({ by: 'dispersion' });
    });
  });

  describe('others at the same time', () => {
    const neighbour = (now: number): readonly CounterSeries[] =>
      past(20, () => 0.01).map((each, index) => {
        const last = each.points.at(-1)?.[1] ?? 0;
        const during = samplesOf(300, 20, () => now).series[index]?.points ?? [];
        const points = [...each.points, ...during.map(([atMs, value]) => [atMs, last + value] as const)];
        return { ...each, points, version: 'neighbour', pod: 'other' };
      });

    it.each<[string, number, number, string]>([
      ['that fail as well are a shared incident, and the release is not blamed', 0.3, 0.3, 'environment'],
      ['that serve on leave the blame with the release', 0.3, 0.01, 'regressed'],
      ['that fail while the release does not say nothing', 0.01, 0.3, 'healthy'],
    ])('%s', (_, own, theirs, state) => {
      expect(judge(own, [...past(20, () => 0.01), ...neighbour(theirs)]).state).toBe(state);
    });

    it('that still serve as the old version count as well', () => {
      const before = past(20, () => 0.01);
      const on = before.map((each, index) => {
        const last = each.points.at(-1)?.[1] ?? 0;
        const more = Array.from({ length: 60 }, (__, look) => [START + (look + 1) * 5000, last + (look + 1) * 50] as const);
        return index === 0 ? each : { ...each, points: [...each.points, ...more] };
      });
      expect(judge(0.5, on).state).toBe('environment');
    });
  });
});

describe('response times', () => {
  const TIMES: WatchPolicy = {
    ...POLICY,
    comparison: { historyMs: 1_800_000, margin: 1.25, floor: 0.002 },
    slowerDecides: false,
  };
  const EDGE = START - 1_800_000;
  const LE = [0.05, 0.1, 0.25, 0.5, 1];

  /** Buckets of a pod that answers 20 times a second, by the share that takes longer than each boundary. */
  const buckets = (version: 'new' | 'old', longer: readonly number[], fromSecond: number, untilSecond: number, pod = '1') =>
    [...LE, null].map(
      (le, index): BucketSeries => ({
        ...{ version, pod: `${version}-${pod}`, le },
        points: Array.from({ length: (untilSecond - fromSecond) / 5 }, (_, slice) => [
          START + (fromSecond + (slice + 1) * 5) * 1000,
          (slice + 1) * 100 * (1 - (le === null ? 0 : (longer[index] as number))),
        ]),
      }),
    );
  const BEFORE = [0.8, 0.35, 0.03, 0.001, 0];
  const judge = (now: readonly number[], policy = TIMES, errors = 0, more: readonly BucketSeries[] = []) =>
    judgeWatch(
      {
        ...samplesOf(300, 20, () => errors),
        leftEdgeMs: EDGE,
        buckets: [...buckets('old', BEFORE, -1795, 0), ...buckets('new', now, 0, 300), ...more],
      },
      policy,
    );

  it('are judged at the boundaries nearest above the middle and the tail of the past', () => {
    const { answers, state } = judge(BEFORE);
    expect(state).toBe('healthy');
    expect(answers[1]).toMatchObject({ reason: 'slower', boundaries: [0.1, 0.25, 0.5] });
  });

  it.each<[string, readonly number[]]>([
    ['all are longer by half', [0.95, 0.63, 0.11, 0.01, 0.001]],
    ['only the tail is', [0.8, 0.4, 0.12, 0.1, 0.1]],
  ])('that grew are said at the end: %s', (_, now) => {
    const verdict = judge(now);
    expect(verdict).toMatchObject({ state: 'slower', reason: 'slower' });
    expect(verdict.why).toMatch(/requests took longer than 0\.(1|25|5), and of the version before/);
  });

  it('decide at once where they are told to', () => {
    const worse = [0.95, 0.63, 0.11, 0.01, 0.001];
    const early = { ...samplesOf(60, 20, () => 0), leftEdgeMs: EDGE };
    const seen = [...buckets('old', BEFORE, -1795, 0), ...buckets('new', worse, 0, 60)];
    expect(judgeWatch({ ...early, buckets: seen }, { ...TIMES, slowerDecides: true }).state).toBe('slower');
    expect(judgeWatch({ ...early, buckets: seen }, TIMES).state).toBe('watching');
  });

  it('stand behind errors', () => {
    expect(judge([1, 1, 1, 1, 1], TIMES, 0.5).state).toBe('regressed');
  });

  it('that grew on one pod of many are said of that pod', () => {
    const others = ['2', '3', '4'].flatMap((pod) => buckets('new', BEFORE, 0, 300, pod));
    expect(judge([1, 1, 1, 1, 1], TIMES, 0, others).state).toBe('oneBadPod');
  });

  it('are left alone where the policy does not ask for them', () => {
    const { slowerDecides, ...without } = TIMES;
    expect(slowerDecides).toBe(false);
    expect(judge([1, 1, 1, 1, 1], without).answers.map(({ reason }) => reason)).toEqual(['overLimit']);
  });
});

describe('the end of a watch', () => {
  const LATE: WatchPolicy = { ...POLICY, lateMs: 120_000 };

  it('waits for samples that come late, and no longer than it may', () => {
    expect(
      judgeWatch(
        samplesOf(300, 10, () => 0, 240),
        LATE,
      ).state,
    ).toBe('watching');
    expect(
      judgeWatch(
        samplesOf(360, 10, () => 0, 300),
        LATE,
      ).state,
    ).toBe('healthy');
    expect(
      judgeWatch(
        samplesOf(430, 10, () => 0, 240),
        LATE,
      ).state,
    ).toBe('blind');
  });

  it('that could not tell goes on for as long as it has patience, and says why', () => {
    const patient = { ...POLICY, patienceMs: 600_000 };
    const few = (seconds: number) =>
      judgeWatch(
        samplesOf(seconds, 0.08, () => 0),
        patient,
      );
    expect(few(301)).toMatchObject({ state: 'watching', why: expect.stringMatching(/^Only 2\d requests were seen/) });
    expect(few(700).state).toBe('healthy');
    const away = (seconds: number) =>
      judgeWatch(
        samplesOf(seconds, 20, () => 0, 200),
        patient,
      );
    expect(away(895)).toMatchObject({ state: 'watching', why: expect.stringContaining('Nothing was seen') });
    expect(away(901).state).toBe('blind');
    expect(
      judgeWatch(
        samplesOf(600, 20, (second) => (second > 400 ? 1 : 0)),
        patient,
      ).state,
    ).toBe('regressed');
  });

  it('says what its silence is worth', () => {
    const visible = (rps: number) =>
      judgeWatch(
        samplesOf(300, rps, () => 0),
        POLICY,
      ).visible as number;
    expect(visible(0.05)).toBeGreaterThan(visible(10));
    expect(visible(10)).toBeGreaterThan(POLICY.errorRateMax);
    expect(visible(10)).toBeLessThan(2 * POLICY.errorRateMax);
  });
});

describe('requests of our own', () => {
  const probed = (failing: number, rps = 0) => ({
    ...samplesOf(300, rps, () => 0),
    probes: Array.from({ length: 300 }, (_, index) => [START + index * 1000, index % 10 < failing ? 1 : 0] as [number, 0 | 1]),
  });

  it('that fail are a regression, whatever else there is', () => {
    const verdict = judgeWatch(probed(3), POLICY);
    expect(verdict).toMatchObject({ state: 'regressed', reason: 'probesFail' });
    expect(verdict.why).toMatch(/90 of 300 requests of our own failed/);
  });

  it('are enough to call a release healthy that nobody uses yet, and are not counted as users', () => {
    const { state, fresh } = judgeWatch(probed(0, 0.01), POLICY);
    expect([state, Math.round(fresh.requests)]).toEqual(['healthy', 3]);
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

  it('that is the first to be seen waits for the others, and not forever', () => {
    const first = (seconds: number) => ({ ...samplesOf(seconds, 20, () => 1), newPods: 4 });
    expect([10, 50, 60].map((seconds) => judgeWatch(first(seconds), POLICY).state)).toEqual([
      'watching',
      'watching',
      'regressed',
    ]);
    expect(judgeWatch({ ...first(10), newPods: 2 }, POLICY).state).toBe('regressed');
  });
});

describe('windows of the past, judged as if each were a release', () => {
  const HOURS = 2.5;
  const POLICY_BESIDE: WatchPolicy = {
    ...{ ...POLICY, durationMs: 300_000, intervalMs: 15_000, slowerDecides: true },
    comparison: { historyMs: 1_800_000, margin: 1.25, floor: 0.002 },
  };
  const slices = (share: (slice: number) => number): Pair[] =>
    Array.from({ length: HOURS * 240 }, (_, slice): Pair => [300, 300 * share(slice)]);
  const judged = (day: Day) => judgePlacebos(day, POLICY_BESIDE, START);

  it('are called bad where they were, and nowhere else', () => {
    const at = 480;
    const windows = judged({ errors: slices((slice) => (slice >= at && slice < at + 20 ? 0.04 : 0.002)), slow: [] });
    expect(windows).toHaveLength((HOURS * 240 - 120) / 20);
    expect(windows.filter(({ state }) => state !== 'healthy')).toEqual([
      expect.objectContaining({ state: 'regressed', reason: 'worseThanBefore', startedMs: START - (HOURS * 240 - at) * 15_000 }),
    ]);
  });

  it('are judged by their response times as well', () => {
    const slow = [
      { le: 0.1, counts: slices(() => 0.4) },
      { le: 0.5, counts: slices((slice) => (slice >= 480 && slice < 500 ? 0.1 : 0.004)) },
    ];
    const windows = judged({ errors: slices(() => 0), slow });
    expect(windows.filter(({ state }) => state === 'slower')).toHaveLength(1);
  });

  it('are left out where too little was served', () => {
    const few = { errors: slices(() => 0).map((): Pair => [2, 0]), slow: [] };
    expect(judged(few)).toEqual([]);
    expect(judged({ ...few, errors: few.errors.map((): Pair => [3, 0]) })).not.toEqual([]);
  });
});
