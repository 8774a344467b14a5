import { describe, expect, test } from '@jest/globals';
import type { KubeObject, Right } from '@slipway/kubernetes';
import { memoryCluster } from '@slipway/kubernetes/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { HttpRequest } from '@slipway/system';
import { memoryFiles, memoryHttp, type ScriptedExec, scriptedExec } from '@slipway/system/memory';
import { action } from './action.ts';
import { run } from './run.ts';

const SUITE = `version: 1
requests:
  - { name: read, get: /orders, expect: { status: 200 } }
  - { name: order, post: /orders, json: {}, expect: { status: 201 } }
`;
const KUBECONFIG = `apiVersion: v1
kind: Config
current-context: lab
contexts: [{ name: lab, context: { cluster: lab, user: robot } }]
clusters: [{ name: lab, cluster: { server: 'https://k8s' } }]
users: [{ name: robot, user: { token: cluster-token } }]
`;
const PROXY = /^https:\/\/k8s\/api\/v1\/namespaces\/shop\/(services|pods)\/([^/]+)\/proxy(\/.*)$/;

const pod = (name: string, ready = true): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop' },
  status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
});

interface Scene {
  readonly inputs?: Record<string, string>;
  readonly suite?: string;
  readonly objects?: readonly KubeObject[];
  readonly denied?: (right: Right) => boolean;
  /** The version that one behind the proxy tells; `away` when nobody is behind it. */
  readonly version?: (kind: string, name: string, count: number) => string;
  readonly exec?: ScriptedExec;
}

/** Runs the action beside an API server in memory, and tells what went through its proxy and which token it saw. */
async function smoke({ inputs, suite = SUITE, objects = [], denied = () => false, version = () => 'new', exec }: Scene) {
  const cluster = memoryCluster({ objects, denied });
  const asked: string[] = [];
  const tokens = new Set<string | undefined>();
  const proxy = ({ method = 'GET', headers }: HttpRequest, kind: string, name: string, path: string) => {
    asked.push(`${method} ${kind}/${name}${path}`);
    tokens.add(headers?.['authorization']);
    const told = version(kind, name, asked.length);
    const body = JSON.stringify({ kind: 'Status', apiVersion: 'v1', message: 'no endpoints available for service "orders"' });
    return told === 'away' ? { status: 503, body } : { status: method === 'POST' ? 201 : 200, headers: { 'x-version': told } };
  };
  const http = memoryHttp(async (request) => {
    const [, kind, name, path] = PROXY.exec(request.url) ?? [];
    if (kind !== undefined && name !== undefined && path !== undefined) return proxy(request, kind, name, path);
    const response = await cluster.http.fetch(request);
    return { status: response.status, body: await response.text() };
  });
  const given = { url: 'service/orders:http', namespace: 'shop', kubeconfig: KUBECONFIG, ...inputs };
  const files = memoryFiles({ '.slipway/smoke.yml': suite });
  const host = memoryHost(given, { files, http, ...(exec && { exec }) });
  const exitCode = await runAction(action, run, host);
  return { exitCode, asked, tokens: [...tokens], ...host.written };
}

describe('a service within a cluster', () => {
  test('is asked through the API server, with its credentials', async () => {
    const { exitCode, asked, tokens, reports } = await smoke({});
    expect(exitCode).toBe(0);
    expect(asked).toEqual(['GET services/orders:http/', 'GET services/orders:http/orders', 'POST services/orders:http/orders']);
    expect(tokens).toEqual(['Bearer cluster-token']);
    expect(JSON.stringify(reports)).toContain('All 2 requests to service/orders:http were answered as expected.');
  });

  test('that has no pod yet is waited for, though the API server answers', async () => {
    const { outputs, asked } = await smoke({ version: (_, __, count) => (count < 4 ? 'away' : 'new') });
    expect(outputs).toMatchObject({ verdict: 'pass' });
    expect(asked.length).toBe(6);
    const { annotations } = await smoke({ version: () => 'away', inputs: { 'ready-within': '2s' } });
    expect(annotations[0]?.message).toContain('Service orders:http in namespace shop did not answer: no endpoints available');
  });

  test('is not asked without the rights that the suite needs, each told', async () => {
    const denied = ({ subresource, verb }: Right): boolean => subresource === 'proxy' && verb === 'create';
    const { annotations, asked } = await smoke({ denied });
    expect(annotations.map(({ title, message }) => [title, message.split(',')[0]])).toEqual([
      ['K8S_RIGHT_MISSING', expect.stringContaining('may not create services/proxy in namespace shop')],
    ]);
    expect(asked).toEqual([]);
  });

  test('is not asked for what the API server hides, each on its line', async () => {
    const suite = `version: 1
requests:
  - name: a
    get: /a
    headers:
      Authorization: Bearer x
  - name: b
    get: /b
    expect:
      tls: { daysLeft: 1 }
  - name: c
    get: /c
    expect:
      dns: {}
  - { name: d, get: /d, expect: { dns: { name: orders.test } } }
`;
    const { annotations, asked } = await smoke({ suite });
    expect(annotations.map(({ title, line }) => [title, line])).toEqual([
      ['SUITE_WITHIN_CLUSTER', 6],
      ['SUITE_WITHIN_CLUSTER', 10],
      ['SUITE_WITHIN_CLUSTER', 14],
    ]);
    expect(asked).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['without a namespace', { namespace: '' }, 'needs "namespace"'],
    ['with authorities of its own', { 'ca-file': 'ca.pem' }, '"ca-file" is of no use'],
    ['with pods and no version', { pods: 'app=orders' }, '"expect-version" is missing'],
    ['with a port and no pods', { 'pod-port': '80' }, 'without "pods"'],
    ['where nothing is asked there', { url: 'http://orders' }, 'nothing is asked there'],
    ['by two ways', { 'kubeconfig-path': 'k' }, 'Both'],
  ])('%s is a contradiction', async (_, inputs, words) => {
    const { annotations, asked } = await smoke({ inputs });
    expect(annotations.map(({ message }) => message).join('\n')).toContain(words);
    expect(asked).toEqual([]);
  });
});

