import { describe, expect, it } from '@jest/globals';
import { type KubeObject, KINDS, type ReplicaSet } from '@slipway/kubernetes';
import type { MemoryCluster } from '@slipway/kubernetes/memory';
import { CRASH, image, world } from './memory/world.ts';

const [GOOD, BAD] = [image('a'), image('b')];

const MANIFESTS = (steps = '[{ setWeight: 50 }, { pause: { duration: 10m } }]') => `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { MODE: good }
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: order-service }
spec:
  replicas: 2
  selector: { matchLabels: { app: order-service } }
  strategy: { canary: { steps: ${steps} } }
  template:
    metadata: { labels: { app: order-service } }
    spec:
      containers:
        - name: app
          image: order-service
          envFrom: [{ configMapRef: { name: settings } }]
`;

interface RolloutObject extends KubeObject {
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } } };
}

const imageOf = (rollout: KubeObject | undefined): string | undefined =>
  (rollout as RolloutObject | undefined)?.spec.template.spec.containers[0]?.image;

/** Does at once what the controller of Argo Rollouts would do for a Rollout, with a pod for its new version. */
function playArgo(
  rollout: KubeObject,
  cluster: MemoryCluster,
  status: Record<string, unknown>,
  pod: Readonly<Record<string, unknown>>,
): void {
  const { name, namespace = '', uid = '', generation } = rollout.metadata;
  const hash = (imageOf(rollout) ?? '').slice(-5);
  const labels = { 'rollouts-pod-template-hash': hash };
  const set = cluster.store.put({
    ...KINDS.replicaSet,
    metadata: { name: `${name}-${hash}`, namespace, labels, ownerReferences: [{ kind: 'Rollout', name, uid }] },
  }) as ReplicaSet;
  const owner = { kind: 'ReplicaSet', name: set.metadata.name, uid: set.metadata.uid ?? '' };
  cluster.store.put({
    ...KINDS.pod,
    metadata: { name: `${name}-${hash}-0`, namespace, labels, ownerReferences: [owner] },
    spec: { containers: [{ name: 'app' }] },
    status: { phase: 'Running', containerStatuses: [{ name: 'app', restartCount: 0, ready: true, ...pod }] },
  });
  cluster.store.put({ ...rollout, status: { observedGeneration: String(generation), currentPodHash: hash, ...status } });
}

type Play = (rollout: KubeObject) => {
  readonly status: Record<string, unknown>;
  readonly pod?: Readonly<Record<string, unknown>>;
};

const healthy: Play = (rollout) => ({ status: { phase: 'Healthy', stableRS: (imageOf(rollout) ?? '').slice(-5) } });

function argoWorld(play: Play, files: Record<string, string> = { 'k8s/app.yaml': MANIFESTS() }) {
  const applied = (object: KubeObject, cluster: MemoryCluster): void => {
    if (object.kind !== 'Rollout') return;
    const { status, pod = {} } = play(object);
    playArgo(object, cluster, status, pod);
  };
  const made = world({ options: { applied, log: () => 'no database' }, files });
  const live = (): KubeObject | undefined => made.cluster.get('Rollout', 'shop', 'order-service');
  return { ...made, live };
}

