import { Failure } from '@slipway/failure';
import { KINDS, type Kubernetes, type Pod, type Target } from '@slipway/kubernetes';

/** A workload of somebody else in the namespace that does not run. */
export interface Neighbour {
  /** Such as `Deployment legacy`. */
  readonly workload: string;
  /** The kubelet's word for it. */
  readonly reason: string;
  readonly pods: number;
}

const BROKEN = new Set([
  'CrashLoopBackOff',
  'ErrImagePull',
  'ImagePullBackOff',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'InvalidImageName',
]);

/** The workload that a pod belongs to; a ReplicaSet is told by its Deployment, whose name its own begins with. */
function workloadOf({ metadata }: Pod): string | undefined {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller !== false);
  if (owner === undefined) return undefined;
  const hash = metadata.labels?.['pod-template-hash'];
  const suffix = `-${hash}`;
  const ofDeployment = owner.kind === 'ReplicaSet' && hash !== undefined && owner.name.endsWith(suffix);
  return ofDeployment ? `Deployment ${owner.name.slice(0, -suffix.length)}` : `${owner.kind} ${owner.name}`;
}

function brokenReason({ status = {} }: Pod): string | undefined {
  const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  return containers.map(({ state }) => state?.waiting?.reason ?? '').find((reason) => BROKEN.has(reason));
}

/** The workloads among the pods that are broken and none of the given ones, by name. */
export function brokenNeighbours(pods: readonly Pod[], own: readonly Target[]): readonly Neighbour[] {
  const ours = new Set(own.map(({ kind, name }) => `${kind} ${name}`));
  const found = new Map<string, Neighbour>();
  for (const pod of pods) {
    const [workload, reason] = [workloadOf(pod), brokenReason(pod)];
    if (workload === undefined || reason === undefined || ours.has(workload)) continue;
    const before = found.get(workload);
    found.set(workload, before === undefined ? { workload, reason, pods: 1 } : { ...before, pods: before.pods + 1 });
  }
  return [...found.values()].sort((a, b) => a.workload.localeCompare(b.workload));
}

/** Looks for broken workloads beside ours; a cluster that cannot be asked has none to tell of. */
export async function findBrokenNeighbours(
  client: Kubernetes,
  own: readonly Target[],
  namespace: string,
): Promise<readonly Neighbour[]> {
  try {
    const { items } = await client.list<Pod>(KINDS.pod, { namespace });
    return brokenNeighbours(items, own);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
