import type { KubeObject } from '../object.ts';
import type { ContainerStatus, Pod } from '../pod.ts';
import type { Deployment, ReplicaSet } from '../workload.ts';
import type { MemoryCluster } from './cluster.ts';

/** What a made-up kubelet says of a new version's container; `ready` for one that runs. */
export type Behaviour = 'ready' | Partial<ContainerStatus>;

const REVISION = 'deployment.kubernetes.io/revision';

function owned(name: string, owner: KubeObject): KubeObject['metadata'] {
  const { namespace = '', uid = '' } = owner.metadata;
  return { name, namespace, ownerReferences: [{ kind: owner.kind, name: owner.metadata.name, uid, controller: true }] };
}

/** A name from a template that is the same for the same template. */
function hashOf(template: unknown): string {
  const sum = [...JSON.stringify(template)].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return sum.toString(36);
}

function podOf(set: ReplicaSet, index: number, container: string, behaviour: Behaviour): Pod {
  const { labels } = set.metadata;
  const ready = behaviour === 'ready';
  const status = ready ? { state: { running: {} } } : behaviour;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...owned(`${set.metadata.name}-${index}`, set), ...(labels && { labels }) },
    spec: { containers: [{ name: container }] },
    status: {
      phase: ready ? 'Running' : 'Pending',
      containerStatuses: [{ name: container, restartCount: 0, ...status, ready }],
    },
  };
}

function removePods(cluster: MemoryCluster, deployment: KubeObject): void {
  const owns = (owner: KubeObject, { metadata }: KubeObject): boolean =>
    metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) === true;
  const sets = cluster.store.all().filter((object) => object.kind === 'ReplicaSet' && owns(deployment, object));
  for (const object of cluster.store.all()) {
    const { namespace, name } = object.metadata;
    if (object.kind === 'Pod' && sets.some((set) => owns(set, object))) cluster.store.remove(`Pod/${namespace ?? ''}/${name}`);
  }
}

/** Does at once what the Deployment controller and a kubelet would do for a Deployment that was applied. */
export function rollOut(deployment: Deployment, cluster: MemoryCluster, behave: (image: string) => Behaviour): void {
  const { namespace, name, generation = 1, annotations } = deployment.metadata;
  const desired = deployment.spec.replicas ?? 1;
  if (deployment.spec.paused === true) {
    const status = { ...deployment.status, observedGeneration: generation, updatedReplicas: 0 };
    cluster.store.put({ ...deployment, status });
    return;
  }
  const container = deployment.spec.template.spec.containers[0];
  const behaviour = behave(container?.image ?? '');
  const revision = String(Number(annotations?.[REVISION] ?? '0') + 1);
  const hash = hashOf(deployment.spec.template);
  const labels = { ...deployment.spec.template.metadata?.labels, 'pod-template-hash': hash };
  const metadata = { ...owned(`${name}-${hash}`, deployment), labels };
  const set = cluster.store.put({
    ...{ apiVersion: 'apps/v1', kind: 'ReplicaSet', spec: { replicas: desired } },
    metadata: { ...metadata, annotations: { [REVISION]: revision } },
  }) as ReplicaSet;
  removePods(cluster, deployment);
  for (let index = 0; index < desired; index += 1) {
    cluster.store.put(podOf(set, index, container?.name ?? '', behaviour));
  }
  const availableReplicas = behaviour === 'ready' ? desired : 0;
  cluster.store.put({
    ...deployment,
    metadata: {
      ...deployment.metadata,
      ...(namespace !== undefined && { namespace }),
      annotations: { ...annotations, [REVISION]: revision },
    },
    status: { observedGeneration: generation, replicas: desired, updatedReplicas: desired, availableReplicas },
  });
}