describe('the version of all pods that are ready', () => {
  const inputs = {
    pods: 'app=orders',
    'pod-port': '8080',
    'expect-version': 'new',
    'version-within': '2s',
    'version-streak': '2',
  };
  const objects = [pod('a'), pod('b'), pod('c', false)];

  test('is proved by as many answers in a row of each, and the others are not asked', async () => {
    const { outputs, asked } = await smoke({ inputs, objects });
    expect(outputs).toMatchObject({ verdict: 'pass', version: 'proved' });
    const pods = asked.filter((each) => each.includes('pods/'));
    expect(pods.sort()).toEqual([...Array(2).fill('GET pods/a:8080/orders'), ...Array(2).fill('GET pods/b:8080/orders')]);
  });

  test('is waited for', async () => {
    const { outputs } = await smoke({
      inputs,
      objects,
      version: (_, name, count) => (name === 'b:8080' && count < 6 ? 'old' : 'new'),
    });
    expect(outputs).toMatchObject({ verdict: 'pass', version: 'proved' });
  });

  test.each<[string, string, Scene['version'], readonly KubeObject[]]>([
    ['mixed', '1 × "new", 1 × "old"', (_, name) => (name === 'b:8080' ? 'old' : 'new'), objects],
    ['mixed', '1 × "none told"', (_, name) => (name === 'b:8080' ? 'away' : 'new'), objects],
    ['version-mismatch', 'got "old"', () => 'old', objects],
    ['untold', 'no pod that is ready', undefined, [pod('c', false)]],
  ])('is %s and never green, with %s', async (kind, words, version, some) => {
    const { exitCode, outputs, annotations, asked } = await smoke({ inputs, objects: some, ...(version && { version }) });
    expect([exitCode, outputs['version']]).toEqual([1, kind]);
    expect(annotations[0]?.message).toContain(words);
    expect(asked).not.toContain('POST services/orders:http/orders');
  });

  test('may be that of a service which is asked from outside', async () => {
    const version: Scene['version'] = (kind) => (kind === 'pods' ? 'old' : 'new');
    const { outputs } = await smoke({
      inputs: { ...inputs, url: 'https://k8s/api/v1/namespaces/shop/services/x/proxy' },
      objects,
      version,
    });
    expect(outputs).toMatchObject({ verdict: 'fail', version: 'version-mismatch' });
  });

  test('is proved again after an end-to-end command, of each pod that is ready then', async () => {
    const e2e = {
      ...inputs,
      ...{ mode: 'e2e', url: 'https://orders.test', command: 'e2e', reports: 'e2e/*.xml', 'min-tests': '0' },
    };
    let done = false;
    const scripted = scriptedExec(() => {
      done = true;
      return {};
    });
    const start: ScriptedExec['start'] = async (...call) => {
      const running = await scripted.start(...call);
      void running.stop();
      return running;
    };
    const exec = { ...scripted, start };
    const version: Scene['version'] = (_, name) => (done && name === 'b:8080' ? 'old' : 'new');
    const { outputs, reports } = await smoke({ inputs: e2e, objects, version, exec });
    expect([scripted.calls.length, outputs['version'], outputs['verdict']]).toEqual([1, 'mixed', 'inconclusive']);
    expect(reports[0]?.headline).toContain('after the tests several versions answer: 1 × "new", 1 × "old"');
  });
});
