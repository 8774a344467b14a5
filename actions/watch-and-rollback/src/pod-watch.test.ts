import { describe, expect, it } from '@jest/globals';
import type { Deployment, Pod, ReplicaSet } from '@slipway/kubernetes';
import type { WorkloadView } from '@slipway/rollout';
import { PodWatch } from './pod-watch.ts';

interface State {
  readonly ready?: boolean;
  readonly restarts?: number;
  readonly reason?: string;
}

function podOf(index: number, { ready = true, restarts = 0, reason = 'Error' }: State): Pod {
  const last = restarts === 0 ? {} : { lastState: { terminated: { exitCode: 137, reason } } };
  const container = { name: 'app', image: 'a', ready, restartCount: restarts, state: { running: {} }, ...last };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `a-${index}`, uid: String(index), ownerReferences: [{ kind: 'ReplicaSet', name: 's', uid: 's' }] },
    spec: { containers: [{ name: 'app', image: 'a' }] },
    status: {
      phase: 'Running',
      containerStatuses: [container],
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    },
  } as unknown as Pod;
}

function viewOf(states: readonly State[]): WorkloadView {
  const annotations = { 'deployment.kubernetes.io/revision': '1' };
  const workload = {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment' },
    metadata: { name: 'a', uid: 'd', generation: 1, annotations },
    ...{ spec: { replicas: states.length, template: { spec: { containers: [] } } }, status: { observedGeneration: 1 } },
  } as unknown as Deployment;
  const ownerReferences = [{ kind: 'Deployment', name: 'a', uid: 'd' }];
  const set: ReplicaSet = {
    ...{ apiVersion: 'apps/v1', kind: 'ReplicaSet' },
    metadata: { name: 's', uid: 's', annotations, ownerReferences },
  };
  return { workload, replicaSets: [set], pods: states.map((state, index) => podOf(index, state)), events: [] };
}

/** The cause that is found at the last of some looks, ten seconds apart. */
function seen(...looks: readonly (readonly State[])[]): string | undefined {
  const watch = new PodWatch();
  return looks.map((states, index) => watch.look([viewOf(states)], index * 10_000)?.cause.reason).at(-1);
}

const well: State = {};

describe('the new pods themselves', () => {
  it.each<[string, readonly (readonly State[])[], string | undefined]>([
    [
      'that are well',
      [
        [well, well],
        [well, well],
      ],
      undefined,
    ],
    [
      'that were restarted before the watch',
      [
        [{ restarts: 3 }, { restarts: 3 }],
        [{ restarts: 3 }, { restarts: 3 }],
      ],
      undefined,
    ],
    [
      'of which one was started again',
      [
        [well, well],
        [{ restarts: 1 }, well],
      ],
      undefined,
    ],
    [
      'that were all started again',
      [
        [well, well],
        [{ restarts: 1 }, { restarts: 1 }],
      ],
      'Restarted',
    ],
    [
      'of which half were',
      [
        [well, well, well, well],
        [{ restarts: 1 }, { restarts: 1 }, well, well],
      ],
      'Restarted',
    ],
    [
      'that were killed for their memory and run again',
      [
        [well, well],
        [
          { restarts: 1, reason: 'OOMKilled' },
          { restarts: 1, reason: 'OOMKilled' },
        ],
      ],
      'OOMKilled',
    ],
    [
      'that lost their readiness for a moment',
      [
        [well, well],
        [{ ready: false }, { ready: false }],
        [well, well],
      ],
      undefined,
    ],
    [
      'that lost their readiness for good',
      [[well, well], ...Array.from({ length: 4 }, () => [{ ready: false }, { ready: false }])],
      'NotReady',
    ],
    ['of which one lost it', [[well, well, well], ...Array.from({ length: 4 }, () => [{ ready: false }, well, well])], undefined],
  ])('%s', (_, looks, cause) => {
    expect(seen(...looks)).toBe(cause);
  });
});
