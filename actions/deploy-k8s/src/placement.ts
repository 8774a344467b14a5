import { Failure, failWhen, type Problem } from '@slipway/failure';
import { type Kubernetes, type Manifest, resourceAmong } from '@slipway/kubernetes';
import { inPhases, SERVICE } from '@slipway/rollout';

/** The manifests in the order of their phases, each marked as the service's, and in the namespace deployed to if it belongs to one. */
export async function placeManifests(
  client: Kubernetes,
  manifests: readonly Manifest[],
  { namespace, service }: { readonly namespace: string; readonly service: string },
): Promise<readonly Manifest[]> {
  const problems: Problem[] = [];
  const placed: Manifest[] = [];
  const objects = manifests.map(({ object }) => object);
  for (const manifest of manifests) {
    const { object } = manifest;
    try {
      const { namespaced } = await resourceAmong(client, objects, object);
      const annotations = { ...object.metadata.annotations, [SERVICE]: service };
      const metadata = { ...object.metadata, ...(namespaced && { namespace }), annotations };
      placed.push({ ...manifest, object: { ...object, metadata } });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'K8S_KIND_UNKNOWN') throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, location: manifest.locate(['kind']) })));
    }
  }
  failWhen(problems);
  const byObject = new Map(placed.map((manifest) => [manifest.object, manifest]));
  return inPhases([...byObject.keys()]).flatMap((object) => byObject.get(object) ?? []);
}
