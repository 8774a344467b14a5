import { Failure } from '@slipway/failure';
import { KINDS, type KubeObject, objectName, type Pod, type StatefulSet, targetOf } from '@slipway/kubernetes';
import type { WaitPorts } from './wait.ts';

const OBSERVED_WITHIN_MS = 10_000;
const LOOK_AGAIN_MS = 250;

async function observed({ client, clock, cancelled }: WaitPorts, object: KubeObject): Promise<StatefulSet | undefined> {
  for (const startedMs = clock.now(); ; ) {
    const set = await client.get<StatefulSet>(targetOf(object));
    if (set === undefined || (set.status?.observedGeneration ?? 0) >= (set.metadata.generation ?? 0)) return set;
    if (clock.now() - startedMs > OBSERVED_WITHIN_MS) return undefined;
    await clock.sleep(LOOK_AGAIN_MS, cancelled);
  }
}

const isReady = ({ status }: Pod): boolean =>
  status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true;

/** The pods of another revision than the set's that are not ready: their controller waits for them and never replaces them. */
export function stuckPods(set: StatefulSet, pods: readonly Pod[]): readonly Pod[] {
  const revision = set.status?.updateRevision;
  const owned = ({ metadata }: Pod): boolean => metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid) === true;
  return pods.filter(
    (pod) =>
      owned(pod) &&
      pod.metadata.deletionTimestamp === undefined &&
      pod.metadata.labels?.['controller-revision-hash'] !== revision &&
      !isReady(pod),
  );
}

/**
 * Deletes the pods of StatefulSets that hold up their way back: with ordered pods the controller waits for a broken pod of the
 * bad template to become ready, even after the template is good again. Only after the template was changed, or it would come
 * back as it was: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
 */
export async function replaceStuckPods(ports: WaitPorts, objects: readonly KubeObject[]): Promise<void> {
  for (const object of objects.filter(({ kind }) => kind === 'StatefulSet')) {
    const set = await observed(ports, object);
    if (set === undefined) continue;
    const { items } = await ports.client.list<Pod>(KINDS.pod, { namespace: set.metadata.namespace });
    for (const pod of stuckPods(set, items)) {
      const { uid = '', name, namespace } = pod.metadata;
      try {
        await ports.client.delete({ ...KINDS.pod, name, namespace }, { uid });
        ports.progress?.(`${objectName(set)}: deleted the stuck pod ${name}`);
      } catch (error) {
        // Without the right the rollout may still come through; if not, the wait says so.
        if (!(error instanceof Failure)) throw error;
        ports.progress?.(`${objectName(set)}: the stuck pod ${name} could not be deleted: ${error.message}`);
      }
    }
  }
}
