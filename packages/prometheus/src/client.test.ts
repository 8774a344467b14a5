import { describe, expect, it } from '@jest/globals';
import { memoryHttp } from '@slipway/system/memory';
import { prometheus } from './client.ts';

const answering = (status: number, body: string, token: () => string | undefined = () => undefined) => {
  const bodies: string[] = [];
  const http = memoryHttp(({ body: asked }) => {
    bodies.push(String(asked));
    return { status, body };
  });
  const signal = new AbortController().signal;
  return { bodies, source: prometheus(http, { url: 'https://prometheus/prefix/', token: async () => token(), signal }) };
};
const matrix = (rest: object): string => JSON.stringify({ status: 'success', ...rest });

describe('an answer of Prometheus', () => {
  it.each<[string, number, string, string, RegExp]>([
    ['that is half of one', 200, '{"status":"succ', 'PROMETHEUS_FAILED', /no JSON, but/],
    ['that is a page to log in', 200, '<html>log in</html>', 'PROMETHEUS_FAILED', /<html>log in/],
    ['503', 503, 'no', 'PROMETHEUS_FAILED', /answered 503/],
    ['429', 429, 'slow down', 'PROMETHEUS_FAILED', /answered 429/],
    ['401', 401, 'no', 'PROMETHEUS_DENIED', /answered 401/],
    ['that does not understand the question', 400, '{"status":"error","error":"parse error"}', 'PROMETHEUS_QUERY', /parse error/],
    ['with a warning', 200, matrix({ warnings: ['store is away'], data: { result: [] } }), 'PROMETHEUS_PARTIAL', /store is away/],
    ['that is a scalar', 200, matrix({ data: { resultType: 'scalar', result: [1, '2'] } }), 'PROMETHEUS_QUERY', /a scalar/],
    ['that is a string', 200, matrix({ data: { resultType: 'string', result: [1, 'x'] } }), 'PROMETHEUS_QUERY', /a string/],
    [
      'with more series than any service has',
      200,
      matrix({ data: { resultType: 'matrix', result: Array.from({ length: 10_001 }, () => ({ metric: {}, values: [] })) } }),
      'PROMETHEUS_QUERY',
      /10001 series/,
    ],
  ])('%s is told', async (_, status, body, code, text) => {
    const failure = await answering(status, body)
      .source.read('a', 60)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ problems: [{ code, message: expect.stringMatching(text) }] });
  });

  it('is asked for below the path of the address, up to a moment where one is given', async () => {
    const { source, bodies } = answering(200, matrix({ data: { resultType: 'matrix', result: [] } }));
    await source.read('a{b="c"}', 59.2);
    await source.read('a', 60, 1500);
    expect(bodies.map((body) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
      { query: 'a{b="c"}[60s]' },
      { query: 'a[60s]', time: '1.5' },
    ]);
  });

  it('keeps no sample that is not a number', async () => {
    const values = [
      [1, '5'],
      [2, 'NaN'],
      [3, '+Inf'],
      [4, '7'],
    ];
    const { source } = answering(200, matrix({ data: { resultType: 'matrix', result: [{ metric: { a: 'b' }, values }] } }));
    expect((await source.read('a', 60)).series).toEqual([
      {
        labels: { a: 'b' },
        points: [
          [1000, 5],
          [4000, 7],
        ],
      },
    ]);
  });

  it('that denies a token is asked once more with a newer one, and not with the same', async () => {
    const tokens = ['first', 'second', 'third'];
    const renewed = answering(401, 'no', () => tokens.shift());
    await renewed.source.read('a', 60).catch(() => undefined);
    expect([renewed.bodies.length, tokens]).toEqual([2, ['third']]);
    const fixed = answering(401, 'no', () => 'same');
    await fixed.source.read('a', 60).catch(() => undefined);
    expect(fixed.bodies).toHaveLength(1);
  });
});
