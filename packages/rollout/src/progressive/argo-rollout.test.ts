import { describe, expect, it } from '@jest/globals';
import type { KubeObject, Pod, ReplicaSet } from '@slipway/kubernetes';
import { readinessOf } from '../readiness.ts';
import { judgeRollout } from '../verdict.ts';
import { newPods, type WorkloadView } from '../view.ts';
import { isArgoRollout, plannedPausesMs } from './argo-rollout.ts';

const HEALTHY = { observedGeneration: '3', phase: 'Healthy', currentPodHash: 'new', stableRS: 'new' };

function rolloutWith(status: Record<string, unknown>, spec: Record<string, unknown> = {}): KubeObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'a', uid: 'r', generation: 3 },
    spec: { replicas: 2, ...spec },
    status,
  };
}

const canary = (steps: readonly unknown[]) => ({ strategy: { canary: { steps } } });
const PAUSED = { ...HEALTHY, phase: 'Paused', message: 'CanaryPauseStep', stableRS: 'old', controllerPause: true };
const paused = (reason: string, more = {}) => ({ ...PAUSED, pauseConditions: [{ reason, startTime: '' }], ...more });

const viewOf = (workload: KubeObject, more: Partial<WorkloadView> = {}): WorkloadView => ({
  ...{ workload, replicaSets: [], pods: [], events: [], ...more },
});

/** The verdict of a Rollout that has been seen so for some time, in words. */
function judged(workload: KubeObject, elapsedMs = 1000, more: Partial<WorkloadView> = {}): string {
  const moment = { nowMs: 0, elapsedMs, deadlineMs: 60_000, sightings: new Map() };
  const verdict = judgeRollout(viewOf(workload, more), moment);
  if (verdict.state === 'failed') return `${verdict.cause.class}/${verdict.cause.reason}: ${verdict.cause.message}`;
  return verdict.state === 'paused' ? `paused: ${verdict.why}` : verdict.state;
}

const timed = canary([{ setWeight: 10 }, { pause: { duration: '1h' } }]);
const endless = canary([{ setWeight: 10 }, { pause: {} }]);
const byHand = { strategy: { blueGreen: { autoPromotionEnabled: false } } };
const bySelf = { strategy: { blueGreen: { autoPromotionEnabled: false, autoPromotionSeconds: 30 } } };