describe('a Rollout of Argo Rollouts', () => {
  it('gets image and configuration, plays its own canary, and is waited for', async () => {
    const { deploy, live, cluster } = argoWorld(healthy);
    const first = await deploy({ strategy: 'canary' });
    expect(first.outputs).toMatchObject({ verdict: 'pass', release: '1', paused: 'false' });
    expect(imageOf(live())).toBe(GOOD);
    expect(JSON.stringify(live()?.['spec'])).toMatch(/settings-[0-9a-f]{10}/);
    const second = await deploy({ image: BAD, strategy: 'canary' });
    expect(second.outputs).toMatchObject({ verdict: 'pass', release: '2' });
    expect(second.all).toContain('No canary: Argo Rollouts plays its own.');
    expect(cluster.writes.filter((write) => write.includes('Deployment'))).toEqual([]);
  });

  it('stays ours when its controller writes it back in its own spelling, and anybody else’s change is told', async () => {
    let [conflicting, manager] = [false, 'rollouts-controller'];
    const conflicts = ({ kind }: KubeObject) =>
      conflicting && kind === 'Rollout' ? [{ manager, field: '.spec.template.spec.containers' }] : [];
    const applied = (object: KubeObject, cluster: MemoryCluster): void => {
      if (object.kind !== 'Rollout') return;
      const { spec } = object as RolloutObject;
      const [container] = spec.template.spec.containers;
      const containers = [{ ...container, resources: {} }];
      const rewritten = { ...object, spec: { ...spec, template: { ...spec.template, spec: { containers } } } };
      const stored = cluster.store.put(rewritten);
      playArgo(stored, cluster, healthy(stored).status, {});
    };
    const { deploy, cluster } = world({ options: { applied, conflicts }, files: { 'k8s/app.yaml': MANIFESTS() } });
    await deploy();
    conflicting = true;
    expect((await deploy()).outputs).toMatchObject({ verdict: 'pass', changed: 'false' });
    expect((await deploy({ image: BAD })).outputs).toMatchObject({ verdict: 'pass', release: '2' });
    expect(imageOf(cluster.get('Rollout', 'shop', 'order-service'))).toBe(BAD);
    manager = 'kubectl-edit';
    expect((await deploy({ image: GOOD })).problems).toMatchObject([{ code: 'K8S_FIELD_CONFLICT' }]);
  });

  it('that crashes is explained by its pods on the manifest line, and goes back to the recorded release', async () => {
    const { deploy, live } = argoWorld((rollout) =>
      imageOf(rollout) === BAD
        ? { status: { phase: 'Progressing', stableRS: 'old' }, pod: { ...(CRASH as object), ready: false } }
        : healthy(rollout),
    );
    await deploy();
    const failed = await deploy({ image: BAD });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/CrashLoopBackOff', 'rolled-back-to': '1' });
    expect(failed.annotations).toMatchObject([{ level: 'error', file: 'k8s/app.yaml', line: 18 }]);
    expect(failed.annotations[0]?.message).toContain('no database');
    expect(imageOf(live())).toBe(GOOD);
  });

  it('that its analysis aborts is told with the controller’s word, and goes back in the record too', async () => {
    const { deploy, live } = argoWorld((rollout) =>
      imageOf(rollout) === BAD
        ? {
            status: {
              phase: 'Degraded',
              abort: true,
              message: 'RolloutAborted: metric "errors" assessed Failed',
              stableRS: 'old',
            },
          }
        : healthy(rollout),
    );
    await deploy();
    const failed = await deploy({ image: BAD });
    expect(failed.outputs).toMatchObject({ verdict: 'fail', cause: 'app/RolloutAborted', 'rolled-back-to': '1' });
    expect(failed.headline).toContain('metric "errors" assessed Failed');
    expect(imageOf(live())).toBe(GOOD);
  });

  it('that waits for a person is neither good nor bad: nothing is undone, nothing deleted, and the record is pending', async () => {
    const endless = { 'k8s/app.yaml': MANIFESTS('[{ setWeight: 50 }, { pause: {} }]') };
    let promoted = false;
    const { deploy, live, cluster } = argoWorld((rollout) => {
      if (imageOf(rollout) !== BAD || promoted) return healthy(rollout);
      const pauseConditions = [{ reason: 'CanaryPauseStep', startTime: '' }];
      return { status: { phase: 'Paused', stableRS: 'old', controllerPause: true, pauseConditions, currentStepIndex: 1 } };
    }, endless);
    await deploy();
    const changed = { 'k8s/app.yaml': (endless['k8s/app.yaml'] ?? '').replace('MODE: good', 'MODE: better') };
    const paused = await deploy({ image: BAD }, { files: changed });
    expect(paused.outputs).toMatchObject({ verdict: 'inconclusive', paused: 'true', cause: '', 'rolled-back-to': '' });
    expect(paused.headline).toMatch(/waits for a person: step 2 of 2 of its canary is a pause without an end/);
    expect(imageOf(live())).toBe(BAD);
    const copies = (): number =>
      cluster.store.all().filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name !== 'settings').length;
    expect(copies()).toBe(2);
    expect((await deploy({ image: BAD, 'on-pause': 'pass' }, { files: changed })).outputs).toMatchObject({
      verdict: 'pass',
      paused: 'true',
    });
    promoted = true;
    playArgo(live() as KubeObject, cluster, healthy(live() as KubeObject).status, {});
    const last = await deploy({ image: BAD }, { files: changed });
    expect(last.outputs).toMatchObject({ verdict: 'pass', paused: 'false', changed: 'false', pruned: '1' });
    expect(last.headline).toMatch(/release 2 runs in shop/);
    expect(copies()).toBe(1);
  });

  it('is given the time that its pauses take by themselves', async () => {
    let since = 0;
    const made = argoWorld(() => ({ status: { phase: 'Progressing', stableRS: 'old' } }));
    const clock = {
      now: () => since,
      sleep: async (ms: number) => {
        since += ms;
        const rollout = made.live();
        // Ten minutes of pause, and a minute of work that the timeout has room for.
        if (rollout !== undefined && since > 11 * 60_000) playArgo(rollout, made.cluster, healthy(rollout).status, {});
        await new Promise((resolve) => setImmediate(resolve));
      },
    };
    const { outputs } = await made.deploy({ timeout: '2m', lock: 'false' }, { clock });
    expect(outputs).toMatchObject({ verdict: 'pass' });
    expect(since).toBeGreaterThan(11 * 60_000);
  });
});

