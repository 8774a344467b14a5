import { describe, expect, it } from '@jest/globals';
import { kubernetes, type KubeObject, type Pod, type StatefulSet } from '@slipway/kubernetes';
import { memoryCluster } from '@slipway/kubernetes/memory';
import { memoryClock } from '@slipway/system/memory';
import { ledgerStore } from './ledger-store.ts';
import { fencedWriter } from './lock/index.ts';
import { type Release, withRelease } from './release.ts';
import { restoreRelease } from './restore.ts';
import { stuckPods } from './stuck-pod.ts';

const NAME = { service: 'orders', namespace: 'shop' };
const LIMITS = { timeoutMs: 30_000, stabilityMs: 1000 };

function setOf(image: string, env: readonly unknown[] = []): KubeObject {
  const spec = { containers: [{ name: 'app', image, env }] };
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db', namespace: 'shop' },
    spec: { replicas: 1, template: { spec } },
  };
}

function podOf(name: string, revision: string, ready: boolean, uid = 'set'): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'shop',
      labels: { 'controller-revision-hash': revision },
      ownerReferences: [{ kind: 'StatefulSet', name: 'db', uid }],
    },
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
}

/** A cluster whose StatefulSet controller, as the real one, replaces no pod that is not ready. */
function world(good: KubeObject, present: readonly KubeObject[] = []) {
  let revision = 0;
  const cluster = memoryCluster({
    objects: present,
    applied: (object, at) => {
      if (object.kind !== 'StatefulSet') return;
      revision += 1;
      const { generation = 1 } = object.metadata;
      at.store.put({ ...object, status: { observedGeneration: generation, updateRevision: `r${revision}`, replicas: 1 } });
    },
  });
  const clock = memoryClock(0, () => {
    const set = cluster.get<StatefulSet>('StatefulSet', 'shop', 'db');
    const held = cluster.store.all().some(({ kind }) => kind === 'Pod');
    if (set === undefined || held) return;
    const ready = { ...set.status, updatedReplicas: 1, readyReplicas: 1 };
    if (set.status?.readyReplicas !== 1) cluster.store.put({ ...set, status: ready });
  });
  const client = kubernetes(cluster.connection, { http: cluster.http, clock });
  const ledgers = ledgerStore(client, NAME);
  const release = (id: number, object: KubeObject): Release => ({ id, state: 'good', image: 'x', at: '', objects: [object] });
  const restore = async (imageGone?: (image: string) => Promise<string | undefined>) => {
    await ledgers.update((ledger) => withRelease(ledger, { image: 'x', at: '', objects: [setOf('bad')] }));
    const writer = fencedWriter(client, undefined, ledgers);
    const ports = { client, clock, cancelled: new AbortController().signal, writer, ...(imageGone && { imageGone }) };
    const restoration = { ...NAME, bad: release(1, setOf('bad')), good: release(2, good), why: 'because' };
    return restoreRelease(ports, ledgers, restoration, LIMITS);
  };
  return { cluster, client, restore };
}

describe('going back with a StatefulSet', () => {
  it('deletes the pod that holds it up, after the template is good again', async () => {
    const { cluster, client, restore } = world(setOf('good'));
    await client.apply(setOf('bad'));
    const { uid = '' } = cluster.get('StatefulSet', 'shop', 'db')?.metadata ?? {};
    cluster.store.put(podOf('db-0', 'r1', false, uid));
    expect(await restore()).toMatchObject({ state: 'ready' });
    const writes = cluster.writes.filter((write) => /StatefulSet|Pod/.test(write));
    expect(writes).toEqual(['PATCH StatefulSet shop/db', 'PATCH StatefulSet shop/db', 'DELETE Pod shop/db-0']);
  });

  it.each<[string, Pod, number]>([
    ['of the old revision that is not ready', podOf('db-0', 'r1', false), 1],
    ['that is ready', podOf('db-0', 'r1', true), 0],
    ['of the present revision', podOf('db-0', 'r2', false), 0],
    ['of another set', podOf('db-0', 'r1', false, 'other'), 0],
  ])('takes a pod %s for stuck or not', (_, pod, count) => {
    const set = { ...setOf('x'), metadata: { name: 'db', uid: 'set' }, status: { updateRevision: 'r2' } } as StatefulSet;
    expect(stuckPods(set, [pod])).toHaveLength(count);
  });
});

describe('a release that cannot run any more', () => {
  const needing = (optional: boolean) =>
    setOf('good', [{ name: 'A', valueFrom: { secretKeyRef: { name: 'gone', key: 'x', optional } } }]);

  it('is not gone back to: nothing is touched, and what is missing is named', async () => {
    const { cluster, restore } = world(needing(false));
    expect(await restore()).toMatchObject({ state: 'refused', why: expect.stringContaining('Secret shop/gone') });
    expect(cluster.writes.filter((write) => !write.includes('slipway-release'))).toEqual([]);
  });

  it('whose image is gone is not gone back to', async () => {
    const { cluster, restore } = world(setOf('good'));
    const gone = await restore(async (image) => `there is no ${image}`);
    expect(gone).toMatchObject({ state: 'refused', why: expect.stringContaining('IMAGE_GONE): there is no x') });
    expect(cluster.writes.filter((write) => !write.includes('slipway-release'))).toEqual([]);
    expect(await restore(async () => undefined)).toMatchObject({ state: 'ready' });
  });

  it('is one only when it must have what is gone', async () => {
    expect(await world(needing(true)).restore()).toMatchObject({ state: 'ready' });
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'gone', namespace: 'shop' } };
    expect(await world(needing(false), [secret]).restore()).toMatchObject({ state: 'ready' });
  });
});