describe('a Rollout of Argo Rollouts', () => {
  it.each<[string, KubeObject, string | RegExp]>([
    ['healthy and promoted', rolloutWith(HEALTHY), 'ready'],
    ['healthy before this generation was seen', rolloutWith({ ...HEALTHY, observedGeneration: '2' }), 'progressing'],
    ['healthy, of a controller that writes hashes', rolloutWith({ ...HEALTHY, observedGeneration: '5f7d8' }), 'ready'],
    ['without a status', rolloutWith({}), 'progressing'],
    ['healthy, but not promoted', rolloutWith({ ...HEALTHY, stableRS: 'old' }), 'progressing'],
    ['on its way', rolloutWith({ ...HEALTHY, phase: 'Progressing', stableRS: 'old' }), 'progressing'],
    [
      'degraded',
      rolloutWith({ ...HEALTHY, phase: 'Degraded', message: 'ProgressDeadlineExceeded: a' }),
      /app\/RolloutDegraded: .*Deadline/,
    ],
    [
      'aborted by its analysis',
      rolloutWith({ ...HEALTHY, phase: 'Degraded', abort: true, message: 'RolloutAborted: metric "errors"' }),
      /^app\/RolloutAborted: .*metric "errors"/,
    ],
    [
      'degraded before this generation was seen',
      rolloutWith({ ...HEALTHY, phase: 'Degraded', observedGeneration: '2', abort: true }),
      'progressing',
    ],
    ['in a pause that ends', rolloutWith(paused('CanaryPauseStep', { currentStepIndex: 1 }), timed), 'progressing'],
    [
      'in a pause without an end',
      rolloutWith(paused('CanaryPauseStep', { currentStepIndex: 1 }), endless),
      'paused: step 2 of 2 of its canary is a pause without an end',
    ],
    ['let go on a moment ago', rolloutWith({ ...PAUSED, pauseConditions: [], currentStepIndex: 1 }, endless), 'progressing'],
    ['that is promoted by hand', rolloutWith(paused('BlueGreenPause'), byHand), 'paused: its new version is promoted by hand'],
    ['that promotes itself', rolloutWith(paused('BlueGreenPause'), bySelf), 'progressing'],
    [
      'whose analysis could not tell',
      rolloutWith(paused('InconclusiveAnalysisRun')),
      'paused: its analysis could not tell (InconclusiveAnalysisRun)',
    ],
    ['paused by hand', rolloutWith(PAUSED, { paused: true }), 'progressing'],
    [
      'paused by hand, and seen so',
      rolloutWith({ ...PAUSED, controllerPause: false }, { paused: true }),
      'paused: it is paused by hand (spec.paused)',
    ],
  ])('%s is judged by its controller’s word', (_, rollout, expected) => {
    if (typeof expected === 'string') expect(judged(rollout)).toBe(expected);
    else expect(judged(rollout)).toMatch(expected);
  });

  it('that takes its template from a Deployment is not done before that one’s generation was seen', () => {
    const workloadRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'source' };
    const rollout = rolloutWith({ ...HEALTHY, workloadObservedGeneration: '4' }, { workloadRef });
    const referenced = (generation: number): KubeObject => ({
      ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'source', generation } },
    });
    expect(judged(rollout, 1000, { referenced: referenced(4) })).toBe('ready');
    expect(judged(rollout, 1000, { referenced: referenced(5) })).toBe('progressing');
  });

  it('stands still as long as it is told to, which is no time in which it could become ready', () => {
    const steps = [{ pause: { duration: '1m30s' } }, { pause: { duration: 10 } }, { pause: { duration: '20' } }, { pause: {} }];
    expect(plannedPausesMs(rolloutWith({}, canary([...steps, { setWeight: 5 }])))).toBe(120_000);
    expect(plannedPausesMs(rolloutWith({}, bySelf))).toBe(30_000);
    expect(plannedPausesMs(rolloutWith({}))).toBe(0);
  });

  it('has the pods of its present hash for new ones, and none before it has one', () => {
    const setOf = (hash: string, owner: string): ReplicaSet => ({
      ...{ apiVersion: 'apps/v1', kind: 'ReplicaSet' },
      metadata: {
        ...{ name: hash, uid: `${owner}-${hash}`, labels: { 'rollouts-pod-template-hash': hash } },
        ownerReferences: [{ kind: 'Rollout', name: owner, uid: owner }],
      },
    });
    const podOf = (set: ReplicaSet): Pod => ({
      ...{ apiVersion: 'v1', kind: 'Pod' },
      metadata: {
        name: `pod-of-${set.metadata.uid ?? ''}`,
        ownerReferences: [{ kind: 'ReplicaSet', name: set.metadata.name, uid: set.metadata.uid ?? '' }],
      },
    });
    const replicaSets = [setOf('new', 'r'), setOf('old', 'r'), setOf('new', 'other')];
    const more = { replicaSets, pods: replicaSets.map(podOf) };
    const names = (status: Record<string, unknown>): readonly string[] =>
      newPods(viewOf(rolloutWith(status), more)).map(({ metadata }) => metadata.name);
    expect(names(HEALTHY)).toEqual(['pod-of-r-new']);
    expect(names({})).toEqual([]);
  });

  it('is one of its group alone', () => {
    const other = { ...rolloutWith(HEALTHY), apiVersion: 'rollouts.kruise.io/v1beta1' };
    expect([isArgoRollout(rolloutWith({})), isArgoRollout(other)]).toEqual([true, false]);
    expect(readinessOf({ ...other, status: {} })).toMatchObject({ ready: true, progress: 'there' });
  });
});
