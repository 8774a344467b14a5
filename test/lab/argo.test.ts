import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { action, runWith } from '@slipway/action-deploy-k8s';
import { memoryGitHub } from '@slipway/github/memory';
import { connect, KINDS, type Kubernetes, kubernetes, type KubeObject, targetOf } from '@slipway/kubernetes';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog, scriptedExec } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { parse } from 'yaml';
import { ARGO_ROLLOUTS, ensureBuilt, folderOf } from './binaries.ts';
import { type Lab, up } from './index.ts';
import { layoutOf } from './layout.ts';
import { moduleFolder } from './module.ts';

const MINUTE_MS = 60_000;
const NAMESPACE = `argo-${Date.now().toString(36)}`;
const SERVICE = 'web-service';

let lab: Lab;
let root: string;
let image: string;
let client: Kubernetes;
let controller: ChildProcess;
let definitions: readonly KubeObject[] = [];

const podTemplate = (program: string): string => `  template:
    metadata: { labels: { app: web-service } }
    spec:
      terminationGracePeriodSeconds: 1
      containers:
        - name: app
          image: web-service
          command: [sh, -c, "${program}"]
`;

const rollout = (program: string, steps: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web-service }
spec:
  replicas: 2
  selector: { matchLabels: { app: web-service } }
  strategy: { canary: { steps: ${steps} } }
${podTemplate(program)}`;

const TIMED = '[{ setWeight: 50 }, { pause: { duration: 3s } }]';
const ENDLESS = '[{ setWeight: 50 }, { pause: {} }]';

async function deploy(text: string, inputs: Record<string, string> = {}) {
  await writeFile(join(root, 'app.yaml'), text);
  const given = {
    ...{ service: SERVICE, namespace: NAMESPACE, manifests: 'app.yaml', image, 'create-namespace': 'true' },
    kubeconfig: Buffer.from(await readFile(lab.kubeconfig)).toString('base64'),
    ...{ 'stability-window': '2s', timeout: '60s' },
    ...inputs,
  };
  const host = memoryHost(given, { clock: nodeClock, http: nodeHttp, files: nodeFiles(root), log: memoryLog() });
  await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const { outputs, annotations, reports } = host.written;
  return { outputs, annotations, headline: reports[0]?.headline ?? '' };
}

const kubectl = (...args: string[]): string =>
  execFileSync(lab.kubectl, ['--kubeconfig', lab.kubeconfig, '-n', NAMESPACE, ...args], { encoding: 'utf8' });

interface Live extends KubeObject {
  readonly status?: { readonly phase?: string; readonly stableRS?: string; readonly currentPodHash?: string };
}

const live = () => client.get<Live>({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: SERVICE, namespace: NAMESPACE });

/** The definitions of the very version that is built. */
async function readDefinitions(): Promise<readonly KubeObject[]> {
  const folder = moduleFolder('argo-rollouts', 'github.com/argoproj/argo-rollouts');
  const crds = join(folder, 'manifests/crds');
  const files = (await readdir(crds)).filter((name) => name.endsWith('-crd.yaml'));
  return Promise.all(files.map(async (name) => parse(await readFile(join(crds, name), 'utf8')) as KubeObject));
}

beforeAll(async () => {
  lab = await up();
  root = await mkdtemp(join(tmpdir(), 'argo-'));
  await ensureBuilt(ARGO_ROLLOUTS, layoutOf());
  const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';
  const url = `http://${lab.registry}/v2/library/busybox/manifests/1`;
  const { headers } = await nodeHttp.fetch({ method: 'HEAD', url, headers: { accept } });
  image = `${lab.registry}/library/busybox@${headers['docker-content-digest'] ?? ''}`;
  const ports = { exec: scriptedExec(), files: nodeFiles('/'), clock: nodeClock, log: memoryLog(), http: nodeHttp };
  client = kubernetes(await connect({ path: lab.kubeconfig }, ports), ports);
  definitions = await readDefinitions();
  for (const definition of definitions) await client.apply(definition, { force: true });
  for (const { metadata } of definitions) kubectl('wait', '--for=condition=established', `crd/${metadata.name}`);
  await client.apply({ ...KINDS.namespace, metadata: { name: NAMESPACE } });
  controller = spawn(
    join(folderOf(ARGO_ROLLOUTS, layoutOf()), 'rollouts-controller'),
    [
      ...['--kubeconfig', lab.kubeconfig, '--namespaced', '-n', NAMESPACE, '--leader-elect=false'],
      ...['--healthzPort', '0', '--metricsport', '0'],
    ],
    { stdio: 'ignore' },
  );
}, 30 * MINUTE_MS);

