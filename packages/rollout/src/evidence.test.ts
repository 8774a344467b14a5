import { describe, expect, it } from '@jest/globals';
import { kubernetes, type KubeEvent, type KubeObject, type Pod } from '@slipway/kubernetes';
import { memoryCluster } from '@slipway/kubernetes/memory';
import { memoryClock } from '@slipway/system/memory';
import { collectEvidence } from './evidence.ts';
import { judgeRollout } from './verdict.ts';
import type { WorkloadView } from './view.ts';

const PODS = 1000;
const owner = (name: string) => [{ kind: 'DaemonSet', name, uid: name }];

const pods = Array.from({ length: PODS }, (_, index): Pod => {
  const state = { waiting: { reason: 'CrashLoopBackOff' } };
  const containerStatuses = [{ name: 'app', ready: false, restartCount: 3, state }];
  const metadata = { name: `p${index}`, namespace: 'shop', uid: `p${index}`, ownerReferences: owner('d') };
  return { apiVersion: 'v1', kind: 'Pod', metadata, status: { containerStatuses } };
});
const events = pods.flatMap(({ metadata: { name, uid = '' } }) =>
  Array.from({ length: 20 }, (_, index): KubeEvent => {
    const metadata = { name: `${name}-${index}`, namespace: 'shop' };
    const involvedObject = { kind: 'Pod', name, uid };
    return { apiVersion: 'v1', kind: 'Event', metadata, involvedObject, type: 'Warning', reason: 'BackOff', message: 'again' };
  }),
);
const workload: KubeObject = {
  ...{ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'd', namespace: 'shop', uid: 'd', generation: 1 } },
  status: { observedGeneration: 1, desiredNumberScheduled: PODS, updatedNumberScheduled: PODS, numberAvailable: 0 },
};
const view: WorkloadView = { workload, replicaSets: [], pods, events };

describe('a thousand pods in a storm of events', () => {
  const moment = { nowMs: 0, elapsedMs: 0, deadlineMs: 60_000, sightings: new Map() };

  it('are judged as one pod would be', () => {
    expect(judgeRollout(view, moment)).toMatchObject({ state: 'failed', cause: { reason: 'CrashLoopBackOff' } });
  });

  it('leave evidence that a person can read, from few requests', async () => {
    let logs = 0;
    const cluster = memoryCluster({
      log: () => {
        logs += 1;
        return 'the end';
      },
    });
    const client = kubernetes(cluster.connection, { http: cluster.http, clock: memoryClock() });
    const verdict = judgeRollout(view, moment);
    if (verdict.state !== 'failed') throw new Error(verdict.state);
    const evidence = await collectEvidence(client, verdict.cause, view, (text) => text);
    expect([evidence.containers.length, evidence.events.length, logs]).toEqual([2, 15, 4]);
  });
});
