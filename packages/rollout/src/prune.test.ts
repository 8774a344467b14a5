import { describe, expect, it } from '@jest/globals';
import type { KubeObject } from '@slipway/kubernetes';
import { leftOver, planPrune, SERVICE } from './prune.ts';
import type { Ledger, Release } from './release.ts';

function object(name: string, kind = 'ConfigMap', annotations: Record<string, string> = { [SERVICE]: 'orders' }): KubeObject {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'shop', annotations } };
}

const release = (id: number, ...objects: KubeObject[]): Release => ({ id, state: 'good', image: 'x', at: '', objects });
const ledger: Ledger = {
  service: 'orders',
  releases: [release(1, object('a'), object('b')), release(2, object('b'), object('c'))],
};

describe('what is left over', () => {
  it('is everything that any recorded release applied and that is not named any more', () => {
    expect(leftOver(ledger, [object('c')]).map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
  });

  it('is the same object in another version of its group', () => {
    const old: KubeObject = { ...object('d'), apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler' };
    const now = { ...old, apiVersion: 'autoscaling/v2' };
    expect(leftOver({ service: 'orders', releases: [release(1, old)] }, [now])).toEqual([]);
    expect(leftOver({ service: 'orders', releases: [release(1, old)] }, [{ ...now, kind: 'Other' }])).toHaveLength(1);
  });
});

describe('a plan to prune', () => {
  it.each<[string, KubeObject, string | undefined]>([
    ['goes when it is ours', object('a'), undefined],
    ['stays when it is not marked', object('a', 'ConfigMap', {}), 'it does not say that it is ours'],
    ["stays when it is another service's", object('a', 'ConfigMap', { [SERVICE]: 'mail' }), 'it belongs to mail'],
    ['stays when it holds data', object('a', 'PersistentVolumeClaim'), 'a PersistentVolumeClaim is never deleted'],
    ['stays when it holds objects', object('a', 'Namespace'), 'a Namespace is never deleted'],
    [
      'goes when its data may go',
      object('a', 'PersistentVolumeClaim', { [SERVICE]: 'orders', 'slipway.dev/prune': 'true' }),
      undefined,
    ],
    [
      'stays when it is told to',
      object('a', 'ConfigMap', { [SERVICE]: 'orders', 'slipway.dev/prune': 'false' }),
      'its annotation',
    ],
  ])('an object %s', (_, live, why) => {
    const plan = planPrune([live], 'orders', 10);
    if (plan.kind !== 'some') throw new Error(plan.kind);
    expect(plan.targets).toHaveLength(why === undefined ? 1 : 0);
    expect(plan.kept.map((kept) => kept.why).join()).toContain(why ?? '');
  });

  it.each<[number, number, number | undefined, string]>([
    [3, 4, undefined, 'some'],
    [4, 19, undefined, 'too-many'],
    [4, 20, undefined, 'some'],
    [1, 100, 0, 'too-many'],
    [40, 40, 40, 'some'],
  ])('of %d of %d objects, with the limit %s, comes to %s', (count, known, limit, kind) => {
    const live = Array.from({ length: count }, (_, index) => object(`o${index}`));
    expect(planPrune(live, 'orders', known, limit).kind).toBe(kind);
  });
});
