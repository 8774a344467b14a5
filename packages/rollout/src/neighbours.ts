import { Failure } from '@slipway/failure';
import { type ContainerStatus, KINDS, type Kubernetes, type Pod, type Target } from '@slipway/kubernetes';

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

/** The labels by which the controllers of ReplicaSets tell apart what they make. */
const MAKERS: readonly (readonly [label: string, kind: string])[] = [
  ['rollouts-pod-template-hash', 'Rollout'],
  ['pod-template-hash', 'Deployment'],
];

/** The workload that a pod belongs to; a ReplicaSet is told by what made it, whose name its own begins with. */
function workloadOf({ metadata }: Pod): Pick<Target, 'kind' | 'name'> | undefined {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller !== false);
  if (owner === undefined) return undefined;
  const made = MAKERS.find(([label]) => owner.name.endsWith(`-${metadata.labels?.[label]}`));
  if (owner.kind !== 'ReplicaSet' || made === undefined) return owner;
  const [label, kind] = made;
  return { kind, name: owner.name.slice(0, -`-${metadata.labels?.[label]}`.length) };
}

/** Whether a workload is one of ours, or the canary of one, whose last pods may outlive it by some seconds. */
function isOurs({ kind, name }: Pick<Target, 'kind' | 'name'>, own: readonly Target[]): boolean {
  return own.some((ours) => ours.kind === kind && (ours.name === name || `${ours.name}-canary` === name));
}

/** Between its end and the wait for its next start, a container that crashes again and again is told by the end alone. */
function reasonOf({ state, restartCount }: ContainerStatus): string {
  const crashed = restartCount > 0 && (state?.terminated?.exitCode ?? 0) !== 0;
  return crashed ? 'CrashLoopBackOff' : (state?.waiting?.reason ?? '');
}

function brokenReason({ status = {} }: Pod): string | undefined {
  const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  return containers.map(reasonOf).find((reason) => BROKEN.has(reason));
}

/** The workloads among the pods that are broken and none of the given ones, by name. */
export function brokenNeighbours(pods: readonly Pod[], own: readonly Target[]): readonly Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const pod of pods) {
    const [of, reason] = [workloadOf(pod), brokenReason(pod)];
    if (of === undefined || reason === undefined || isOurs(of, own)) continue;
    const workload = `${of.kind} ${of.name}`;
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