afterAll(async () => {
  await client.delete({ ...KINDS.namespace, name: NAMESPACE });
  kubectl('wait', '--for=delete', `namespace/${NAMESPACE}`, '--timeout=90s');
  for (const definition of definitions) await client.delete(targetOf(definition));
  controller.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
}, 3 * MINUTE_MS);

describe('a Rollout, beside the controller of Argo Rollouts', () => {
  test(
    'is good when its controller says so of the generation that was applied',
    async () => {
      expect((await deploy(rollout('sleep 100000', TIMED))).outputs).toMatchObject({ verdict: 'pass', release: '1' });
      const second = await deploy(rollout('sleep 100001', TIMED));
      expect(second.outputs).toMatchObject({ verdict: 'pass', release: '2' });
      const { status } = (await live()) ?? {};
      expect(status).toMatchObject({ phase: 'Healthy' });
      expect(status?.stableRS).toBe(status?.currentPodHash);
      expect((await deploy(rollout('sleep 100001', TIMED))).outputs).toMatchObject({ verdict: 'pass', changed: 'false' });
    },
    3 * MINUTE_MS,
  );

  test(
    'that crashes is explained by its pods, and goes back to the release before',
    async () => {
      const failed = await deploy(rollout('echo no database; exit 3', TIMED));
      expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '2' });
      expect(failed.annotations[0]).toMatchObject({ level: 'error', file: 'app.yaml', line: 15 });
      expect(failed.annotations[0]?.message).toContain('no database');
      expect(await live()).toMatchObject({ status: { phase: 'Healthy' } });
      expect(JSON.stringify((await live())?.['spec'])).toContain('sleep 100001');
    },
    3 * MINUTE_MS,
  );

  test(
    'that waits for a person says so, and is good when that person has let it go on',
    async () => {
      const paused = await deploy(rollout('sleep 100002', ENDLESS));
      expect(paused.outputs).toMatchObject({ verdict: 'inconclusive', paused: 'true' });
      expect(paused.headline).toMatch(/waits for a person: step 2 of 2 of its canary is a pause without an end/);
      // What the plugin's command "promote" does.
      kubectl('patch', 'rollout', SERVICE, '--subresource=status', '--type=merge', '-p', '{"status":{"pauseConditions":null}}');
      const promoted = await deploy(rollout('sleep 100002', ENDLESS));
      expect(promoted.outputs).toMatchObject({ verdict: 'pass', paused: 'false', changed: 'false' });
    },
    3 * MINUTE_MS,
  );

  test(
    'that somebody aborts is told with the controller’s word, and the record goes back too',
    async () => {
      const steps = '[{ setWeight: 50 }, { pause: { duration: 10m } }]';
      const running = deploy(rollout('sleep 100003', steps));
      for (;;) {
        const { status } = (await live()) ?? {};
        if (status?.phase === 'Paused') break;
        await nodeClock.sleep(250);
      }
      kubectl('patch', 'rollout', SERVICE, '--subresource=status', '--type=merge', '-p', '{"status":{"abort":true}}');
      const failed = await running;
      expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/RolloutAborted' });
      expect(failed.outputs['rolled-back-to']).not.toBe('');
      expect(JSON.stringify((await live())?.['spec'])).toContain('sleep 100002');
      expect(await live()).toMatchObject({ status: { phase: 'Healthy' } });
    },
    3 * MINUTE_MS,
  );
});

describe('a Rollout that takes its template from a Deployment', () => {
  const referring = (program: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: source }
spec:
  replicas: 0
  selector: { matchLabels: { app: web-service } }
${podTemplate(program)}---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: referring }
spec:
  replicas: 1
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: source }
  strategy: { canary: {} }
`;

  test(
    'is not done before its controller has brought that template up',
    async () => {
      const other = { service: 'referring', image };
      const text = (program: string): string => referring(program).replaceAll('web-service', 'referring');
      expect((await deploy(text('sleep 1000'), other)).outputs).toMatchObject({ verdict: 'pass' });
      expect((await deploy(text('sleep 1001'), other)).outputs).toMatchObject({ verdict: 'pass' });
      const pods = kubectl('get', 'pods', '-l', 'app=referring', '-o', 'jsonpath={.items[*].spec.containers[0].command}');
      expect(pods).toContain('sleep 1001');
      const failed = await deploy(text('exit 3'), other);
      expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '2' });
    },
    3 * MINUTE_MS,
  );
});
