import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { action, runWith } from '@slipway/action-deploy-k8s';
import { memoryGitHub } from '@slipway/github/memory';
import { connect, KINDS, type Kubernetes, kubernetes, type KubeObject } from '@slipway/kubernetes';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog, scriptedExec } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { type Lab, up } from './index.ts';

const MINUTE_MS = 60_000;
/** Each run of these tests deploys to a namespace of its own, so that an earlier run cannot help it. */
const NAMESPACE = `deploy-${Date.now().toString(36)}`;
const SERVICE = 'hello-service';
const SECRET = 'canary-7d1f0c55e2';

let lab: Lab;
let root: string;
let image: string;
let client: Kubernetes;

const manifests = (command: string, extra = ''): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: hello-service }
data: { GREETING: hi }
---
apiVersion: v1
kind: Secret
metadata: { name: hello-service }
stringData: { TOKEN: ${SECRET} }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: hello-service
spec:
  replicas: 2
  selector: { matchLabels: { app: hello-service } }
  template:
    metadata: { labels: { app: hello-service } }
    spec:
      terminationGracePeriodSeconds: 1
      containers:
        - name: app
          image: hello-service
          command: [sh, -c, "${command}"]
          env:
            - name: GREETING
              valueFrom: { configMapKeyRef: { name: hello-service, key: GREETING } }
            - name: TOKEN
              valueFrom: { secretKeyRef: { name: hello-service, key: TOKEN } }
${extra}`;

const RUNS = manifests('echo $GREETING; sleep 100000');

/** Deploys as a runner would, with the real cluster behind it. */
async function deploy(text: string, inputs: Record<string, string> = {}) {
  await writeFile(join(root, 'app.yaml'), text);
  const log = memoryLog();
  const given = {
    service: SERVICE,
    namespace: NAMESPACE,
    manifests: 'app.yaml',
    image,
    kubeconfig: Buffer.from(await readFile(lab.kubeconfig)).toString('base64'),
    'stability-window': '3s',
    timeout: '60s',
    ...inputs,
  };
  const host = memoryHost(given, { clock: nodeClock, http: nodeHttp, files: nodeFiles(root), log });
  const started = Date.now();
  const code = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const { outputs, annotations, reports, summary } = host.written;
  const shown = JSON.stringify({ outputs, annotations, reports, summary, lines: log.lines });
  return { code, outputs, annotations, report: reports[0], shown, seconds: (Date.now() - started) / 1000 };
}

async function digestOf(repository: string, tag: string): Promise<string> {
  const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';
  const url = `http://${lab.registry}/v2/${repository}/manifests/${tag}`;
  const { headers } = await nodeHttp.fetch({ method: 'HEAD', url, headers: { accept } });
  return headers['docker-content-digest'] ?? '';
}

beforeAll(async () => {
  lab = await up();
  root = await mkdtemp(join(tmpdir(), 'deploy-'));
  image = `${lab.registry}/library/busybox@${await digestOf('library/busybox', '1')}`;
  const ports = { exec: scriptedExec(), files: nodeFiles('/'), clock: nodeClock, log: memoryLog(), http: nodeHttp };
  client = kubernetes(await connect({ path: lab.kubeconfig }, ports), ports);
}, 10 * MINUTE_MS);

afterAll(async () => {
  await client.delete({ ...KINDS.namespace, name: NAMESPACE });
  await rm(root, { recursive: true, force: true });
});

