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

  it('that crash again and again are told between the end and the wait, too; one end alone is none', () => {
    const ended = (restartCount: number): Pod => {
      const pod = podOf('StatefulSet', 'db', undefined);
      const state = { terminated: { exitCode: 3 } };
      return { ...pod, status: { containerStatuses: [{ name: 'app', ready: false, restartCount, state }] } };
    };
    expect(brokenNeighbours([ended(2)], OURS)).toEqual([{ workload: 'StatefulSet db', reason: 'CrashLoopBackOff', pods: 1 }]);
    expect(brokenNeighbours([ended(0)], OURS)).toEqual([]);
  });

  it('of a Rollout are its own pods and a canary’s last ones no neighbours', () => {
    const rollouts = [{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'orders', namespace: 'shop' }];
    const pod = podOf('ReplicaSet', 'orders-5d4', 'CrashLoopBackOff');
    const labelled = { ...pod, metadata: { ...pod.metadata, labels: { 'rollouts-pod-template-hash': '5d4' } } };
    expect(brokenNeighbours([labelled], rollouts)).toEqual([]);
    expect(brokenNeighbours([labelled], OURS)).toMatchObject([{ workload: 'Rollout orders' }]);
    expect(brokenNeighbours([podOf('ReplicaSet', 'orders-canary-5d4', 'CrashLoopBackOff', '5d4')], OURS)).toEqual([]);
  });

  it.each<[string, Pod]>([
    ['runs', podOf('StatefulSet', 'db', undefined)],
    ['is being made', podOf('StatefulSet', 'db', 'ContainerCreating')],
    ['is ours', podOf('ReplicaSet', 'orders-5d4', 'CrashLoopBackOff', '5d4')],
  ])('do not include what %s', (_, pod) => {
    expect(brokenNeighbours([pod], OURS)).toEqual([]);
  });
});
