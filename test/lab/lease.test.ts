import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { action, runWith } from '@slipway/action-deploy-k8s';
import { memoryGitHub } from '@slipway/github/memory';
import {
  connect,
  KINDS,
  type Kubernetes,
  type KubernetesFailure,
  kubernetes,
  type KubeObject,
  targetOf,
} from '@slipway/kubernetes';
import { acquireLock, fencedWriter, fenceOff, type Lock, ledgerStore } from '@slipway/rollout';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, memoryLog, scriptedExec } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';
import { type Lab, up } from './index.ts';
import { deleteNamespaces } from './namespaces.ts';

const MINUTE_MS = 60_000;
const NAMESPACE = `lease-${Date.now().toString(36)}`;
const CONFIG: KubeObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'fenced', namespace: NAMESPACE },
  data: { version: '1' },
};

let lab: Lab;
let client: Kubernetes;
let kubeconfig: string;

beforeAll(async () => {
  lab = await up();
  kubeconfig = await readFile(lab.kubeconfig, 'utf8');
  const ports = { exec: scriptedExec(), files: nodeFiles('/'), clock: nodeClock, log: memoryLog(), http: nodeHttp };
  client = kubernetes(await connect({ text: kubeconfig, path: undefined, context: undefined }, ports), ports);
  await client.apply({ ...KINDS.namespace, metadata: { name: NAMESPACE } });
}, 10 * MINUTE_MS);
afterAll(() => deleteNamespaces(lab, NAMESPACE));

describe('the API server', () => {
  const versioned = (object: KubeObject, resourceVersion: string): KubeObject => ({
    ...object,
    metadata: { ...object.metadata, resourceVersion },
  });

  test('creates an object once', async () => {
    const object = { ...CONFIG, metadata: { ...CONFIG.metadata, name: 'once' } };
    const outcomes = await Promise.allSettled([client.create(object), client.create(object), client.create(object)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason.status === 409)).toHaveLength(2);
  });

  test('refuses to replace, to apply and to delete another version than the one that was read', async () => {
    const read = await client.apply(CONFIG);
    const old = read.metadata.resourceVersion ?? '';
    const now = await client.apply({ ...CONFIG, data: { version: '2' } });
    expect(now.metadata.resourceVersion).not.toBe(old);
    await expect(client.replace(versioned(CONFIG, old))).rejects.toMatchObject({ status: 409 });
    await expect(client.apply(versioned(CONFIG, old), { force: true })).rejects.toMatchObject({ status: 409 });
    await expect(client.delete(targetOf(CONFIG), { resourceVersion: old })).rejects.toMatchObject({ status: 409 });
    expect(await client.get(targetOf(CONFIG))).toMatchObject({ data: { version: '2' } });
  });

  test('changes no object that is gone, and none that is another of the same name', async () => {
    const uid = '3f0c2a3e-0000-4000-8000-000000000000';
    const gone = { ...CONFIG, metadata: { ...CONFIG.metadata, name: 'gone', uid, resourceVersion: '1' } };
    await expect(client.apply(gone, { force: true })).rejects.toMatchObject({ status: 409 });
    expect(await client.get(targetOf(gone))).toBeUndefined();
    const { resourceVersion = '' } = (await client.get(targetOf(CONFIG)))?.metadata ?? {};
    const other = { ...CONFIG, metadata: { ...CONFIG.metadata, uid, resourceVersion } };
    const refused = await client.apply(other, { force: true }).catch((error: unknown) => error as KubernetesFailure);
    expect(refused).toMatchObject({ status: 422 });
    expect('causes' in refused && refused.causes.map(({ field }) => field)).toContain('metadata.uid');
  });
});

