import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { action, runWith } from '@slipway/action-deploy-k8s';
import { memoryGitHub } from '@slipway/github/memory';
import {
  connect,
  type Deployment,
  KINDS,
  type Kubernetes,
  kubernetes,
  type KubeObject,
  type Pod,
  type ReplicaSet,
  targetOf,
} from '@slipway/kubernetes';
import { currentRelease, fencedWriter, lastGood, ledgerStore, restoreRelease } from '@slipway/rollout';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryLog, scriptedExec } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { parse } from 'yaml';
import { type Lab, up } from './index.ts';
import { moduleFolder } from './module.ts';

const MINUTE_MS = 60_000;
/** Each run of these tests deploys to a namespace of its own, so that an earlier run cannot help it. */
const NAMESPACE = `strategy-${Date.now().toString(36)}`;
const SERVICE = 'web-service';
const CANARY = { strategy: 'canary', 'canary-steps': '10%: 3s\n50%: 3s' };

let lab: Lab;
let root: string;
let image: string;
let client: Kubernetes;

/** A web server that answers with its version, or a program that ends; the way out is slow enough for traffic to be led away. */
const manifests = (version: string, program = 'httpd -f -p 8080 -h /www'): string => `apiVersion: v1
kind: Service
metadata: { name: web-service }
spec:
  selector: { app: web-service }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-service }
spec:
  replicas: 3
  selector: { matchLabels: { app: web-service } }
  template:
    metadata: { labels: { app: web-service } }
    spec:
      terminationGracePeriodSeconds: 5
      containers:
        - name: app
          image: web-service
          command: [sh, -c, "mkdir -p /www; echo ${version} > /www/index.html; exec ${program}"]
          readinessProbe: { httpGet: { path: /, port: 8080 }, periodSeconds: 1 }
          lifecycle: { preStop: { exec: { command: [sleep, "3"] } } }
`;

/** Deploys as a runner would, with the real cluster behind it. */
async function deploy(text: string, inputs: Record<string, string> = {}) {
  await writeFile(join(root, 'app.yaml'), text);
  const given = {
    ...{ service: SERVICE, namespace: NAMESPACE, manifests: 'app.yaml', image, 'create-namespace': 'true' },
    kubeconfig: Buffer.from(await readFile(lab.kubeconfig)).toString('base64'),
    ...{ 'stability-window': '2s', timeout: '60s' },
    ...inputs,
  };
  const log = memoryLog();
  const host = memoryHost(given, { clock: nodeClock, http: nodeHttp, files: nodeFiles(root), log });
  await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const { outputs, annotations, reports, summary } = host.written;
  return { outputs, annotations, report: reports[0], shown: JSON.stringify({ reports, summary, lines: log.lines }) };
}

const live = (name = SERVICE) => client.get<Deployment>({ ...KINDS.deployment, name, namespace: NAMESPACE });

async function podsOf(deployment: string): Promise<readonly Pod[]> {
  const { items: sets } = await client.list<ReplicaSet>(KINDS.replicaSet, { namespace: NAMESPACE });
  const owned = sets.filter(({ metadata }) => metadata.ownerReferences?.some(({ name }) => name === deployment));
  const { items } = await client.list<Pod>(KINDS.pod, { namespace: NAMESPACE });
  return items.filter(({ metadata }) =>
    metadata.ownerReferences?.some(({ uid }) => owned.some((set) => set.metadata.uid === uid)),
  );
}

/** Waits until nothing is left of what a Deployment made. */
async function gone(deployment: string): Promise<void> {
  for (;;) {
    const { items } = await client.list<ReplicaSet>(KINDS.replicaSet, { namespace: NAMESPACE });
    if (items.every(({ metadata }) => metadata.ownerReferences?.every(({ name }) => name !== deployment))) return;
    await nodeClock.sleep(250);
  }
}

/** Waits until the API server serves a group that was just defined. */
async function served(path: string): Promise<void> {
  for (;;) {
    try {
      execFileSync(lab.kubectl, ['--kubeconfig', lab.kubeconfig, 'get', '--raw', path], { stdio: 'ignore' });
      return;
    } catch {
      await nodeClock.sleep(250);
    }
  }
}

/** What clients of the Service were answered, by answer; requests without a right answer are counted apart. */
interface Traffic {
  readonly answers: ReadonlyMap<string, number>;
  readonly failed: number;
  /** How often the answer was another one than before, but for the moment of a change itself. */
  readonly changes: number;
}

