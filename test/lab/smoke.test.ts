import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as smoke from '@slipway/action-smoke-test';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { run } from '../../scripts/tools/index.ts';
import { type Lab, up } from './index.ts';

const MINUTE_MS = 60_000;
const NAMESPACE = `smoke-${Date.now().toString(36)}`;
const PROGRAM = `require('node:http').createServer((request, response) => {
  response.setHeader('x-version', process.env.VERSION);
  response.end(request.url);
}).listen(8080)`;

let lab: Lab;
let root: string;

const kubectl = (args: readonly string[], input = ''): Promise<string> =>
  run(lab.kubectl, ['--kubeconfig', lab.kubeconfig, ...args], { input });

const deployment = (name: string, version: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: NAMESPACE },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web', name } },
    template: {
      metadata: { labels: { app: 'web', name } },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [
          {
            name: 'web',
            image: 'node:24',
            command: ['node', '-e', PROGRAM],
            env: [{ name: 'VERSION', value: version }],
            ports: [{ name: 'http', containerPort: 8080 }],
            readinessProbe: { httpGet: { path: '/', port: 8080 }, periodSeconds: 1 },
          },
        ],
      },
    },
  },
});

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: NAMESPACE },
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
};

async function bring(...objects: readonly object[]): Promise<void> {
  await kubectl(['apply', '--server-side', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  await kubectl(['-n', NAMESPACE, 'wait', 'deployment', '--all', '--for=condition=Available', '--timeout=90s']);
}

beforeAll(async () => {
  lab = await up();
  root = mkdtempSync(join(tmpdir(), 'slipway-smoke-'));
  writeFileSync(
    join(root, 'suite.yml'),
    'version: 1\nrequests:\n  - { name: echo, get: /some/path, expect: { status: 200, body: /some/path } }\n',
  );
  await kubectl(['create', 'namespace', NAMESPACE]);
  await bring(service, deployment('first', 'one'));
}, 20 * MINUTE_MS);

afterAll(async () => {
  await kubectl(['delete', 'namespace', NAMESPACE, '--wait=false']);
  rmSync(root, { recursive: true });
});

async function act(inputs: Readonly<Record<string, string>> = {}) {
  const given = {
    ...{ url: 'service/web:http', namespace: NAMESPACE, 'kubeconfig-path': lab.kubeconfig, suite: 'suite.yml' },
    ...{ 'version-header': 'x-version', 'expect-version': 'one', pods: 'app=web' },
    ...inputs,
  };
  const host = memoryHost(given, { log: memoryLog(), clock: nodeClock, http: nodeHttp, files: nodeFiles(root) });
  const exitCode = await runAction(smoke.action, smoke.run, host);
  const { outputs, annotations } = host.written;
  return { exitCode, outputs, said: annotations.map(({ message }) => message).join('\n') };
}

test(
  'a service without an address outside is asked through the API server, and each of its pods for its version',
  async () => {
    const { exitCode, said } = await act();
    expect([exitCode, said]).toEqual([0, '']);
  },
  MINUTE_MS,
);

test(
  'pods of another version beside them are a mixed fleet, whichever of them the service leads to',
  async () => {
    await bring(deployment('second', 'two'));
    const { exitCode, outputs } = await act({ 'version-within': '3s' });
    expect([exitCode, outputs['version']]).toEqual([1, 'mixed']);
  },
  3 * MINUTE_MS,
);

test(
  'a service that is not there is told',
  async () => {
    const { exitCode, said } = await act({ url: 'service/nobody:http', 'expect-version': '', 'version-header': '', pods: '' });
    expect(exitCode).toBe(1);
    expect(said).toContain('nobody');
  },
  MINUTE_MS,
);
