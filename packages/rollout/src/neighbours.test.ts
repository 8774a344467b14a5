import { describe, expect, it } from '@jest/globals';
import type { Pod } from '@slipway/kubernetes';
import { brokenNeighbours } from './neighbours.ts';

function podOf(kind: string, owner: string, reason: string | undefined, hash?: string): Pod {
  const state = reason === undefined ? { running: {} } : { waiting: { reason } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${owner}-x`,
      namespace: 'shop',
      ownerReferences: [{ kind, name: owner, uid: owner, controller: true }],
      ...(hash !== undefined && { labels: { 'pod-template-hash': hash } }),
    },
    status: { containerStatuses: [{ name: 'app', ready: reason === undefined, restartCount: 0, state }] },
  };
}

const OURS = [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders', namespace: 'shop' }];

describe('neighbours', () => {
  it('that are broken are named once each, with how many pods', () => {
    const pods = [
      podOf('ReplicaSet', 'legacy-5d4', 'CrashLoopBackOff', '5d4'),
      podOf('ReplicaSet', 'legacy-5d4', 'CrashLoopBackOff', '5d4'),
      podOf('StatefulSet', 'db', 'ImagePullBackOff'),
    ];
    expect(brokenNeighbours(pods, OURS)).toEqual([
      { workload: 'Deployment legacy', reason: 'CrashLoopBackOff', pods: 2 },
      { workload: 'StatefulSet db', reason: 'ImagePullBackOff', pods: 1 },
    ]);
  });

  it.each<[string, Pod]>([
    ['runs', podOf('StatefulSet', 'db', undefined)],
    ['is being made', podOf('StatefulSet', 'db', 'ContainerCreating')],
    ['is ours', podOf('ReplicaSet', 'orders-5d4', 'CrashLoopBackOff', '5d4')],
  ])('do not include what %s', (_, pod) => {
    expect(brokenNeighbours([pod], OURS)).toEqual([]);
  });
});
