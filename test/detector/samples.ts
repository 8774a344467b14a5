import type { Count } from '@slipway/detector';
import type { BucketSeries, CounterSeries, Day, Pair, Version, WatchSamples } from '@slipway/rollout';
import { type Cell, HISTORY_SECONDS, PODS } from './cell.ts';
import { BOUNDARIES } from './times.ts';
import type { PastSlice, Scrape, Traffic } from './traffic.ts';

/** When drawn watches begin, in milliseconds. */
const START_MS = 10_000_000;
const atMs = (second: number): number => START_MS + second * 1000;

type Points = CounterSeries['points'];
const LES: readonly (number | null)[] = [...BOUNDARIES, null];

/** Rises in slices before and during a watch, as a counter that was there long before. */
function counterOf(rises: readonly number[], scrape: number, seconds: number): Points {
  let value = 1000;
  const start: (readonly [number, number])[] = [[atMs(-seconds - scrape), value]];
  return start.concat(
    rises.map((rise, index) => {
      value += rise;
      // In the middle of its slice, so that it belongs to no other one.
      return [atMs(-seconds + (index + 0.5) * scrape), value] as const;
    }),
  );
}

function pairOf(version: Version, pod: string, slices: readonly Count[], scrape: number): readonly CounterSeries[] {
  const each = (error: boolean, of: (count: Count) => number): CounterSeries => ({
    ...{ version, pod, request: true, error, points: counterOf(slices.map(of), scrape, HISTORY_SECONDS) },
  });
  return [each(false, ({ total, bad }) => total - bad), each(true, ({ bad }) => bad)];
}

/** The counters of the new pods, which are born with the watch. */
function newPod(scrapes: readonly Scrape[], index: number): readonly CounterSeries[] {
  const each = (error: boolean, of: (scrape: Scrape) => number): CounterSeries => ({
    ...{ version: 'new', pod: `new-${index}`, request: true, error },
    // A series with labels is there from its first rise on.
    points: scrapes.filter((scrape) => of(scrape) > 0).map((scrape) => [atMs(scrape.at), of(scrape)]),
  });
  return [each(false, ({ good }) => good), each(true, ({ bad }) => bad)];
}

function bucketsOf({ pods, history }: Traffic, { scrape, timed }: Cell): readonly BucketSeries[] {
  if (!timed) return [];
  const within = (slice: PastSlice, index: number): number => slice.within[index] ?? slice.total;
  return LES.flatMap((le, index) => [
    {
      ...{ version: 'old' as const, pod: 'old-0', le },
      points: counterOf(
        history.map((slice) => within(slice, index)),
        scrape,
        HISTORY_SECONDS,
      ),
    },
    ...pods.map((scrapes, pod) => ({
      ...{ version: 'new' as const, pod: `new-${pod}`, le },
      points: scrapes.map((each) => [atMs(each.at), each.within[index] ?? each.good + each.bad] as const),
    })),
  ]);
}

function dayOf({ past }: Traffic, { timed }: Cell): Day {
  const slow = BOUNDARIES.map((le, index) => ({
    le,
    counts: past.map(({ total, within }): Pair => [total, total - (within[index] ?? 0)]),
  }));
  return { errors: past.map(({ total, bad }): Pair => [total, bad]), slow: timed ? slow : [] };
}

/** A drawn watch as the action would have read it: what could be seen at a second of it. */
export function seenAt(traffic: Traffic, cell: Cell, withDay: boolean): (second: number) => WatchSamples {
  const { neighbours, history, pods } = traffic;
  const series = [
    ...pairOf('old', 'old-0', history, cell.scrape),
    ...pods.flatMap(newPod),
    ...(cell.shared ? pairOf('neighbour', 'other', [...neighbours.history, ...neighbours.during], cell.scrape) : []),
  ];
  const buckets = bucketsOf(traffic, cell);
  const day = withDay ? { day: dayOf(traffic, cell) } : {};
  return (second) => {
    const newest = atMs(second - cell.lag);
    const visible = <S extends { readonly version: Version; readonly points: Points }>(each: S): S =>
      each.version === 'old' ? each : { ...each, points: each.points.filter(([at]) => at <= newest) };
    return {
      ...{ startedMs: START_MS, leftEdgeMs: atMs(-HISTORY_SECONDS - cell.scrape), nowMs: atMs(second), newPods: PODS },
      ...{ series: series.map(visible).filter(({ points }) => points.length > 0), ...day },
      ...(cell.timed && { buckets: buckets.map(visible).filter(({ points }) => points.length > 0) }),
    };
  };
}
