import type { Problem } from '@slipway/failure';
import { type Deployment, KINDS, type KubeObject, objectName, type ReplicaSet, targetOf } from '@slipway/kubernetes';
import { newReplicaSet } from '@slipway/rollout';
import type { Scene } from './scene.ts';

/** The template of the pods that a plain Deployment runs now, if it runs those of one template alone. */
export async function templateHash({ client, inputs }: Scene, deployment: KubeObject): Promise<string | undefined> {
  const live = await client.get<Deployment>(targetOf(deployment));
  const { replicas = 0, updatedReplicas = 0 } = live?.status ?? {};
  if (live === undefined || replicas !== updatedReplicas) return undefined;
  const { items } = await client.list<ReplicaSet>(KINDS.replicaSet, { namespace: inputs.namespace });
  return newReplicaSet(live, items)?.metadata.labels?.['pod-template-hash'];
}

/** A Service that cannot be led to the old pods alone. */
export function unsettled({ manifests }: Scene, service: KubeObject): Problem {
  const manifest = manifests.find(({ object }) => object === service);
  return {
    code: 'STRATEGY_UNSETTLED',
    message: `${objectName(service)} leads to pods of more than one Deployment or template, so the new ones cannot be kept apart from them.`,
    remedy:
      'Wait until the rollout before is over, or deploy once with strategy: rolling; give each Deployment a Service of its own.',
    ...(manifest && { location: manifest.locate(['spec', 'selector']) }),
  };
}
