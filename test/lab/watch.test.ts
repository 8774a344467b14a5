import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as deploying from '@slipway/action-deploy-k8s';
import * as watch from '@slipway/action-watch-and-rollback';
import { memoryGitHub } from '@slipway/github/memory';
import { connect, KINDS, type Kubernetes, kubernetes, type KubeObject } from '@slipway/kubernetes';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog, scriptedExec } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { type Lab, up } from './index.ts';
import { busyService } from './services/busy.ts';

const MINUTE_MS = 60_000;
const NAMESPACE = `watch-${Date.now().toString(36)}`;
const SERVICE = 'busy-service';

let lab: Lab;
let root: string;
let image: string;
let client: Kubernetes;

const deploy = { action: deploying.action, run: deploying.runWith(() => memoryGitHub()) };

async function act(
  which: typeof deploy | typeof watch,
  inputs: Record<string, string>,
  cancelled = new AbortController().signal,
) {
  const given = { service: SERVICE, namespace: NAMESPACE, 'kubeconfig-path': lab.kubeconfig, ...inputs };
  const host = memoryHost(given, { clock: nodeClock, http: nodeHttp, files: nodeFiles(root), log: memoryLog(), cancelled });
  const started = Date.now();
  // The two actions differ in their inputs alone, and these are text here.
  await runAction(which.action as typeof deploy.action, which.run as unknown as typeof deploy.run, host);
  const { outputs, reports, summary } = host.written;
  return { outputs, headline: reports[0]?.headline ?? '', summary, seconds: (Date.now() - started) / 1000 };
}

async function release(env: Record<string, number>, record: 'good' | 'pending') {
  await writeFile(join(root, 'app.json'), busyService(SERVICE, 2, env));
  const inputs = { manifests: 'app.json', image, 'create-namespace': 'true', 'stability-window': '2s', timeout: '60s', record };
  const { outputs, headline } = await act(deploy, inputs);
  expect(headline).toMatch(/runs in/);
  return outputs['release'];
}

const look = (inputs: Record<string, string> = {}, cancelled?: AbortSignal) =>
  act(watch, { 'prometheus-url': lab.prometheusUrl, duration: '30s', interval: '2s', ...inputs }, cancelled);

beforeAll(async () => {
  lab = await up();
  root = await mkdtemp(join(tmpdir(), 'watch-'));
  const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';
  const url = `http://${lab.registry}/v2/library/node/manifests/24`;
  const { headers } = await nodeHttp.fetch({ method: 'HEAD', url, headers: { accept } });
  image = `${lab.registry}/library/node@${headers['docker-content-digest'] ?? ''}`;
  const ports = { exec: scriptedExec(), files: nodeFiles('/'), clock: nodeClock, log: memoryLog(), http: nodeHttp };
  client = kubernetes(await connect({ path: lab.kubeconfig }, ports), ports);
}, 10 * MINUTE_MS);

afterAll(async () => {
  await client.delete({ ...KINDS.namespace, name: NAMESPACE });
  await rm(root, { recursive: true, force: true });
});

describe('watch-and-rollback on a real cluster', () => {
  test(
    'calls a release within the limit healthy, and records it as good',
    async () => {
      await release({ FAIL_PERCENT: 1 }, 'pending');
      const { outputs, headline } = await look();
      expect(headline).toMatch(/release 1 is healthy/);
      expect(outputs).toMatchObject({ verdict: 'pass', decision: 'healthy', release: '1' });
      expect(Number(outputs['requests'])).toBeGreaterThan(500);
    },
    3 * MINUTE_MS,
  );

  test(
    'goes back to the good release as soon as the errors are over the limit beyond chance',
    async () => {
      await release({ FAIL_PERCENT: 20 }, 'pending');
      const { outputs, seconds, summary, headline } = await look({ 'samples-out': 'samples.json', recovery: '15s' });
      expect(outputs).toMatchObject({ verdict: 'fail', decision: 'rolled-back', 'rolled-back-to': '1', cause: 'app/ErrorRate' });
      expect(Number(outputs['error-rate'])).toBeGreaterThan(0.1);
      expect(headline).toMatch(/ready after \d+ s, and the errors ended with it/);
      expect(seconds).toBeLessThan(30 + 15);
      expect(JSON.stringify(summary)).toContain('the answer could not be given');
      const deployment = await client.get<KubeObject>({ ...KINDS.deployment, name: SERVICE, namespace: NAMESPACE });
      expect(JSON.stringify(deployment?.['spec'])).toContain('"FAIL_PERCENT","value":"1"');
      expect(deployment?.['status']).toMatchObject({ availableReplicas: 2, updatedReplicas: 2 });
      const samples = JSON.parse(await readFile(join(root, 'samples.json'), 'utf8')) as { schema: string; series: unknown[] };
      expect(samples.schema).toBe('slipway.samples/v1');
      expect(samples.series.length).toBeGreaterThan(2);
    },
    3 * MINUTE_MS,
  );

  test(
    'cannot tell without traffic or without Prometheus, and rolls nothing back',
    async () => {
      await release({ FAIL_PERCENT: 0, SILENT: 1 }, 'pending');
      const quiet = await look({ duration: '10s', 'min-requests': '100000' });
      expect(quiet.outputs).toMatchObject({ verdict: 'inconclusive', 'rolled-back-to': '' });
      expect(['too-little-traffic', 'blind']).toContain(quiet.outputs['decision']);
      const blind = await look({ duration: '10s', 'prometheus-url': 'http://127.0.0.1:9' });
      expect(blind.outputs).toMatchObject({ verdict: 'inconclusive', decision: 'blind', 'rolled-back-to': '' });
      const deployment = await client.get<KubeObject>({ ...KINDS.deployment, name: SERVICE, namespace: NAMESPACE });
      expect(JSON.stringify(deployment?.['spec'])).toContain('"SILENT"');
    },
    3 * MINUTE_MS,
  );

  test(
    'ends within seconds of a cancellation',
    async () => {
      const cancel = new AbortController();
      setTimeout(() => cancel.abort(new Error('cancelled')), 3000);
      const { outputs, headline, seconds } = await look({ duration: '5m' }, cancel.signal);
      expect(outputs).toMatchObject({ verdict: 'inconclusive', decision: 'cancelled' });
      expect(headline).toMatch(/goes on running/);
      expect(seconds).toBeLessThan(10);
    },
    MINUTE_MS,
  );
});
