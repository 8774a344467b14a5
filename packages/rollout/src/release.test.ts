import { describe, expect, it } from '@jest/globals';
import { kubernetes, type KubeObject } from '@slipway/kubernetes';
import { memoryCluster } from '@slipway/kubernetes/memory';
import { memoryClock } from '@slipway/system/memory';
import { applyObject, inPhases } from './apply.ts';
import { decodeLedger, encodeLedger } from './ledger-codec.ts';
import { ledgerStore } from './ledger-store.ts';
import { redactor, secretValues } from './redact.ts';
import { currentRelease, type Ledger, lastGood, withRelease, withState } from './release.ts';

const draft = { image: 'a@sha256:1', at: '2026-01-01T00:00:00Z', objects: [] };
const EMPTY: Ledger = { service: 'a', releases: [] };

const noise = (length: number): string => {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return String.fromCharCode(33 + (seed % 90));
  }).join('');
};

describe('the ledger', () => {
  it('goes back to the newest good release that is not the present one', () => {
    let ledger = withState(withRelease(EMPTY, draft), 1, 'good');
    ledger = withState(withRelease(ledger, draft), 2, 'bad', 'x'.repeat(900));
    ledger = withState(withRelease(ledger, draft), 3, 'good');
    expect(lastGood(ledger, 3)?.id).toBe(1);
    expect(lastGood(ledger)?.id).toBe(3);
    expect(ledger.releases[1]?.cause).toHaveLength(500);
  });

  it('keeps ten, and the good one however old', () => {
    let ledger = withState(withRelease(EMPTY, draft), 1, 'good');
    for (let id = 2; id <= 30; id += 1) ledger = withState(withRelease(ledger, draft), id, 'bad');
    expect(ledger.releases.map(({ id }) => id)).toEqual([1, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
    expect(lastGood(ledger, 30)?.id).toBe(1);
  });

  it('is plain while small, packed when big, and drops the oldest when it would not fit', async () => {
    const small = withRelease(EMPTY, draft);
    expect(Object.keys(await encodeLedger(small))).toEqual(['ledger.json']);
    const object: KubeObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { x: noise(300_000) } };
    let big = small;
    for (let id = 2; id < 7; id += 1) big = withRelease(big, { ...draft, objects: [object] });
    const data = await encodeLedger(big);
    expect(Object.keys(data)).toEqual(['ledger.json.gz']);
    const back = await decodeLedger(data, 'a');
    expect(back.releases.length).toBeLessThan(6);
    expect(currentRelease(back)?.objects).toEqual([object]);
  });

  it('says what to do about a record that cannot be read', async () => {
    await expect(decodeLedger({ 'ledger.json': 'bm8=' }, 'a')).rejects.toThrow(/Delete the Secret slipway-release\.a/);
  });

  it('is kept in the cluster, and a change is made again on what another run wrote meanwhile', async () => {
    const cluster = memoryCluster();
    const client = kubernetes(cluster.connection, { http: cluster.http, clock: memoryClock() });
    const store = ledgerStore(client, { service: 'a', namespace: 'shop' });
    await store.update((ledger) => withRelease(ledger, draft));
    let raced = false;
    const slow = {
      ...client,
      apply: async <T extends KubeObject>(object: T) => {
        if (!raced) {
          raced = true;
          await store.update((ledger) => withState(ledger, 1, 'good'));
        }
        return client.apply(object, { force: true });
      },
    };
    await ledgerStore(slow, { service: 'a', namespace: 'shop' }).update((ledger) => withRelease(ledger, draft));
    expect((await store.read()).releases.map(({ id, state }) => `${id} ${state}`)).toEqual(['1 good', '2 deploying']);
    expect(cluster.get('Secret', 'shop', 'slipway-release.a')).toMatchObject({ type: 'slipway.dev/release' });
  });
});

describe('applyObject', () => {
  const object: KubeObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a', namespace: 'shop' },
    spec: { replicas: 3 },
  };
  const clientWith = (field: string) => {
    const conflicts = (given: KubeObject) => ('replicas' in (given['spec'] as object) ? [{ manager: 'other', field }] : []);
    const cluster = memoryCluster({ conflicts });
    return { cluster, client: kubernetes(cluster.connection, { http: cluster.http, clock: memoryClock() }) };
  };

  it('leaves replicas to the autoscaler that owns them, also when it takes other fields over', async () => {
    for (const force of [false, true]) {
      const { cluster, client } = clientWith('.spec.replicas');
      await applyObject(client, object, { force });
      expect(cluster.get('Deployment', 'shop', 'a')?.['spec']).toEqual({});
    }
  });

  it('takes another field over only when it is told to', async () => {
    const { cluster, client } = clientWith('.spec.paused');
    await expect(applyObject(client, object, { force: false })).rejects.toThrow(/belongs to "other"/);
    await applyObject(client, object, { force: true });
    expect(cluster.get('Deployment', 'shop', 'a')?.['spec']).toEqual({ replicas: 3 });
  });
});

describe('inPhases', () => {
  it('puts what others need first and workloads after it', () => {
    const kinds = ['Deployment', 'HorizontalPodAutoscaler', 'Service', 'Secret', 'Namespace', 'Role', 'ConfigMap'];
    const objects = kinds.map((kind): KubeObject => ({ apiVersion: 'v1', kind, metadata: { name: 'a' } }));
    const order = inPhases(objects).map(({ kind }) => kind);
    expect(order).toEqual(['Namespace', 'Role', 'Secret', 'ConfigMap', 'Service', 'Deployment', 'HorizontalPodAutoscaler']);
  });
});

describe('redactor', () => {
  it('hides the values of Secrets, plain and encoded, and leaves short words alone', () => {
    const encoded = Buffer.from('hunter2-long').toString('base64');
    const secret: KubeObject = {
      ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } },
      data: { a: encoded },
      stringData: { b: 'another-one', c: 'no' },
    };
    const redact = redactor(secretValues([secret]));
    expect(redact(`x hunter2-long ${encoded} another-one no`)).toBe('x *** *** *** no');
  });
});