/** How long connections that were made a moment ago may still lead where they led then. */
const SETTLING_MS = 2000;

/** How often a series of answers went to another version; the back and forth within one change is that one. */
function changesIn(series: readonly (readonly [atMs: number, answer: string])[]): number {
  let [count, lastMs, now] = [0, Number.NEGATIVE_INFINITY, series[0]?.[1]];
  for (const [atMs, answer] of series) {
    if (answer === now) continue;
    if (atMs - lastMs > SETTLING_MS) {
      count += 1;
      lastMs = atMs;
    }
    now = answer;
  }
  return count;
}

/** Asks the Service without pause, a new connection each time, until the work is done. */
async function underLoad<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly traffic: Traffic }> {
  const service = await client.get<Deployment & { spec: { clusterIP: string } }>({
    ...{ apiVersion: 'v1', kind: 'Service', name: SERVICE, namespace: NAMESPACE },
  });
  const url = `http://${service?.spec.clusterIP ?? ''}/`;
  const answers = new Map<string, number>();
  const series: [number, string][] = [];
  let [failed, over] = [0, false];
  const ask = async (): Promise<void> => {
    while (!over) {
      try {
        const response = await nodeHttp.fetch({ url, headers: { connection: 'close' }, signal: AbortSignal.timeout(5000) });
        const text = (await response.text()).trim();
        if (response.status === 200) {
          answers.set(text, (answers.get(text) ?? 0) + 1);
          series.push([nodeClock.now(), text]);
        } else failed += 1;
      } catch {
        failed += 1;
      }
      await nodeClock.sleep(5);
    }
  };
  const clients = [ask(), ask(), ask(), ask()];
  try {
    const result = await work();
    return { result, traffic: { answers, failed, changes: changesIn(series) } };
  } finally {
    over = true;
    await Promise.all(clients);
  }
}

beforeAll(async () => {
  lab = await up();
  root = await mkdtemp(join(tmpdir(), 'strategy-'));
  const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';
  const url = `http://${lab.registry}/v2/library/busybox/manifests/1`;
  const { headers } = await nodeHttp.fetch({ method: 'HEAD', url, headers: { accept } });
  image = `${lab.registry}/library/busybox@${headers['docker-content-digest'] ?? ''}`;
  const ports = { exec: scriptedExec(), files: nodeFiles('/'), clock: nodeClock, log: memoryLog(), http: nodeHttp };
  client = kubernetes(await connect({ path: lab.kubeconfig }, ports), ports);
}, 10 * MINUTE_MS);

afterAll(async () => {
  await client.delete({ ...KINDS.namespace, name: NAMESPACE });
  await rm(root, { recursive: true, force: true });
});

