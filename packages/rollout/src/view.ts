import type { Deployment, KubeEvent, KubeObject, Pod, ReplicaSet, StatefulSet } from '@slipway/kubernetes';
import { currentReplicaSet, isArgoRollout } from './progressive/argo-rollout.ts';

/** One workload and what belongs to it, at one moment; the lists may hold more than is its own. */
export interface WorkloadView {
  readonly workload: KubeObject;
  /** The workload that a Rollout takes its template from, where it has none of its own. */
  readonly referenced?: KubeObject;
  readonly replicaSets: readonly ReplicaSet[];
  readonly pods: readonly Pod[];
  readonly events: readonly KubeEvent[];
}

const REVISION = 'deployment.kubernetes.io/revision';

const owns = (owner: KubeObject, { metadata }: KubeObject): boolean =>
  metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) === true;

const revisionOf = ({ metadata }: KubeObject): number => Number(metadata.annotations?.[REVISION] ?? '0');

/** The ReplicaSets of a Deployment, newest revision first. */
export function replicaSetsOf(deployment: KubeObject, replicaSets: readonly ReplicaSet[]): readonly ReplicaSet[] {
  return replicaSets.filter((each) => owns(deployment, each)).sort((a, b) => revisionOf(b) - revisionOf(a));
}

/** The ReplicaSet of the present template of a Deployment or Rollout; undefined until the controller has seen that template. */
export function newReplicaSet(workload: KubeObject, replicaSets: readonly ReplicaSet[]): ReplicaSet | undefined {
  if (isArgoRollout(workload)) return currentReplicaSet(workload, replicaSets);
  const deployment = workload as Deployment;
  if ((deployment.status?.observedGeneration ?? 0) < (deployment.metadata.generation ?? 0)) return undefined;
  const own = replicaSetsOf(deployment, replicaSets);
  return own.find((each) => revisionOf(each) === revisionOf(deployment)) ?? own[0];
}

/** Whether a workload makes its pods through ReplicaSets, one for each version. */
export function hasReplicaSets(workload: KubeObject): boolean {
  return workload.kind === 'Deployment' || isArgoRollout(workload);
}

function isNewPod(pod: Pod, { workload, replicaSets }: WorkloadView): boolean {
  if (hasReplicaSets(workload)) {
    const current = newReplicaSet(workload, replicaSets);
    return current !== undefined && owns(current, pod);
  }
  const update = workload.kind === 'StatefulSet' ? (workload as StatefulSet).status?.updateRevision : undefined;
  const revision = pod.metadata.labels?.['controller-revision-hash'];
  return owns(workload, pod) && (update === undefined || update === revision);
}

/** The pods of the new version alone: trouble of an older one is not this rollout's. */
export function newPods(view: WorkloadView): readonly Pod[] {
  return view.pods.filter((pod) => pod.metadata.deletionTimestamp === undefined && isNewPod(pod, view));
}

/** The events about an object. */
export function eventsOf(object: KubeObject, events: readonly KubeEvent[]): readonly KubeEvent[] {
  return events.filter(({ involvedObject: { uid, name } }) =>
    uid === undefined || uid === '' ? name === object.metadata.name : uid === object.metadata.uid,
  );
}
