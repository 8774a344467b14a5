import {
  configReferences,
  type Kubernetes,
  KubernetesFailure,
  type KubeObject,
  objectName,
  type Target,
} from '@slipway/kubernetes';
import type { Release } from './release.ts';

/** What the pods of a release need that is not in its own record, and so must be in the cluster. */
export function outsideNeeds({ objects }: Release): readonly Target[] {
  const own = new Set(objects.map(objectName));
  const needs = objects.flatMap((object) =>
    configReferences(object)
      .filter(({ optional }) => !optional)
      .map(({ kind, name }): Target => ({ apiVersion: 'v1', kind, name, namespace: object.metadata.namespace })),
  );
  return [...new Map(needs.map((need) => [objectName(need), need])).values()].filter((need) => !own.has(objectName(need)));
}

async function isThere(client: Kubernetes, target: Target): Promise<boolean> {
  try {
    return (await client.get<KubeObject>(target)) !== undefined;
  } catch (error) {
    // Who may not read it cannot say that it is gone.
    if (error instanceof KubernetesFailure && error.status === 403) return true;
    throw error;
  }
}

/** What a recorded release needs and what is gone since: with any of it, going back would only change how it is broken. */
export async function goneSince(client: Kubernetes, release: Release): Promise<readonly Target[]> {
  const needs = outsideNeeds(release);
  const there = await Promise.all(needs.map((need) => isThere(client, need)));
  return needs.filter((_, index) => !there[index]);
}