describe('a canary on a real cluster', () => {
  test(
    'that is bad leaves the stable release as it is, serving, and goes',
    async () => {
      const first = await deploy(manifests('one'), CANARY);
      expect(first.outputs).toMatchObject({ verdict: 'pass', release: '1' });
      const [before, pods] = [await live(), (await podsOf(SERVICE)).map(({ metadata }) => metadata.uid)];
      const { result, traffic } = await underLoad(() => deploy(manifests('two', 'false'), CANARY));
      expect(result.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '1' });
      expect(result.report?.headline).toMatch(/at step 1 of 2 of its canary .*release 1 was never touched/);
      expect(result.annotations[0]).toMatchObject({ level: 'error', file: 'app.yaml', line: 21 });
      const after = await live();
      expect(after?.metadata.generation).toBe(before?.metadata.generation);
      expect(after?.spec).toEqual(before?.spec);
      expect((await podsOf(SERVICE)).map(({ metadata }) => metadata.uid).sort()).toEqual(pods.sort());
      expect(await live(`${SERVICE}-canary`)).toBeUndefined();
      expect({ failed: traffic.failed, versions: [...traffic.answers.keys()] }).toEqual({ failed: 0, versions: ['one'] });
      expect(traffic.answers.get('one')).toBeGreaterThan(100);
    },
    3 * MINUTE_MS,
  );

  test(
    'that is good is answered from beside the old one, then alone, and no request fails',
    async () => {
      const { result, traffic } = await underLoad(() => deploy(manifests('three'), CANARY));
      expect(result.outputs).toMatchObject({ verdict: 'pass', cause: '' });
      expect(result.shown).toContain('1 of 4 pods of web-service is 25 %');
      expect(result.shown).toContain('3 of 6 pods of web-service are 50 %');
      expect([...traffic.answers.keys()].sort()).toEqual(['one', 'three']);
      expect(traffic.failed).toBe(0);
      expect(await live(`${SERVICE}-canary`)).toBeUndefined();
      expect((await live())?.status).toMatchObject({ availableReplicas: 3, updatedReplicas: 3 });
    },
    3 * MINUTE_MS,
  );

  test(
    'has ReplicaSets of its own, though the selectors overlap, and takes them with it',
    async () => {
      const failed = await deploy(manifests('four', 'false'), { ...CANARY, 'on-failure': 'keep' });
      expect(failed.outputs['verdict']).toBe('fail');
      const stable = await live();
      const { items } = await client.list<ReplicaSet>(KINDS.replicaSet, { namespace: NAMESPACE });
      const owners = items.map(({ metadata, spec }) => [
        metadata.ownerReferences?.map(({ name }) => name).join(),
        JSON.stringify(spec?.template).includes('slipway.dev/track'),
      ]);
      for (const [owner, tracked] of owners) expect([owner, tracked]).toEqual([owner, owner === `${SERVICE}-canary`]);
      expect(owners.filter(([owner]) => owner === `${SERVICE}-canary`)).toHaveLength(1);
      expect((await deploy(manifests('three'))).outputs).toMatchObject({ verdict: 'pass' });
      expect((await live())?.metadata.generation).toBe(stable?.metadata.generation);
      await gone(`${SERVICE}-canary`);
      expect(await podsOf(SERVICE)).toHaveLength(3);
    },
    3 * MINUTE_MS,
  );
});

