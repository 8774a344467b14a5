import { describe, expect, test } from '@jest/globals';
import { parseHistory } from '@slipway/load';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, scriptedExec } from '@slipway/system/memory';
import { action } from '../action.ts';
import { run } from '../run.ts';

interface Told {
  /** How many requests there are, and which of them fail; each takes 5 ms. */
  readonly requests?: number;
  readonly bad?: (index: number) => boolean;
  readonly exitCode?: number;
  readonly dropped?: number;
  readonly thresholds?: Readonly<Record<string, boolean>>;
}

/** What k6 1.4.2 writes. */
function pointsOf({ requests = 600, bad = () => false, dropped = 0 }: Told): string {
  const points = Array.from({ length: requests }, (_, index) => {
    const tags = { expected_response: String(!bad(index)), status: bad(index) ? '500' : '200' };
    const data = { time: new Date(1_000_000 + index * 100).toISOString(), value: 5, tags };
    return JSON.stringify({ metric: 'http_req_duration', type: 'Point', data });
  });
  const data = { time: new Date(1_000_000).toISOString(), value: dropped, tags: {} };
  return [...points, JSON.stringify({ metric: 'dropped_iterations', type: 'Point', data }), ''].join('\n');
}

async function k6(told: Told, inputs: Record<string, string> = {}, more: Record<string, string> = {}) {
  const summary = JSON.stringify({ metrics: { http_req_duration: { thresholds: told.thresholds ?? {} } } });
  const files = memoryFiles({
    'load.js': 'export default function () {}',
    '/temp/k6-points.json': pointsOf(told),
    '/temp/k6-summary.json': summary,
    ...more,
  });
  const exec = scriptedExec(() => ({ exitCode: told.exitCode ?? 0, stderr: told.exitCode === 107 ? 'SyntaxError: here' : '' }));
  const environment = (name: string): string | undefined => (name === 'PASSWORD' ? 'hunter-22' : undefined);
  const given = { mode: 'k6', url: 'http://orders/', 'k6-script': 'load.js', ...inputs };
  const host = memoryHost(given, { files, exec }, { environment });
  const exitCode = await runAction(action, run, host);
  return { exitCode, ...host.written, files, exec };
}

describe("a team's own k6 script", () => {
  test('is run with the address and its values in its environment, no secret in its arguments, and judged', async () => {
    const { exitCode, outputs, exec } = await k6({}, { values: 'USERS=5', 'secret-env': 'PASSWORD' });
    const [call] = exec.calls;
    expect([exitCode, call?.command, call?.args.at(-1)]).toEqual([0, '/usr/bin/k6', 'load.js']);
    expect(call?.options.env).toEqual({ USERS: '5', PASSWORD: 'hunter-22', BASE_URL: 'http://orders' });
    expect(call?.args.join(' ')).not.toContain('hunter');
    expect(outputs).toMatchObject({ performance: 'pass', requests: '600', failed: '0', p95: '5', 'error-rate': '0.0000' });
  });

  test('fails by what it measured', async () => {
    const { exitCode, outputs, annotations } = await k6({ bad: (index) => index % 8 === 0 });
    expect([exitCode, outputs['performance']]).toEqual([1, 'regressed']);
    expect(annotations[0]?.message).toContain('600 requests of load.js to http://orders: regressed: 12.5 %');
  });

  test('fails by its own thresholds, of errors and of latencies', async () => {
    const slow = await k6({ exitCode: 99, thresholds: { 'p(95)<1': true } });
    expect([slow.exitCode, slow.outputs['performance']]).toEqual([1, 'slower']);
    expect(slow.annotations[0]?.message).toContain('thresholds of the script were crossed: http_req_duration: p(95)<1');
    const unnamed = await k6({ exitCode: 99 });
    expect([unnamed.exitCode, unnamed.outputs['performance']]).toEqual([1, 'regressed']);
  });

  test('is compared with the figures of earlier runs of the same script, and of no other', async () => {
    const inputs = { baseline: 'k6.json', 'baseline-out': 'k6.json' };
    const first = await k6({}, inputs);
    const begun = await first.files.readText('k6.json');
    expect(parseHistory('k6.json', begun)[0]?.mix).toMatch(/^k6 load\.js \([0-9a-f]{12}\)$/);
    const lenient = { ...inputs, 'error-rate-max': '50%' };
    const worse = await k6({ bad: (index) => index % 8 === 0 }, lenient, { 'k6.json': begun });
    expect([worse.exitCode, worse.outputs['performance']]).toEqual([1, 'regressed']);
    const changed = await k6({}, inputs, { 'k6.json': begun, 'load.js': '// another' });
    expect(changed.annotations[0]?.title).toBe('Load test: not compared');
  });

  test('is no pass when k6 broke down, sent less than was asked, or nothing', async () => {
    const broken = await k6({ exitCode: 107 });
    expect(broken.annotations[0]).toMatchObject({ title: 'K6_FAILED', message: expect.stringContaining('SyntaxError: here') });
    const dropped = await k6({ dropped: 30 });
    expect([dropped.exitCode, dropped.outputs['performance']]).toEqual([1, 'could-not-tell']);
    const nothing = await k6({ requests: 0 });
    expect([nothing.exitCode, nothing.outputs['performance']]).toEqual([1, 'too-little-traffic']);
  });

  test('that is not there is told with all else that is wrong, before anything is started', async () => {
    const { exec, annotations } = await k6({}, { url: 'orders', 'k6-script': 'none.js', 'secret-env': 'NONE' });
    expect(exec.calls).toEqual([]);
    expect(annotations.map(({ title }) => title)).toEqual(['INPUT_MALFORMED', 'SECRET_ENV_UNSET', 'FILE_NOT_FOUND']);
  });
});
