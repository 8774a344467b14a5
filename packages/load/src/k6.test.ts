import { describe, expect, test } from '@jest/globals';
import { crossedThresholds, readK6Points } from './k6.ts';

async function* lines(...all: readonly string[]): AsyncIterable<string> {
  yield* all;
}

/** A point as k6 1.2.3 writes it. */
const point = (time: string, value: number, tags: object): string =>
  JSON.stringify({ metric: 'http_req_duration', type: 'Point', data: { time, value, tags } });

const OK = { expected_response: 'true', group: '', method: 'GET', name: 'http://x/healthz', scenario: 'a', status: '200' };
const ERROR = { ...OK, error_code: '1500', expected_response: 'false', status: '500' };
const REFUSED = { ...OK, error: 'dial: connection refused', error_code: '1212', expected_response: 'false', status: '0' };
const METRIC =
  '{"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time"},"metric":"http_req_duration"}';

describe('the points of k6', () => {
  test('are requests from their start on, and what was wrong with them', async () => {
    const { samples, spanMs, dropped } = await readK6Points(
      lines(
        METRIC,
        point('2026-11-28T00:57:12.100Z', 100, OK),
        point('2026-11-28T00:57:12.637Z', 37, ERROR),
        point('2026-11-28T02:57:13.000+02:00', 0, REFUSED),
        '{"metric":"http_req_waiting","type":"Point","data":{"time":"2026-11-28T00:57:12Z","value":6,"tags":{}}}',
        '{"metric":"dropped_iterations","type":"Point","data":{"time":"2026-11-28T00:57:12Z","value":2,"tags":{}}}',
        '',
      ),
    );
    expect(samples).toEqual([
      { offsetMs: 0, ms: 100, ok: true },
      { offsetMs: 600, ms: 37, ok: false, why: 'status 500' },
      { offsetMs: 1000, ms: 0, ok: false, why: 'no answer: dial: connection refused' },
    ]);
    expect([spanMs, dropped]).toEqual([1001, 2]);
  });

  test.each([
    ['half a line', '{"metric":"http_req_dur'],
    ['no object', '[]'],
    ['no value', '{"metric":"http_req_duration","type":"Point","data":{"time":"2026-11-28T00:57:12Z"}}'],
    ['no time', '{"metric":"http_req_duration","type":"Point","data":{"time":"soon","value":1}}'],
  ])('that are none are an error: %s', async (_, line) => {
    await expect(readK6Points(lines(line))).rejects.toMatchObject({ code: 'K6_OUTPUT' });
  });
});

describe('the thresholds of k6', () => {
  test('are told when they were crossed', () => {
    const summary = {
      root_group: {},
      metrics: {
        http_req_duration: { avg: 6.1, 'p(95)': 7.5, thresholds: { 'p(95)<1': true, 'p(99)<900': false } },
        http_req_failed: { passes: 15, fails: 136, value: 0.1, thresholds: { 'rate<0.5': false } },
        vus: { value: 0 },
      },
    };
    expect(crossedThresholds(JSON.stringify(summary))).toEqual(['http_req_duration: p(95)<1']);
  });

  test('of what is no summary are an error', () => {
    for (const text of ['', '{}', '{"metrics":[]}'])
      expect(() => crossedThresholds(text)).toThrow('What k6 wrote is not as expected');
  });
});
