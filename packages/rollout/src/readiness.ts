import {
  type Condition,
  type DaemonSet,
  type Deployment,
  isCustom,
  type Job,
  type KubeObject,
  type StatefulSet,
} from '@slipway/kubernetes';
import { isArgoRollout, rolloutReadiness } from './progressive/argo-rollout.ts';

/** Whether a workload has become what it is asked to be, by its own status. */
export interface Readiness {
  readonly observed: boolean;
  readonly ready: boolean;
  /** Such as `2 of 3 available`. */
  readonly progress: string;
  /** The controller's own word that it will not get there. */
  readonly gaveUp?: Condition;
  /** Why it goes no further until a person lets it. */
  readonly waiting?: string;
}

interface Counted {
  readonly status?: { readonly observedGeneration?: number };
}

function observed(object: KubeObject & Counted): boolean {
  return (object.status?.observedGeneration ?? 0) >= (object.metadata.generation ?? 0);
}

function conditionOf(list: readonly Condition[] | undefined, type: string, status: string): Condition | undefined {
  return list?.find((condition) => condition.type === type && condition.status === status);
}

function ofDeployment(deployment: Deployment): Readiness {
  const desired = deployment.spec.replicas ?? 1;
  const { updatedReplicas = 0, availableReplicas = 0, replicas = 0, conditions } = deployment.status ?? {};
  const stopped = conditionOf(conditions, 'Progressing', 'False');
  const old = replicas - updatedReplicas;
  return {
    observed: observed(deployment),
    ready: updatedReplicas === desired && availableReplicas === desired && replicas === desired,
    progress: `${updatedReplicas} of ${desired} updated, ${availableReplicas} available${old > 0 ? `, ${old} old` : ''}`,
    ...(stopped?.reason === 'ProgressDeadlineExceeded' && { gaveUp: stopped }),
  };
}

function ofStatefulSet(set: StatefulSet): Readiness {
  const desired = set.spec.replicas ?? 1;
  const { updatedReplicas = 0, readyReplicas = 0 } = set.status ?? {};
  const progress = `${updatedReplicas} of ${desired} updated, ${readyReplicas} ready`;
  return { observed: observed(set), ready: updatedReplicas === desired && readyReplicas === desired, progress };
}

function ofDaemonSet(set: DaemonSet): Readiness {
  const { desiredNumberScheduled: desired = 0, updatedNumberScheduled: updated = 0, numberAvailable = 0 } = set.status ?? {};
  const progress = `${updated} of ${desired} updated, ${numberAvailable} available`;
  return { observed: observed(set), ready: updated === desired && numberAvailable === desired, progress };
}

function ofJob(job: Job): Readiness {
  const done = conditionOf(job.status?.conditions, 'Complete', 'True') !== undefined;
  const failed = conditionOf(job.status?.conditions, 'Failed', 'True');
  return { observed: true, ready: done, progress: done ? 'complete' : 'running', ...(failed && { gaveUp: failed }) };
}

interface Conditioned {
  readonly status?: { readonly observedGeneration?: number; readonly conditions?: readonly Condition[] };
}

/**
 * A custom resource, by the conventions that controllers keep: `Ready` when it has that condition, `Stalled` when it will not
 * get there. One without conditions is ready by being there, for nothing can be known of it.
 * https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/README.md
 */
function ofCustom({ metadata, status = {} }: KubeObject & Conditioned): Readiness {
  const { observedGeneration, conditions = [] } = status;
  const seen = observedGeneration === undefined || observedGeneration >= (metadata.generation ?? 0);
  const ready = conditions.find(({ type }) => type === 'Ready');
  const stalled = conditionOf(conditions, 'Stalled', 'True');
  const why = ready === undefined ? 'there' : `Ready is ${ready.status}${ready.message ? `: ${ready.message}` : ''}`;
  const done = seen && (ready === undefined || ready.status === 'True');
  return { observed: seen, ready: done && stalled === undefined, progress: why, ...(stalled && { gaveUp: stalled }) };
}

/**
 * The readiness of a workload or custom resource; an object of another kind is ready by being there.
 *
 * @param referenced the workload that a Rollout takes its template from, where it has none of its own
 */
export function readinessOf(object: KubeObject, referenced?: KubeObject): Readiness {
  if (isArgoRollout(object)) return rolloutReadiness(object, referenced);
  if (object.kind === 'Deployment') return ofDeployment(object as Deployment);
  if (object.kind === 'StatefulSet') return ofStatefulSet(object as StatefulSet);
  if (object.kind === 'DaemonSet') return ofDaemonSet(object as DaemonSet);
  if (object.kind === 'Job') return ofJob(object as Job);
  return isCustom(object) ? ofCustom(object) : { observed: true, ready: true, progress: 'there' };
}