describe('the lock', () => {
  const take = async (service: string, process: string, skippedMs = 0): Promise<Lock | string> => {
    const clock = { now: () => nodeClock.now() + skippedMs, sleep: nodeClock.sleep };
    const ports = { client, parting: client, clock, cancelled: new AbortController().signal, progress: () => undefined };
    const request = { service, namespace: NAMESPACE, holder: { process }, waitMs: 0 };
    const outcome = await acquireLock({ ...ports, ask: async () => 'over' }, request);
    return outcome.kind === 'locked' ? outcome.lock : outcome.kind;
  };

  test('of eight that come at once has one holder, and the next when it is given back', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, index) => take('eight', `p${index}`)));
    const [lock, ...others] = outcomes.filter((outcome) => typeof outcome !== 'string');
    expect(others).toEqual([]);
    await lock?.release();
    expect(await take('eight', 'next')).toMatchObject({ fence: 2 });
  });

  test(
    'that was taken over lets its holder write nothing more',
    async () => {
      const [zombie, ledgers] = [
        (await take('zombie', 'old')) as Lock,
        ledgerStore(client, { service: 'zombie', namespace: NAMESPACE }),
      ];
      await fencedWriter(client, zombie, ledgers).apply(CONFIG, { force: true });
      const read = await client.get(targetOf(CONFIG));
      // The lease is taken from an hour ahead, where its holder has been silent for that long.
      const clock = { now: () => nodeClock.now() + 3_600_000, sleep: nodeClock.sleep };
      const ports = { client, parting: client, clock, cancelled: new AbortController().signal, progress: () => undefined };
      const waiting = { ...ports, ask: async () => 'over' as const };
      const outcome = await acquireLock(waiting, {
        service: 'zombie',
        namespace: NAMESPACE,
        holder: { process: 'heir' },
        waitMs: 60_000,
      });
      if (outcome.kind !== 'locked') throw new Error(outcome.kind);
      await fenceOff(client, [targetOf(CONFIG)], outcome.lock);
      const late = { ...CONFIG, data: { version: 'late' } };
      const { resourceVersion = '' } = read?.metadata ?? {};
      const onItsWay = client.apply({ ...late, metadata: { ...late.metadata, resourceVersion } }, { force: true });
      await expect(onItsWay).rejects.toMatchObject({ status: 409 });
      await expect(fencedWriter(client, zombie, ledgers).apply(late, { force: true })).rejects.toMatchObject({
        code: 'LOCK_LOST',
      });
      await fencedWriter(client, outcome.lock, ledgers).apply({ ...CONFIG, data: { version: '3' } }, { force: true });
      expect(await client.get(targetOf(CONFIG))).toMatchObject({ data: { version: '3' } });
    },
    2 * MINUTE_MS,
  );
});

const [BASE, OLD, NEW] = ['0', 'a', 'b'].map((letter) => letter.repeat(40)) as [string, string, string];

/** The set of one version; it runs no pods, so that a hundred races take a minute. */
const setOf = (service: string, letter: string): Record<string, string> => ({
  'k8s/all.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: ${service} }
data: { version: "${letter}" }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: ${service}-only-${letter} }
data: { version: "${letter}" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${service} }
spec:
  replicas: 0
  selector: { matchLabels: { app: ${service} } }
  template:
    metadata: { labels: { app: ${service} } }
    spec: { containers: [{ name: app, image: ${service} }] }
`,
});

async function deploy(service: string, letter: string, sha: string, runId: string, delayMs: number) {
  await nodeClock.sleep(delayMs);
  const repository = {
    parents: { [OLD]: [BASE], [NEW]: [OLD] },
    runs: { '1/attempts/1': 'in_progress', '2/attempts/1': 'in_progress' },
  };
  const given = {
    service,
    namespace: NAMESPACE,
    manifests: 'k8s',
    image: `registry.example.com/${service}@sha256:${letter.repeat(64)}`,
    kubeconfig,
    'stability-window': '0s',
    'github-token': 'ghs_token',
  };
  const ports = { clock: nodeClock, http: nodeHttp, files: memoryFiles(setOf(service, letter)), log: memoryLog() };
  const host = memoryHost(given, ports, { sha, runId });
  await runAction(
    action,
    runWith(() => memoryGitHub(repository)),
    host,
  );
  const { outputs, reports } = host.written;
  return outputs['verdict'] === 'pass' ? 'pass' : reports[0]?.headline;
}

async function versionsOf(service: string): Promise<readonly string[]> {
  const { items } = await client.list<KubeObject>(CONFIG, { namespace: NAMESPACE });
  const own = items.filter(({ metadata }) => metadata.name === service || metadata.name.startsWith(`${service}-only-`));
  const deployment = await client.get<KubeObject>({ ...KINDS.deployment, name: service, namespace: NAMESPACE });
  const image = /sha256:(\w)/.exec(JSON.stringify(deployment?.['spec']))?.[1] ?? 'none';
  return [...new Set([...own.map((object) => (object['data'] as { version: string }).version), image])];
}

test(
  'of two deploys of one service at once the newer commit is left, whole, a hundred times',
  async () => {
    const race = async (index: number) => {
      const service = `race-${index}`;
      // From the older far ahead to the newer far ahead.
      const headStartMs = (index - 50) * 40;
      const verdicts = await Promise.all([
        deploy(service, 'a', OLD, '1', Math.max(0, headStartMs)),
        deploy(service, 'b', NEW, '2', Math.max(0, -headStartMs)),
      ]);
      return { index, verdicts, versions: await versionsOf(service) };
    };
    for (let from = 0; from < 100; from += 5) {
      const five = await Promise.all(Array.from({ length: 5 }, (_, offset) => race(from + offset)));
      for (const { index, verdicts, versions } of five)
        expect([index, verdicts, versions]).toEqual([index, ['pass', 'pass'], ['b']]);
    }
  },
  10 * MINUTE_MS,
);
