import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as flagging from '@slipway/action-feature-flag';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { up } from './index.ts';

const MINUTE_MS = 60_000;
const FLAG = `checkout-${Date.now().toString(36)}`;
const FEATURES = '/api/admin/projects/default/features';

let url: string;
let token: string;

async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { authorization: token, 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

async function act(inputs: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'slipway-flags-'));
  const log = memoryLog();
  const given = {
    flag: FLAG,
    provider: 'unleash',
    server: url,
    'server-token': token,
    project: 'default',
    environment: 'production',
  };
  const host = memoryHost({ ...given, ...inputs }, { log, clock: nodeClock, http: nodeHttp, files: nodeFiles(root) });
  const exitCode = await runAction(flagging.action, flagging.run, host);
  rmSync(root, { recursive: true });
  const { outputs, annotations } = host.written;
  return {
    exitCode,
    outputs,
    said: annotations.map(({ message }) => message).join('\n'),
    titles: annotations.map(({ title }) => title),
  };
}

beforeAll(async () => {
  const lab = await up({ with: ['unleash'] });
  if (lab.unleash === undefined) throw new Error('the lab came up without Unleash');
  ({ url, token } = lab.unleash);
  expect((await ask('POST', FEATURES, { name: FLAG, type: 'release', impressionData: false })).status).toBe(201);
  const parameters = { rollout: '10', stickiness: 'default', groupId: FLAG };
  const strategy = { name: 'flexibleRollout', parameters, constraints: [] };
  const at = `${FEATURES}/${FLAG}/environments/production`;
  expect((await ask('POST', `${at}/strategies`, strategy)).status).toBe(200);
  expect((await ask('POST', `${at}/on`, {})).status).toBe(200);
}, 10 * MINUTE_MS);

const production = async (): Promise<{ enabled: boolean; strategies: readonly { parameters: { rollout: string } }[] }> =>
  (await ask('GET', `${FEATURES}/${FLAG}/environments/production`)).body as never;

describe('a real Unleash', () => {
  test('takes a percentage', async () => {
    expect((await act({ mode: 'set', percentage: '25' })).outputs['changed']).toBe('true');
    expect((await production()).strategies[0]?.parameters.rollout).toBe('25');
    expect((await act({ mode: 'set', percentage: '25' })).outputs['changed']).toBe('false');
  });

  test('has a feature off for those who ask it within the budget of a drill', async () => {
    const probe = { 'probe-url': `${url}${FEATURES}/${FLAG}/environments/production`, 'probe-off': '"enabled":false' };
    // It takes the token as it is, and a probe sends a bearer's; Unleash reads both.
    const { exitCode, outputs, said } = await act({ mode: 'kill', ...probe, 'probe-token': token, budget: '30s' });
    expect([exitCode, said]).toEqual([0, '']);
    expect(Number(outputs['seconds'])).toBeLessThan(30);
    expect((await production()).enabled).toBe(false);
    expect((await act({ mode: 'set', state: 'on' })).outputs['changed']).toBe('true');
    expect((await production()).enabled).toBe(true);
  });

  test('refuses a wrong token, and knows no other flag', async () => {
    expect((await act({ mode: 'set', state: 'off', 'server-token': 'nobody-knows-this' })).titles).toEqual([
      'FLAGS_UNAUTHORISED',
    ]);
    expect((await act({ mode: 'set', state: 'off', flag: 'nobody-has-this' })).titles).toEqual(['FLAG_ABSENT']);
    expect((await production()).enabled).toBe(true);
  });
});

/** Listens on a port of the system's choice. */
async function portOf(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** A service of a hundred requests a second whose feature, for those who have it by Unleash, fails every other time from 50 % on. */
async function startService() {
  const counts: Record<string, number> = {};
  let share = 0;
  const asking = setInterval(() => {
    production().then(
      ({ enabled, strategies }) => {
        share = enabled ? Number(strategies[0]?.parameters.rollout) : 0;
      },
      () => undefined,
    );
  }, 300);
  let served = 0;
  const serving = setInterval(() => {
    for (let request = 0; request < 20; request += 1, served += 1) {
      const on = (served * 37) % 100 < share;
      const series = `checkout="${on ? 'on' : 'off'}",code="${on && share >= 50 && served % 2 === 0 ? 500 : 200}"`;
      counts[series] = (counts[series] ?? 0) + 1;
    }
  }, 200);
  const server = createServer((_, response) => {
    const lines = Object.entries(counts).map(([labels, count]) => `requests_total{${labels}} ${count}`);
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(`${lines.join('\n')}\n`);
  });
  const port = await portOf(server);
  const stop = (): void => {
    clearInterval(asking);
    clearInterval(serving);
    server.close();
  };
  return { port, stop };
}

/** A Prometheus of its own that scrapes one address each second. */
async function startPrometheus(target: number) {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-prometheus-'));
  const free = createServer();
  const port = await portOf(free);
  await new Promise((resolve) => free.close(resolve));
  const scrape = { job_name: 'orders', static_configs: [{ targets: [`127.0.0.1:${target}`] }] };
  const config = { global: { scrape_interval: '1s', scrape_timeout: '1s' }, scrape_configs: [scrape] };
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const args = [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`];
  const child = spawn('prometheus', [...args, `--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const address = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + MINUTE_MS; ; await new Promise((resolve) => setTimeout(resolve, 300))) {
    const answer = await fetch(`${address}/api/v1/query?query=requests_total`).then(
      (response) => response.text(),
      () => '',
    );
    if (answer.includes('"checkout"')) break;
    if (Date.now() > until) throw new Error(`Prometheus saw nothing: ${answer}`);
  }
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { address, stop };
}

test(
  'a ramp on a real Unleash and a real Prometheus is stopped at the step that breaks, and taken back',
  async () => {
    expect((await act({ mode: 'set', percentage: '0' })).exitCode).toBe(0);
    const service = await startService();
    const prometheus = await startPrometheus(service.port);
    try {
      const { exitCode, titles, outputs, said } = await act({
        ...{ mode: 'ramp', steps: '20, 50, 100', hold: '8s', 'hold-max': '60s', interval: '1s', 'min-requests': '30' },
        ...{ 'prometheus-url': prometheus.address, metric: 'requests_total{job="orders"}', 'feature-label': 'checkout' },
      });
      expect([exitCode, titles]).toEqual([1, ['RAMP_STOPPED']]);
      expect(said).toMatch(
        /was stopped at 50 %: \d+ of \d+ requests failed .* over 5\.00 % beyond chance; it was taken back to 0 %/,
      );
      expect([outputs['decision'], outputs['share']]).toEqual(['stopped', '0']);
      expect(await production()).toMatchObject({ enabled: true, strategies: [{ parameters: { rollout: '0' } }] });
    } finally {
      service.stop();
      await prometheus.stop();
    }
  },
  3 * MINUTE_MS,
);
