import type { Deployment } from '@slipway/kubernetes';
import { type Cause, type Sightings, type Signal, signalKey } from './cause.ts';
import { containerSignals } from './container-signals.ts';
import { creationSignals, podSignals } from './pod-signals.ts';
import { type Readiness, readinessOf } from './readiness.ts';
import { hasReplicaSets, newPods, newReplicaSet, type WorkloadView } from './view.ts';

/** What can be said of a rollout. */
export type RolloutVerdict =
  | { readonly state: 'progressing'; readonly progress: string }
  | { readonly state: 'ready'; readonly progress: string }
  /** It goes no further until a person lets it, which is neither good nor bad. */
  | { readonly state: 'paused'; readonly progress: string; readonly why: string }
  | { readonly state: 'failed'; readonly cause: Cause };

/** Time, as far as the verdict depends on it. */
export interface Moment {
  readonly nowMs: number;
  /** Since the rollout began, without the time in which the cluster could not be seen. */
  readonly elapsedMs: number;
  readonly deadlineMs: number;
  readonly sightings: Sightings;
}

/** Every signal of trouble in the new version, worst class first. */
export function signalsOf(view: WorkloadView): readonly Signal[] {
  const pods = newPods(view);
  const current = hasReplicaSets(view.workload) ? newReplicaSet(view.workload, view.replicaSets) : undefined;
  const { replicas } = (view.workload['spec'] ?? {}) as { readonly replicas?: number };
  return [
    ...containerSignals(pods, view.events, replicas ?? pods.length),
    ...creationSignals(current === undefined ? [] : [current]),
    ...podSignals(pods, view.events),
  ];
}

function outOfTime(signals: readonly Signal[], readiness: Readiness, elapsedMs: number): Cause {
  const known = signals[0]?.cause;
  const after = `after ${Math.round(elapsedMs / 1000)} s`;
  if (known !== undefined) return { ...known, message: `${known.message} (not ready ${after}: ${readiness.progress})` };
  const said = readiness.gaveUp?.message;
  const message = `Not ready ${after}: ${readiness.progress}${said === undefined ? '' : `; ${said}`}`;
  if (!readiness.observed) return { class: 'platform', reason: 'NotObserved', message: `${message}; no controller has seen it` };
  return { class: 'app', reason: readiness.gaveUp?.reason ?? 'DeadlineExceeded', message };
}

function isPaused(view: WorkloadView): boolean {
  return view.workload.kind === 'Deployment' && (view.workload as Deployment).spec.paused === true;
}

/**
 * Judges the rollout of one workload.
 *
 * Fails early on trouble in the new version that has lasted its grace; never on trouble of older pods.
 */
export function judgeRollout(view: WorkloadView, moment: Moment): RolloutVerdict {
  const readiness = readinessOf(view.workload, view.referenced);
  const { progress } = readiness;
  if (readiness.observed && readiness.ready) return { state: 'ready', progress };
  if (isPaused(view)) {
    const message = 'The Deployment is paused, so its new version never starts.';
    return { state: 'failed', cause: { class: 'config', reason: 'Paused', message } };
  }
  const signals = readiness.observed ? signalsOf(view) : [];
  const lasting = signals.find((signal) => {
    const since = moment.sightings.get(signalKey(signal)) ?? moment.nowMs;
    return moment.nowMs - since >= signal.graceMs;
  });
  if (lasting !== undefined) return { state: 'failed', cause: lasting.cause };
  if (readiness.waiting !== undefined) return { state: 'paused', progress, why: readiness.waiting };
  const over = moment.elapsedMs >= moment.deadlineMs || (readiness.observed && readiness.gaveUp !== undefined);
  if (over) return { state: 'failed', cause: outOfTime(signals, readiness, moment.elapsedMs) };
  return { state: 'progressing', progress };
}

/** How often the new pods' containers were restarted in all; a rise means that ready was not yet stable. */
export function restartsOf(view: WorkloadView): number {
  return newPods(view)
    .flatMap(({ status }) => status?.containerStatuses ?? [])
    .reduce((sum, { restartCount }) => sum + restartCount, 0);
}