describe('deploy-k8s on a real cluster', () => {
  test('tells that the namespace is missing, and changes nothing', async () => {
    const { code, shown } = await deploy(RUNS);
    expect(code).toBe(1);
    expect(shown).toContain('NAMESPACE_MISSING');
    expect(await client.get({ ...KINDS.namespace, name: NAMESPACE })).toBeUndefined();
  });

  test(
    'deploys, and the second time has nothing to change',
    async () => {
      const first = await deploy(RUNS, { 'create-namespace': 'true' });
      expect(first.report?.headline).toMatch(/release 1 runs/);
      expect(first.outputs).toMatchObject({ verdict: 'pass', release: '1', changed: 'true', image });
      const again = await deploy(RUNS);
      expect(again.outputs).toMatchObject({ verdict: 'pass', release: '1', changed: 'false' });
      expect(first.shown + again.shown).not.toContain(SECRET);
    },
    2 * MINUTE_MS,
  );

  test(
    'names a crash with the last lines of its log on the manifest line, and goes back',
    async () => {
      const failed = await deploy(manifests('echo token $TOKEN; echo no database; exit 3'));
      expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '1' });
      expect(failed.annotations[0]).toMatchObject({ level: 'error', file: 'app.yaml', line: 25 });
      expect(failed.annotations[0]?.message).toContain('no database');
      expect(failed.shown).not.toContain(SECRET);
      expect(failed.shown).not.toContain(Buffer.from(SECRET).toString('base64'));
      const deployment = await client.get<KubeObject>({ ...KINDS.deployment, name: SERVICE, namespace: NAMESPACE });
      expect(JSON.stringify(deployment?.['spec'])).toContain('sleep 100000');
      expect(deployment?.['status']).toMatchObject({ availableReplicas: 2, updatedReplicas: 2 });
    },
    2 * MINUTE_MS,
  );

  test('refuses an image that the registry does not have, on its line, and changes nothing', async () => {
    const refused = await deploy(RUNS, { image: `${lab.registry}/library/busybox@sha256:${'ab'.repeat(32)}` });
    expect(refused.outputs).toMatchObject({ verdict: 'error' });
    expect(refused.report?.problems).toMatchObject([{ code: 'IMAGE_NOT_FOUND', location: { file: 'app.yaml', line: 24 } }]);
    const deployment = await client.get<KubeObject>({ ...KINDS.deployment, name: SERVICE, namespace: NAMESPACE });
    expect(JSON.stringify(deployment?.['spec'])).toContain(image);
  });

  test(
    'names an image that the registry does not have, where it was not asked',
    async () => {
      const failed = await deploy(RUNS, {
        image: `${lab.registry}/library/busybox@sha256:${'ab'.repeat(32)}`,
        'check-image': 'false',
      });
      expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'registry/ImageNotFound', 'rolled-back-to': '1' });
      expect(failed.annotations[0]).toMatchObject({ file: 'app.yaml', line: 24 });
      expect(failed.seconds).toBeLessThan(45);
    },
    2 * MINUTE_MS,
  );

  test(
    'names a missing configuration key on its own line',
    async () => {
      const failed = await deploy(RUNS.replace('key: GREETING', 'key: GREETNG'));
      expect(failed.outputs).toMatchObject({
        verdict: 'fail',
        cause: 'config/CreateContainerConfigError',
        'rolled-back-to': '1',
      });
      expect(failed.annotations[0]).toMatchObject({ file: 'app.yaml', line: 27 });
      expect(failed.annotations[0]?.message).toContain('GREETNG');
      expect(failed.seconds).toBeLessThan(45);
    },
    2 * MINUTE_MS,
  );

  test('names each right that a role lacks, with the line that needs it, and changes nothing', async () => {
    await client.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'reader', namespace: NAMESPACE } });
    const kubectl = (...args: string[]): string =>
      execFileSync(lab.kubectl, ['--kubeconfig', lab.kubeconfig, ...args], { encoding: 'utf8' });
    kubectl('-n', NAMESPACE, 'create', 'rolebinding', 'reader', '--clusterrole=view', `--serviceaccount=${NAMESPACE}:reader`);
    const token = kubectl('-n', NAMESPACE, 'create', 'token', 'reader').trim();
    const admin = await readFile(lab.kubeconfig, 'utf8');
    const kubeconfig = admin
      .replace(/client-certificate(-data)?: .*\n/, `token: ${token}\n`)
      .replace(/\s+client-key(-data)?: .*\n/, '\n');
    const refused = await deploy(RUNS, { kubeconfig });
    const messages = refused.report?.problems.map(({ message, location }) => `${location?.line ?? '-'} ${message}`) ?? [];
    expect(messages).toContain(`12 The kubeconfig's identity may not patch deployments.apps in namespace ${NAMESPACE}.`);
    expect(messages).toContain(`7 The kubeconfig's identity may not get secrets in namespace ${NAMESPACE}.`);
    expect(messages.join('\n')).not.toContain('may not watch pods');
    expect(refused.shown).not.toContain(token);
  });

  test('plans without changing anything, and tells what the server refuses on its line', async () => {
    const planned = await deploy(RUNS.replace('replicas: 2', 'replicas: 3'), { 'dry-run': 'true' });
    expect(planned.outputs).toMatchObject({ verdict: 'pass', changed: 'false' });
    expect(planned.shown).toContain('spec.replicas');
    const refused = await deploy(RUNS.replace('replicas: 2', 'replicas: -2'));
    expect(refused.annotations[0]).toMatchObject({ title: 'K8S_INVALID', file: 'app.yaml', line: 16 });
    const deployment = await client.get<KubeObject>({ ...KINDS.deployment, name: SERVICE, namespace: NAMESPACE });
    expect(deployment?.['spec']).toMatchObject({ replicas: 2 });
  });
});
