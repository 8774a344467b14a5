import { describe, expect, it } from '@jest/globals';
import type { ContainerStatus, Deployment, KubeEvent, Pod, ReplicaSet } from '@slipway/kubernetes';
import { sight } from './cause.ts';
import { judgeRollout, signalsOf } from './verdict.ts';
import type { WorkloadView } from './view.ts';

const TEMPLATE = { spec: { containers: [{ name: 'app', image: 'a' }] } };

function deploymentWith(status: Deployment['status'], spec: Partial<Deployment['spec']> = {}): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a', uid: 'd', generation: 2, annotations: { 'deployment.kubernetes.io/revision': '2' } },
    spec: { replicas: 3, template: TEMPLATE, ...spec },
    status: { observedGeneration: 2, ...status },
  };
}

function setWith(uid: string, revision: number, status: ReplicaSet['status'] = {}): ReplicaSet {
  const owner = { kind: 'Deployment', name: 'a', uid: 'd' };
  const annotations = { 'deployment.kubernetes.io/revision': String(revision) };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: uid, uid, annotations, ownerReferences: [owner] },
    status,
  };
}

function podOf(set: string, name: string, container: Partial<ContainerStatus>, status: Partial<Pod['status']> = {}): Pod {
  const owner = { kind: 'ReplicaSet', name: set, uid: set };
  const containerStatuses = [{ name: 'app', ready: false, restartCount: 0, image: 'a', ...container }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, uid: name, ownerReferences: [owner] },
    status: { containerStatuses, ...status },
  };
}

function eventOf(pod: string, reason: string, message: string): KubeEvent {
  const involvedObject = { kind: 'Pod', name: pod, uid: pod };
  return { apiVersion: 'v1', kind: 'Event', metadata: { name: reason }, involvedObject, reason, message, type: 'Warning' };
}

const waiting = (reason: string, message = ''): Partial<ContainerStatus> => ({ state: { waiting: { reason, message } } });
const crash = (restartCount: number, exitCode = 1, reason = 'Error'): Partial<ContainerStatus> => ({
  ...waiting('CrashLoopBackOff'),
  restartCount,
  lastState: { terminated: { exitCode, reason } },
});

function viewOf(pods: readonly Pod[], more: Partial<WorkloadView> = {}): WorkloadView {
  const workload = deploymentWith({ updatedReplicas: 1, availableReplicas: 3, replicas: 4 });
  return { workload, replicaSets: [setWith('new', 2), setWith('old', 1)], pods, events: [], ...more };
}

/** The verdict when what is seen has been so for some seconds. */
function judge(view: WorkloadView, forSeconds = 0, elapsedMs = 1000, deadlineMs = 300_000) {
  const nowMs = forSeconds * 1000;
  return judgeRollout(view, { nowMs, elapsedMs, deadlineMs, sightings: sight(new Map(), signalsOf(view), 0) });
}

function causeOf(view: WorkloadView, forSeconds = 0, elapsedMs?: number) {
  const verdict = judge(view, forSeconds, elapsedMs);
  return verdict.state === 'failed' ? `${verdict.cause.class}/${verdict.cause.reason}` : verdict.state;
}

describe('a sidecar', () => {
  const annotated = (restarts: number): Pod => {
    const pod = podOf('new', 'p', crash(restarts));
    return { ...pod, metadata: { ...pod.metadata, annotations: { 'slipway.dev/sidecars': 'proxy, app' } } };
  };
  const native = (restarts: number): Pod => ({
    ...podOf('new', 'p', crash(restarts)),
    spec: { containers: [], initContainers: [{ name: 'app', restartPolicy: 'Always' }] },
  });

  it.each<[string, Pod, string]>([
    ['named by the pod, after some restarts', annotated(5), 'progressing'],
    ['named by the pod, after many', annotated(6), 'failed'],
    ['of Kubernetes, after some restarts', native(5), 'progressing'],
    ['of Kubernetes, after many', native(6), 'failed'],
    ['that is none, after some restarts', podOf('new', 'p', crash(5)), 'failed'],
  ])('%s', (_, pod, state) => {
    expect(judge(viewOf([pod, podOf('new', 'q', { ready: true }), podOf('new', 'r', { ready: true })])).state).toBe(state);
  });
});