describe('blue-green on a real cluster', () => {
  const COLOURED = { strategy: 'blue-green' };
  const uids = async (name: string): Promise<readonly (string | undefined)[]> =>
    (await podsOf(name)).map(({ metadata }) => metadata.uid).sort();

  test(
    'takes a plain Deployment over in one moment, without a failed request, and leaves its pods for the way back',
    async () => {
      const plain = await uids(SERVICE);
      const { result, traffic } = await underLoad(() => deploy(manifests('five'), COLOURED));
      expect(result.outputs).toMatchObject({ verdict: 'pass', cause: '' });
      expect({ failed: traffic.failed, versions: [...traffic.answers.keys()] }).toEqual({
        failed: 0,
        versions: ['three', 'five'],
      });
      // A pod of the new version that answered before the switch would have answered among the old ones.
      expect(traffic.changes).toBe(1);
      expect(await uids(SERVICE)).toEqual(plain);
      expect(await live(`${SERVICE}-blue`)).toMatchObject({ status: { availableReplicas: 3 } });
    },
    3 * MINUTE_MS,
  );

  test(
    'that is bad is led nobody to, and goes',
    async () => {
      const before = await uids(`${SERVICE}-blue`);
      const { result, traffic } = await underLoad(() => deploy(manifests('six', 'false'), COLOURED));
      expect(result.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff' });
      expect(result.report?.headline).toMatch(
        /before the switch to green .* green was taken away, and release \d+ was never touched/,
      );
      expect({ failed: traffic.failed, versions: [...traffic.answers.keys()] }).toEqual({ failed: 0, versions: ['five'] });
      expect(await uids(`${SERVICE}-blue`)).toEqual(before);
      await gone(`${SERVICE}-green`);
    },
    3 * MINUTE_MS,
  );

  test(
    'is led back to the pods before, which never stopped, without a failed request',
    async () => {
      expect((await deploy(manifests('seven'), COLOURED)).outputs).toMatchObject({ verdict: 'pass' });
      const before = await uids(`${SERVICE}-blue`);
      const ledgers = ledgerStore(client, { service: SERVICE, namespace: NAMESPACE });
      const ledger = await ledgers.read();
      const [bad, good] = [currentRelease(ledger), lastGood(ledger, ledger.current)];
      if (bad === undefined || good === undefined) throw new Error('there are no two good releases');
      const ports = { client, clock: nodeClock, cancelled: new AbortController().signal };
      const writer = fencedWriter(client, undefined, ledgers);
      const limits = { timeoutMs: MINUTE_MS, stabilityMs: 2000 };
      const restoration = { service: SERVICE, namespace: NAMESPACE, bad, good, why: 'errors' };
      const { result, traffic } = await underLoad(() => restoreRelease({ ...ports, writer }, ledgers, restoration, limits));
      expect(result.state).toBe('ready');
      expect({ failed: traffic.failed, versions: [...traffic.answers.keys()] }).toEqual({
        failed: 0,
        versions: ['seven', 'five'],
      });
      expect(traffic.changes).toBe(1);
      expect(await uids(`${SERVICE}-blue`)).toEqual(before);
    },
    3 * MINUTE_MS,
  );
});

describe('routes on a real API server', () => {
  const ROUTES = `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec:
  parentRefs: [{ name: gateway }]
  rules:
    - backendRefs: [{ name: web-service, port: 80 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  ingressClassName: nginx
  rules:
    - host: web.test
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web-service, port: { number: 80 } } } }] }
`;
  const ROUTE = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', name: 'web' };
  const INGRESS = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web-canary' };
  interface Route extends KubeObject {
    readonly spec: {
      readonly rules: readonly { readonly backendRefs: readonly { readonly name: string; readonly weight: number }[] }[];
    };
  }
  const led = async (): Promise<readonly string[]> => {
    const route = await client.get<Route>({ ...ROUTE, namespace: NAMESPACE });
    return route?.spec.rules[0]?.backendRefs.map(({ name, weight }) => `${name} ${weight}`) ?? [];
  };
  const routed = (version: string, program?: string): string => manifests(version, program) + ROUTES;
  let definition: KubeObject;

  beforeAll(async () => {
    const folder = moduleFolder('gateway-api', 'sigs.k8s.io/gateway-api');
    const file = join(folder, 'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml');
    definition = parse(await readFile(file, 'utf8')) as KubeObject;
    await client.apply(definition, { force: true });
    await served('/apis/gateway.networking.k8s.io/v1');
    expect((await deploy(routed('eight'))).outputs).toMatchObject({ verdict: 'pass' });
    await gone(`${SERVICE}-blue`);
  }, 3 * MINUTE_MS);

  afterAll(async () => {
    await client.delete(targetOf(definition));
  });

  test(
    'share what each step of a canary says, and are as they were when it was good',
    async () => {
      expect(await led()).toEqual([`${SERVICE} 1`]);
      const seen = new Set<string>();
      let over = false;
      const look = async (): Promise<void> => {
        while (!over) {
          const ingress = await client.get({ ...INGRESS, namespace: NAMESPACE });
          const weight = ingress?.metadata.annotations?.['nginx.ingress.kubernetes.io/canary-weight'] ?? '-';
          seen.add([...(await led()), `nginx ${weight}`].join(', '));
          await nodeClock.sleep(100);
        }
      };
      const looking = look();
      const good = await deploy(routed('nine'), CANARY);
      over = true;
      await looking;
      expect(good.outputs).toMatchObject({ verdict: 'pass', cause: '' });
      expect([...seen]).toEqual(
        expect.arrayContaining([
          `${SERVICE} 900, ${SERVICE}-canary 100, nginx 100`,
          `${SERVICE} 500, ${SERVICE}-canary 500, nginx 500`,
        ]),
      );
      expect(await led()).toEqual([`${SERVICE} 1`]);
      expect(await client.get({ ...INGRESS, namespace: NAMESPACE })).toBeUndefined();
      const left = { apiVersion: 'v1', kind: 'Service', name: `${SERVICE}-canary`, namespace: NAMESPACE };
      expect(await client.get(left)).toBeUndefined();
      expect((await deploy(routed('nine'), CANARY)).outputs).toMatchObject({ verdict: 'pass', changed: 'false' });
    },
    3 * MINUTE_MS,
  );

  test(
    'lead nobody to a canary that is bad, and the Service is as it was',
    async () => {
      const { result, traffic } = await underLoad(() => deploy(routed('ten', 'false'), CANARY));
      expect(result.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff' });
      expect({ failed: traffic.failed, versions: [...traffic.answers.keys()] }).toEqual({ failed: 0, versions: ['nine'] });
      expect(await led()).toEqual([`${SERVICE} 1`]);
      const service = await client.get({ apiVersion: 'v1', kind: 'Service', name: SERVICE, namespace: NAMESPACE });
      expect(service?.['spec']).toMatchObject({ selector: { app: SERVICE } });
      expect(JSON.stringify(service?.['spec'])).not.toContain('pod-template-hash');
    },
    3 * MINUTE_MS,
  );
});
