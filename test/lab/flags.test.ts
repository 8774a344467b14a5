import { beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
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
