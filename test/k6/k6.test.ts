import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '@slipway/action-smoke-test';
import { action } from '@slipway/action-smoke-test/action';
import { nodeExec, runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { nodeFiles } from '@slipway/system/node';
import { tool } from '../../scripts/tools/index.ts';

const REQUESTS = 250;
const script = (threshold: string): string => `import http from 'k6/http';
export const options = { vus: 1, iterations: ${REQUESTS}, thresholds: { http_req_duration: ['${threshold}'] } };
export default function () { http.get(__ENV.BASE_URL + '/?user=' + __ENV.USER_NAME); }
`;

describe('the real k6', () => {
  let [folder, url, program] = ['', '', ''];
  let got: string[] = [];
  let every = Number.POSITIVE_INFINITY;
  let server: Server;

  beforeAll(async () => {
    program = await tool('k6');
    folder = mkdtempSync(join(tmpdir(), 'k6-'));
    mkdirSync(join(folder, 'temp'));
    server = createServer((request, response) => {
      got.push(request.url ?? '');
      response.writeHead(got.length % every === 0 ? 500 : 200).end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }, 1_200_000);

  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function load(text: string, errorEvery = Number.POSITIVE_INFINITY) {
    [got, every] = [[], errorEvery];
    writeFileSync(join(folder, 'load.js'), text);
    const ports = { exec: nodeExec({ environment: process.env, workspace: folder }), files: nodeFiles(folder) };
    const inputs = { mode: 'k6', url, 'k6-script': 'load.js', k6: program, values: 'USER_NAME=ann' };
    const host = memoryHost(inputs, ports, { workspace: folder, temp: join(folder, 'temp') });
    return { exitCode: await runAction(action, run, host), ...host.written };
  }

  test('is given the address and the values, and its points are read', async () => {
    const { exitCode, outputs } = await load(script('p(95)<60000'));
    expect(new Set(got)).toEqual(new Set(['/?user=ann']));
    expect(got).toHaveLength(REQUESTS);
    expect([exitCode, outputs['performance'], outputs['requests'], outputs['failed']]).toEqual([0, 'pass', '250', '0']);
  }, 120_000);

  test('tells which answers it did not expect', async () => {
    const { exitCode, outputs } = await load(script('p(95)<60000'), 5);
    expect([exitCode, outputs['performance'], outputs['failed'], outputs['error-rate']]).toEqual([
      1,
      'regressed',
      '50',
      '0.2000',
    ]);
  }, 120_000);

  test('says by its exit code and its summary which threshold was crossed', async () => {
    const { exitCode, annotations, outputs } = await load(script('p(95)<0'));
    expect([exitCode, outputs['performance']]).toEqual([1, 'slower']);
    expect(annotations[0]?.message).toContain('http_req_duration: p(95)<0');
  }, 120_000);

  test('that cannot read its script measures nothing', async () => {
    const { exitCode, annotations } = await load('this is no script');
    expect([exitCode, annotations[0]?.title]).toEqual([1, 'K6_FAILED']);
  }, 120_000);
});
