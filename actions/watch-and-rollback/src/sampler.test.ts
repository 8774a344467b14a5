import { describe, expect, it } from '@jest/globals';
import type { Prometheus, RawSeries } from '@slipway/prometheus';
import { Sampler } from './sampler.ts';
import type { Asked } from './selector.ts';

const INPUTS: Asked = {
  ...{
    namespace: 'shop',
    namespaceLabel: 'ns',
    podLabel: 'pod',
    metric: 'requests{job="x"}',
    codeLabel: 'code',
    errorCodes: '5..',
    latencyMetric: 'took',
  },
  ...{ queryTotal: undefined, queryErrors: undefined, onSlower: 'report', neighbours: undefined },
};
const VERSIONS = { fresh: ['new'], old: ['old'] };

const samplerOf = (series: (selector: string) => readonly RawSeries[], inputs = INPUTS, serverMs?: number) => {
  const asked: string[] = [];
  const source: Prometheus = {
    read: async (selector) => {
      asked.push(selector);
      return { series: series(selector), serverMs };
    },
  };
  return { sampler: new Sampler(source, inputs, VERSIONS), asked };
};
const point = (labels: Record<string, string>, value = 1): RawSeries => ({ labels, points: [[1000, value]] });

describe('a sampler', () => {
  it('asks for the pods of both versions, the histogram and the neighbours', async () => {
    const { sampler, asked } = samplerOf(() => [], { ...INPUTS, neighbours: 'others' });
    await sampler.read(0, 60_000);
    expect(asked).toEqual([
      'requests{job="x",ns=~"shop|",pod=~"(new|old)-[a-z0-9]+"}',
      'others',
      'took_bucket{ns=~"shop|",pod=~"(new|old)-[a-z0-9]+"}',
    ]);
  });

  it.each(['replica', 'prometheus_replica', 'job', 'cluster_replica'])('counts copies that differ in %s once', async (label) => {
    const { sampler } = samplerOf((selector) =>
      selector.startsWith('requests') ? ['a', 'b'].map((copy) => point({ pod: 'new-1', code: '200', [label]: copy })) : [],
    );
    await sampler.read(0, 60_000);
    expect(sampler.series).toHaveLength(1);
  });

  it('keeps apart what is counted apart: pods, outcomes, routes', async () => {
    const rows = [
      point({ pod: 'new-1', code: '200', route: '/a' }),
      point({ pod: 'new-1', code: '200', route: '/b' }),
      point({ pod: 'new-1', code: '503', route: '/a' }),
      point({ pod: 'old-1', code: '200', route: '/a' }),
      point({ pod: 'other-1', code: '200', route: '/a' }),
    ];
    const { sampler } = samplerOf((selector) => (selector.startsWith('requests') ? rows : []));
    await sampler.read(0, 60_000);
    expect(sampler.series.map(({ version, error }) => [version, error])).toEqual([
      ['new', false],
      ['new', false],
      ['new', true],
      ['old', false],
    ]);
  });

  it('reads buckets with their boundaries, and passes over what is none', async () => {
    const rows = ['0.25', '1.0', '+Inf', 'many'].map((le) => point({ pod: 'new-1', le }));
    const { sampler } = samplerOf((selector) => (selector.startsWith('took') ? rows : []));
    await sampler.read(0, 60_000);
    expect(sampler.buckets.map(({ le }) => le)).toEqual([0.25, 1, null]);
  });

  it('goes by the clock of the server', async () => {
    const { sampler } = samplerOf(() => [], INPUTS, 700_000);
    await sampler.read(100_000, 60_000);
    expect(sampler.skewMs).toBe(600_000);
  });
});
