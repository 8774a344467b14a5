import type { BucketSeries, CounterSeries, Version } from './counter.ts';
import { type WatchState, WatchJudge } from './judge.ts';
import type { WatchReason } from './question.ts';
import type { Day, Pair, WatchPolicy, WatchSamples } from './samples.ts';

/** One window of the past, judged as if a release had begun with it. */
export interface PlaceboWindow {
  readonly startedMs: number;
  readonly state: WatchState;
  readonly reason?: WatchReason;
  readonly requests: number;
  readonly errors: number;
}

type Points = CounterSeries['points'];
type Stretch = readonly [from: number, to: number];

/** A stretch of slices as a counter, each rise in the middle of its slice. */
function pointsOf(
  pairs: readonly Pair[],
  [from, to]: Stretch,
  of: (pair: Pair) => number,
  atMs: (slice: number) => number,
): Points {
  let value = 0;
  const points: (readonly [number, number])[] = [[atMs(from) - 1, 0]];
  for (let slice = from; slice < to; slice += 1) {
    value += of(pairs[slice] ?? [0, 0]);
    points.push([atMs(slice + 0.5), value]);
  }
  return points;
}

function countersOf(day: Day, version: Version, stretch: Stretch, atMs: (slice: number) => number): readonly CounterSeries[] {
  const each = (error: boolean, of: (pair: Pair) => number): CounterSeries => ({
    ...{ version, pod: version, request: true, error, points: pointsOf(day.errors, stretch, of, atMs) },
  });
  return [each(false, ([total, bad]) => total - bad), each(true, ([, bad]) => bad)];
}

function bucketsOf({ slow }: Day, version: Version, stretch: Stretch, atMs: (slice: number) => number): readonly BucketSeries[] {
  const bucket = (le: number | null, counts: readonly Pair[], of: (pair: Pair) => number): BucketSeries => ({
    ...{ version, pod: version, le, points: pointsOf(counts, stretch, of, atMs) },
  });
  const all = slow[0] === undefined ? [] : [bucket(null, slow[0].counts, ([total]) => total)];
  return [...all, ...slow.map(({ le, counts }) => bucket(le, counts, ([total, over]) => total - over))];
}

/** What a watch would have seen that began with a slice of the day. */
function windowAt(
  day: Day,
  policy: WatchPolicy,
  start: number,
  shape: { history: number; watch: number; fromMs: number },
): WatchSamples {
  const { history, watch, fromMs } = shape;
  const atMs = (slice: number): number => fromMs + slice * policy.intervalMs;
  const [past, now]: [Stretch, Stretch] = [
    [start - history, start],
    [start, start + watch],
  ];
  return {
    startedMs: atMs(start),
    leftEdgeMs: atMs(start - history) - 1,
    nowMs: atMs(start + watch),
    series: [...countersOf(day, 'old', past, atMs), ...countersOf(day, 'new', now, atMs)],
    buckets: [...bucketsOf(day, 'old', past, atMs), ...bucketsOf(day, 'new', now, atMs)],
  };
}

/**
 * Judges the windows of a day, one after the other, each beside the half hour before it, look by look: what is called bad here was
 * no release, so it is how often a watch of this service is wrong. Windows with too few requests to judge are left out.
 */
export function judgePlacebos(day: Day, policy: WatchPolicy, untilMs: number): readonly PlaceboWindow[] {
  const { durationMs, intervalMs, minRequests, comparison } = policy;
  const [watch, history] = [Math.ceil(durationMs / intervalMs), Math.round((comparison?.historyMs ?? 0) / intervalMs)];
  const fromMs = untilMs - day.errors.length * intervalMs;
  const windows: PlaceboWindow[] = [];
  for (let start = history; start + watch <= day.errors.length; start += watch) {
    if (day.errors.slice(start, start + watch).reduce((sum, [total]) => sum + total, 0) < minRequests) continue;
    const samples = windowAt(day, policy, start, { history, watch, fromMs });
    const judge = new WatchJudge({ ...policy, lateMs: 0, onePodCounts: true });
    let verdict = judge.judge({ ...samples, nowMs: samples.startedMs + intervalMs });
    for (let look = 2; look <= watch && verdict.state === 'watching'; look += 1) {
      const nowMs = samples.startedMs + look * intervalMs;
      const visible = <S extends { readonly points: Points }>(each: S): S => ({
        ...each,
        points: each.points.filter(([atMs]) => atMs <= nowMs),
      });
      verdict = judge.judge({
        ...{ ...samples, nowMs, series: samples.series.map(visible) },
        ...(samples.buckets && { buckets: samples.buckets.map(visible) }),
      });
    }
    const { state, reason, fresh } = verdict;
    windows.push({ startedMs: samples.startedMs, state, ...(reason && { reason }), ...fresh });
  }
  return windows;
}
