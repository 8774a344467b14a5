import { findBrokenNeighbours, workloadsOf } from '@slipway/rollout';
import type { Annotation } from '@slipway/runner';
import type { Scene } from './scene.ts';

/** Tells of what is broken beside the service, so that nobody looks for it here. */
export async function neighbourRemarks({ client, manifests, inputs }: Scene): Promise<readonly Annotation[]> {
  const own = workloadsOf(manifests.map(({ object }) => object));
  const broken = await findBrokenNeighbours(client, own, inputs.namespace);
  if (broken.length === 0) return [];
  const names = broken.map(({ workload, reason, pods }) => `${workload} (${reason}, ${pods} ${pods === 1 ? 'pod' : 'pods'})`);
  const message = `Broken in ${inputs.namespace} as well, and no part of ${inputs.service}: ${names.join(', ')}. It counted for nothing here.`;
  return [{ level: 'notice', title: 'Broken beside it', message }];
}
