import { describe, expect, it } from '@jest/globals';
import type { Deployment, ReplicaSet } from '@slipway/kubernetes';
import type { WorkloadView } from '@slipway/rollout';
import { dayBefore } from './day.ts';
import type { Prometheus, RawSeries } from '@slipway/prometheus';
import type { Asked } from './selector.ts';

const HOUR_MS = 3_600_000;
const UNTIL_MS = 30 * HOUR_MS;
const INTERVAL_MS = 15_000;

const INPUTS: Asked = {
  ...{
    namespace: 'shop',
    namespaceLabel: 'ns',
    podLabel: 'pod',
    metric: 'requests',
    codeLabel: 'code',
    errorCodes: '5..',
    latencyMetric: 'took',
  },
  ...{ queryTotal: undefined, queryErrors: undefined, onSlower: 'report', neighbours: undefined },
};

function setOf(name: string, madeMs?: number): ReplicaSet {
  const ownerReferences = [{ kind: 'Deployment', name: 'a', uid: 'd' }];
  const made = madeMs === undefined ? {} : { creationTimestamp: new Date(madeMs).toISOString() };
  return { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name, uid: name, ownerReferences, ...made } };
}

function viewOf(...replicaSets: readonly ReplicaSet[]): WorkloadView {
  const workload = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a', uid: 'd' } } as Deployment;
  return { workload, replicaSets, pods: [], events: [] };
}

/** A counter that rises by one each second between two moments. */
function counter(labels: Record<string, string>, fromMs: number, untilMs: number, value = 0): RawSeries {
  const count = Math.floor((untilMs - fromMs) / INTERVAL_MS);
  return { labels, points: Array.from({ length: count }, (_, index) => [fromMs + index * INTERVAL_MS, value + index * 15]) };
}

/** Prometheus with whole series, of which each question gets its stretch. */
function sourceOf(requests: readonly RawSeries[], took: readonly RawSeries[] = []) {
  const asked: { selector: string; untilMs: number | undefined }[] = [];
  const source: Prometheus = {
    read: async (selector, seconds, untilMs = 0) => {
      asked.push({ selector, untilMs });
      const within = ({ labels, points }: RawSeries): RawSeries => ({
        labels,
        points: points.filter(([atMs]) => atMs > untilMs - seconds * 1000 && atMs <= untilMs),
      });
      const series = (selector.startsWith('took') ? took : requests).map(within).filter(({ points }) => points.length > 0);
      return { series, serverMs: undefined };
    },
  };
  return { source, asked };
}

const window = { without: ['a-new'], untilMs: UNTIL_MS, intervalMs: INTERVAL_MS, durationMs: 300_000, boundaries: [0.25] };
const DAY_SECONDS = 24 * 3600;
const totals = (pairs: readonly (readonly [number, number])[]) =>
  pairs.reduce(([total, bad], pair) => [total + pair[0], bad + pair[1]], [0, 0]);

describe('the day before', () => {
  it('is asked for hour by hour, up to the moment and no longer', async () => {
    const { source, asked } = sourceOf([]);
    await dayBefore(source, INPUTS, { ...window, views: [viewOf(setOf('a-old'), setOf('a-new'))] });
    expect(asked).toHaveLength(48);
    expect(asked.map(({ untilMs }) => untilMs).toSorted((a, b) => (a ?? 0) - (b ?? 0))[0]).toBe(UNTIL_MS - 23 * HOUR_MS);
    expect(asked.at(-1)?.untilMs).toBe(UNTIL_MS);
    expect(asked[0]?.selector).toBe('requests{ns=~"shop|",pod=~"(a-old)-[a-z0-9]+"}');
    expect(asked[1]?.selector).toBe('took_bucket{ns=~"shop|",pod=~"(a-old)-[a-z0-9]+",le=~"0\\\\.25(\\\\.0)?|\\\\+Inf"}');
  });

  it('counts each request once, over the hours, births, restarts and copies', async () => {
    const all = { pod: 'a-old-1', code: '200' };
    const { source } = sourceOf([
      counter({ ...all, job: 'one' }, UNTIL_MS - 25 * HOUR_MS, UNTIL_MS, 1_000_000),
      counter({ ...all, job: 'two' }, UNTIL_MS - 25 * HOUR_MS, UNTIL_MS, 1_000_000),
      counter({ pod: 'a-old-2', code: '503' }, UNTIL_MS - 2 * HOUR_MS, UNTIL_MS),
      counter({ pod: 'a-new-1', code: '503' }, UNTIL_MS - 2 * HOUR_MS, UNTIL_MS),
    ]);
    const { errors } = await dayBefore(source, INPUTS, { ...window, views: [viewOf(setOf('a-old'), setOf('a-new'))] });
    expect(errors).toHaveLength(DAY_SECONDS / 15);
    const [total, bad] = totals(errors) as [number, number];
    expect(Math.abs(total - bad - DAY_SECONDS)).toBeLessThanOrEqual(30);
    expect(Math.abs(bad - 2 * 3600)).toBeLessThanOrEqual(15);
  });

  it('counts what took longer than a boundary, however the boundary is written', async () => {
    const from = UNTIL_MS - 25 * HOUR_MS;
    const within = counter({ pod: 'a-old-1', le: '0.250' }, from, UNTIL_MS);
    const half = { ...within, points: within.points.map(([atMs, value]) => [atMs, value / 2] as const) };
    const { source } = sourceOf([], [half, counter({ pod: 'a-old-1', le: '+Inf' }, from, UNTIL_MS)]);
    const { slow } = await dayBefore(source, INPUTS, { ...window, views: [viewOf(setOf('a-old'))] });
    const [total, over] = totals(slow[0]?.counts ?? []) as [number, number];
    expect(over / total).toBeCloseTo(0.5, 3);
  });

  it('leaves out the first minutes of every release', async () => {
    const made = UNTIL_MS - 3 * HOUR_MS;
    const { source } = sourceOf([counter({ pod: 'a-old-1', code: '200' }, UNTIL_MS - 25 * HOUR_MS, UNTIL_MS)]);
    const { errors } = await dayBefore(source, INPUTS, { ...window, views: [viewOf(setOf('a-old', made))] });
    const at = errors.length - (3 * HOUR_MS) / INTERVAL_MS;
    expect(errors.slice(at, at + 20).every(([total]) => total === 0)).toBe(true);
    expect(errors[at + 30]?.[0]).toBe(15);
  });

  it('is empty where no other version is known', async () => {
    const { source, asked } = sourceOf([]);
    const { errors } = await dayBefore(source, INPUTS, { ...window, views: [viewOf(setOf('a-new'))] });
    expect([totals(errors), asked]).toEqual([[0, 0], []]);
  });
});