describe('judgeRollout', () => {
  it('is ready when all pods are new and available', () => {
    const workload = deploymentWith({ updatedReplicas: 3, availableReplicas: 3, replicas: 3 });
    expect(judge(viewOf([], { workload })).state).toBe('ready');
  });

  it.each([
    ['the controller has not seen it', { observedGeneration: 1, updatedReplicas: 3, availableReplicas: 3, replicas: 3 }],
    ['an old pod is left', { updatedReplicas: 3, availableReplicas: 3, replicas: 4 }],
    ['one is not available', { updatedReplicas: 3, availableReplicas: 2, replicas: 3 }],
  ])('is not ready while %s', (_, status) => {
    expect(judge(viewOf([], { workload: deploymentWith(status) })).state).toBe('progressing');
  });

  it.each<[string, Pod, number, string]>([
    ['a crash loop', podOf('new', 'p', crash(1)), 0, 'app/CrashLoopBackOff'],
    ['one restart', podOf('new', 'p', { restartCount: 1, state: { running: {} } }), 600, 'progressing'],
    ['a kill for memory', podOf('new', 'p', crash(2, 137, 'OOMKilled')), 0, 'capacity/OOMKilled'],
    ['a missing key, at first', podOf('new', 'p', waiting('CreateContainerConfigError', 'no key')), 5, 'progressing'],
    [
      'a missing key that stays',
      podOf('new', 'p', waiting('CreateContainerConfigError', 'no key')),
      10,
      'config/CreateContainerConfigError',
    ],
    ['a missing image', podOf('new', 'p', waiting('ErrImagePull', 'manifest unknown: x')), 8, 'registry/ImageNotFound'],
    ['a refused image', podOf('new', 'p', waiting('ErrImagePull', '403 Forbidden')), 15, 'registry/ImagePullDenied'],
    ['a registry that is down', podOf('new', 'p', waiting('ErrImagePull', '503 Service Unavailable')), 250, 'progressing'],
    ['a name that is none', podOf('new', 'p', waiting('InvalidImageName', 'x')), 0, 'config/InvalidImageName'],
  ])('judges %s', (_, pod, seconds, expected) => {
    expect(causeOf(viewOf([pod]), seconds)).toBe(expected);
  });

  it('never blames the pods of an older ReplicaSet', () => {
    expect(causeOf(viewOf([podOf('old', 'p', crash(50))]), 600)).toBe('progressing');
  });

  it('lets one of ten pods crash, and no more than a third', () => {
    const workload = deploymentWith({ updatedReplicas: 9, replicas: 10 }, { replicas: 9 });
    const crashing = (count: number) => Array.from({ length: count }, (_, index) => podOf('new', `p${index}`, crash(1)));
    expect(causeOf(viewOf(crashing(2), { workload }))).toBe('progressing');
    expect(causeOf(viewOf(crashing(3), { workload }))).toBe('app/CrashLoopBackOff');
    expect(causeOf(viewOf([podOf('new', 'p', crash(3))], { workload }))).toBe('app/CrashLoopBackOff');
  });

  it('takes the text of a pull from the event when the state only says that it backs off', () => {
    const pod = podOf('new', 'p', waiting('ImagePullBackOff', 'Back-off pulling image "a"'));
    expect(causeOf(viewOf([pod], { events: [eventOf('p', 'Failed', 'x: not found')] }), 8)).toBe('registry/ImageNotFound');
  });

  it('gives the scheduler a minute', () => {
    const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' } as const;
    const pod = podOf('new', 'p', {}, { conditions: [condition] });
    expect([causeOf(viewOf([pod]), 59), causeOf(viewOf([pod]), 60)]).toEqual(['progressing', 'capacity/Unschedulable']);
  });

  it.each<[string, readonly string[], string]>([
    ['brings a node', ['NotTriggerScaleUp', 'TriggeredScaleUp'], 'progressing'],
    ['nominated a node', ['Nominated'], 'progressing'],
    ['could bring none', ['TriggeredScaleUp', 'FailedScaleUp'], 'capacity/Unschedulable'],
    ['knows no node that would do', ['NotTriggerScaleUp'], 'capacity/Unschedulable'],
  ])('waits longer for a node where an autoscaler %s, by its newest word', (_, reasons, verdict) => {
    const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' } as const;
    const pod = podOf('new', 'p', {}, { conditions: [condition] });
    const words = reasons.map((reason, at) => ({
      ...eventOf('p', reason, ''),
      lastTimestamp: new Date(at * 1000).toISOString(),
    }));
    const scheduler = { ...eventOf('p', 'FailedScheduling', ''), lastTimestamp: new Date(90_000).toISOString() };
    const view = viewOf([pod], { events: [...words, scheduler] });
    expect(causeOf(view, 120)).toBe(verdict);
    expect(causeOf(view, 300, 300_000)).toBe('capacity/Unschedulable');
  });

  it.each([
    ['exceeded quota: pods', 'capacity/QuotaExceeded'],
    ['violates PodSecurity "restricted"', 'policy/FailedCreate'],
  ])('tells a quota from a policy: %s', (message, expected) => {
    const condition = { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message } as const;
    const replicaSets = [setWith('new', 2, { conditions: [condition] })];
    expect(causeOf(viewOf([], { replicaSets }), 8)).toBe(expected);
  });

  it('explains a rollout that ran out of time by the best sign there is', () => {
    const pod = podOf('new', 'p', { state: { running: {} } });
    const events = [eventOf('p', 'Unhealthy', 'Readiness probe failed: 404')];
    expect(causeOf(viewOf([pod], { events }), 300, 300_000)).toBe('app/NotReady');
    expect(causeOf(viewOf([pod]), 300, 300_000)).toBe('app/DeadlineExceeded');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a request', { httpGet: { path: '/readyz', port: 80 } }, 'GET /readyz on port 80'],
    ['a connection', { tcpSocket: { port: 'db' } }, 'a connection to port db'],
    ['a command', { exec: { command: ['cat', '/ok'] } }, 'the command cat /ok'],
  ])('names the readiness probe by %s, when no event tells of it', (_, readinessProbe, text) => {
    const pod = podOf('new', 'p', { state: { running: {} } });
    const probed: Pod = { ...pod, spec: { containers: [{ name: 'app', readinessProbe }] } };
    const moment = { nowMs: 300_000, elapsedMs: 300_000, deadlineMs: 300_000, sightings: new Map() };
    const verdict = judgeRollout(viewOf([probed]), moment);
    expect(verdict).toMatchObject({ state: 'failed', cause: { reason: 'NotReady', message: expect.stringContaining(text) } });
    expect(causeOf(viewOf([probed]), 299, 299_000)).toBe('progressing');
  });

  it('believes the controller when it gives up', () => {
    const condition = { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' } as const;
    const workload = deploymentWith({ updatedReplicas: 1, replicas: 4, conditions: [condition] });
    expect(causeOf(viewOf([], { workload }))).toBe('app/ProgressDeadlineExceeded');
  });

  it('says that a paused Deployment never starts', () => {
    const workload = deploymentWith({ updatedReplicas: 0, replicas: 3 }, { paused: true });
    expect(causeOf(viewOf([], { workload }))).toBe('config/Paused');
  });
});
