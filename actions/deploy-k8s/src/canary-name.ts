import type { Problem } from '@slipway/failure';
import { type Manifest, objectName } from '@slipway/kubernetes';
import { canaryTarget, isOwnCanary } from '@slipway/rollout';
import type { Scene } from './scene.ts';

/** What is wrong with the name that the canary of an object would have. */
export async function nameProblems({ client, inputs, manifests }: Scene, manifest: Manifest): Promise<readonly Problem[]> {
  const target = canaryTarget(manifest.object);
  const named = manifests.some(({ object }) => objectName(object) === objectName(target));
  const live = named ? undefined : await client.get(target);
  if (!named && (live === undefined || isOwnCanary(live, inputs.service))) return [];
  return [
    {
      code: 'STRATEGY_NAME_TAKEN',
      message: `The canary of ${objectName(manifest.object)} would be ${objectName(target)}, and there is one that is no canary of ${inputs.service}.`,
      remedy: 'Give one of the two Deployments another name.',
      location: manifest.locate(['metadata', 'name']),
    },
  ];
}