const REFERENCE = `apiVersion: apps/v1
kind: Deployment
metadata: { name: source }
spec:
  replicas: 0
  selector: { matchLabels: { app: order-service } }
  template:
    metadata: { labels: { app: order-service } }
    spec: { containers: [{ name: app, image: order-service }] }
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: order-service }
spec:
  replicas: 2
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: source }
  strategy: { canary: {} }
`;

describe('a Rollout that takes its template from a Deployment', () => {
  it('is waited for until its controller has seen the Deployment’s new generation, and the Deployment gets no canary', async () => {
    const seen: (string | undefined)[] = [];
    let [now, changedAt] = [0, 0];
    const see = (cluster: MemoryCluster): void => {
      const [rollout, source] = [cluster.get('Rollout', 'shop', 'order-service'), cluster.get('Deployment', 'shop', 'source')];
      if (rollout === undefined || source === undefined) return;
      const { generation } = source.metadata;
      seen.push(imageOf(source));
      const status = {
        ...{ observedGeneration: String(rollout.metadata.generation), workloadObservedGeneration: String(generation) },
        ...{ phase: 'Healthy', currentPodHash: 'x', stableRS: 'x' },
      };
      cluster.store.put({ ...rollout, status });
    };
    const settle = (object: KubeObject, cluster: MemoryCluster): void => {
      if (object.kind === 'Deployment') {
        const status = { observedGeneration: object.metadata.generation, replicas: 0, updatedReplicas: 0, availableReplicas: 0 };
        cluster.store.put({ ...object, status });
      }
      changedAt = now;
    };
    const made = world({ options: { applied: settle }, files: { 'k8s/app.yaml': REFERENCE } });
    const clock = {
      now: () => now,
      sleep: async (ms: number) => {
        now += ms;
        // Longer than what it takes to believe that what has not changed is ready.
        if (now - changedAt > 20_000) see(made.cluster);
        await new Promise((resolve) => setImmediate(resolve));
      },
    };
    await made.deploy({ lock: 'false' }, { clock });
    const second = await made.deploy({ image: BAD, strategy: 'canary', lock: 'false' }, { clock });
    expect(second.outputs).toMatchObject({ verdict: 'pass', release: '2' });
    expect(seen.at(-1)).toBe(BAD);
    expect(made.cluster.writes.filter((write) => write.includes('canary'))).toEqual([]);
  });
});
