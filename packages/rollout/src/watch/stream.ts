import type { Count } from '@slipway/detector';
import { type CounterSeries, risesOf, type Version } from './counter.ts';
import { bornAfterMs, type WatchPolicy, type WatchSamples } from './samples.ts';

/** A counter with how often each rise of it counts, as one of all and as a bad one. */
interface Weighed {
  readonly version: Version;
  readonly pod: string;
  readonly points: CounterSeries['points'];
  readonly total: number;
  readonly bad: number;
}

/** What is counted: errors, or answers that took longer than a boundary. */
export type Stream = 'errors' | { readonly slowerThan: number };

function weighed({ series, buckets = [] }: WatchSamples, stream: Stream): readonly Weighed[] {
  if (stream === 'errors') {
    return series.map(({ request, error, ...rest }) => ({ ...rest, total: request ? 1 : 0, bad: error ? 1 : 0 }));
  }
  // All, less those within the boundary.
  return buckets.flatMap(({ le, ...rest }) => {
    if (le === null) return [{ ...rest, total: 1, bad: 1 }];
    return le === stream.slowerThan ? [{ ...rest, total: 0, bad: -1 }] : [];
  });
}

type Slots = readonly { total: number; bad: number }[];

const slots = (length: number): Slots => Array.from({ length: Math.max(0, length) }, () => ({ total: 0, bad: 0 }));

function fill(counters: readonly Weighed[], born: number, into: Slots, slotOf: (atMs: number) => number): Slots {
  for (const counter of counters) {
    for (const [atMs, rise] of risesOf(counter, born)) {
      const slot = into[slotOf(atMs)];
      if (slot === undefined) continue;
      slot.total += rise * counter.total;
      slot.bad += rise * counter.bad;
    }
  }
  return into;
}

/** What the new version did, look by look; what it did before the watch began belongs to the first. */
export function freshSlices(
  samples: WatchSamples,
  policy: WatchPolicy,
  stream: Stream,
  looks: readonly number[],
): readonly Count[] {
  const own = weighed(samples, stream).filter(({ version }) => version === 'new');
  return fill(own, bornAfterMs(samples, policy), slots(looks.length), lookAt(samples, policy, looks.length));
}

function lookAt({ startedMs, nowMs }: WatchSamples, { intervalMs }: WatchPolicy, looks: number): (atMs: number) => number {
  return (atMs) => (atMs > nowMs ? -1 : Math.min(Math.max(0, Math.ceil((atMs - startedMs) / intervalMs) - 1), looks - 1));
}

/** What others did during the watch, look by look. */
export function othersSlices(samples: WatchSamples, policy: WatchPolicy, looks: readonly number[]): readonly Count[] {
  const others = weighed(samples, 'errors').filter(({ version }) => version !== 'new');
  const at = lookAt(samples, policy, looks.length);
  const during = (atMs: number): number => (atMs <= samples.startedMs ? -1 : at(atMs));
  return fill(others, bornAfterMs(samples, policy), slots(looks.length), during);
}

/** What was done before the watch, in slices of one interval each; those without a request are left out. */
export function pastSlices(
  samples: WatchSamples,
  policy: WatchPolicy,
  { stream, versions, historyMs }: { readonly stream: Stream; readonly versions: readonly Version[]; readonly historyMs: number },
): readonly Count[] {
  const fromMs = Math.max(samples.leftEdgeMs, samples.startedMs - historyMs);
  const count = Math.floor((samples.startedMs - fromMs) / policy.intervalMs);
  const own = weighed(samples, stream).filter(({ version }) => versions.includes(version));
  const slotOf = (atMs: number): number => Math.floor((atMs - fromMs) / policy.intervalMs);
  return fill(own, bornAfterMs(samples, policy), slots(count), slotOf).filter(({ total }) => total > 0);
}

/** By pod of the new version, what it did in all. */
export function byPod(samples: WatchSamples, policy: WatchPolicy, stream: Stream): ReadonlyMap<string, Count> {
  const born = bornAfterMs(samples, policy);
  const pods = Map.groupBy(
    weighed(samples, stream).filter(({ version }) => version === 'new'),
    ({ pod }) => pod,
  );
  const upToNow = (atMs: number): number => (atMs > samples.nowMs ? -1 : 0);
  return new Map([...pods].map(([pod, own]) => [pod, fill(own, born, slots(1), upToNow)[0] ?? { total: 0, bad: 0 }]));
}
