import {
  type FieldConflict,
  isAwaited,
  type Kubernetes,
  KubernetesFailure,
  type KubeObject,
  type Target,
  targetOf,
  WORKLOAD_KINDS,
} from '@slipway/kubernetes';
import { isArgoRollout } from './progressive/argo-rollout.ts';

/** The name under which the controller of Argo Rollouts writes. */
const ROLLOUTS_CONTROLLER = 'rollouts-controller';

/** What each phase needs stands in an earlier one. */
const PHASES: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition'],
  ['ResourceQuota', 'LimitRange', 'NetworkPolicy'],
  ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'],
  ['ConfigMap', 'Secret', 'PersistentVolumeClaim'],
  ['Service'],
];

function phaseOf({ kind }: KubeObject): number {
  const phase = PHASES.findIndex((kinds) => kinds.includes(kind));
  if (phase >= 0) return phase;
  return WORKLOAD_KINDS.includes(kind) || kind === 'CronJob' ? PHASES.length : PHASES.length + 1;
}

/** The objects in the order in which they are applied; the order within a phase stays. */
export function inPhases<T extends KubeObject>(objects: readonly T[]): readonly T[] {
  return [...objects].sort((a, b) => phaseOf(a) - phaseOf(b));
}

/** What a deploy waits for: workloads, and custom resources of the namespace. */
export function workloadsOf(objects: readonly KubeObject[]): readonly Target[] {
  return objects.filter(isAwaited).map(targetOf);
}

function withoutReplicas(object: KubeObject): KubeObject {
  const { replicas: _replicas, ...spec } = (object['spec'] ?? {}) as Readonly<Record<string, unknown>>;
  return { ...object, spec };
}

/** Whether a conflict is with a controller that wrote back, in its own spelling, what we had written. */
function isRewriting(object: KubeObject, { manager, field }: FieldConflict): boolean {
  return isArgoRollout(object) && manager === ROLLOUTS_CONTROLLER && field !== '.spec.replicas';
}

/** Taking a field over. */
export interface ApplyPolicy {
  readonly force: boolean;
  readonly dryRun?: boolean;
}

/**
 * Applies an object. What the controller of Argo Rollouts owns of a Rollout is no wish of its own: it writes the object as a whole
 * when it keeps its books, and with it our template. `spec.replicas` that an autoscaler owns is left to it, forced or not: it is dropped only once the
 * other owns it, because dropping it earlier would set it to 1.
 */
export async function applyObject(client: Kubernetes, object: KubeObject, policy: ApplyPolicy): Promise<KubeObject> {
  const dryRun = policy.dryRun === true;
  try {
    return await client.apply(object, { dryRun });
  } catch (error) {
    if (!(error instanceof KubernetesFailure) || error.conflicts.length === 0) throw error;
    if (error.conflicts.every((conflict) => isRewriting(object, conflict))) return client.apply(object, { force: true, dryRun });
    const scaled = error.conflicts.some(({ field }) => field === '.spec.replicas');
    const others = error.conflicts.some(({ field }) => field !== '.spec.replicas');
    if (others && !policy.force) throw error;
    return client.apply(scaled ? withoutReplicas(object) : object, { force: policy.force, dryRun });
  }
}
