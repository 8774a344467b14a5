import type { Deployment, KubeEvent, KubeObject, Pod, ReplicaSet, StatefulSet } from '@slipway/kubernetes';

/** One workload and what belongs to it, at one moment; the lists may hold more than is its own. */
export interface WorkloadView {
  readonly workload: KubeObject;
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

/** The ReplicaSet of the Deployment's present template; undefined until the controller has seen that template. */
export function newReplicaSet(deployment: Deployment, replicaSets: readonly ReplicaSet[]): ReplicaSet | undefined {
  if ((deployment.status?.observedGeneration ?? 0) < (deployment.metadata.generation ?? 0)) return undefined;
  const own = replicaSetsOf(deployment, replicaSets);
  return own.find((each) => revisionOf(each) === revisionOf(deployment)) ?? own[0];
}

function isNewPod(pod: Pod, { workload, replicaSets }: WorkloadView): boolean {
  if (workload.kind === 'Deployment') {
    const current = newReplicaSet(workload as Deployment, replicaSets);
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
