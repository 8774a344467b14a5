import { failWhen, type Problem } from '@slipway/failure';
import { KINDS, type Kubernetes, KubernetesFailure, type Manifest, missingRights } from '@slipway/kubernetes';
import { type Need, needsOf, type Wanted } from './role.ts';

/** A problem for each right that is missing; rights that the deploy goes on without are not asked for. */
export function rightProblems(client: Kubernetes, needs: readonly Need[]): Promise<readonly Problem[]> {
  return missingRights(
    client,
    needs.filter(({ optional }) => optional !== true),
  );
}

/** Whether the namespace is there; unknown counts as there, because a role within it may not read it. */
async function namespaceThere(client: Kubernetes, namespace: string): Promise<boolean> {
  try {
    return (await client.get({ ...KINDS.namespace, name: namespace })) !== undefined;
  } catch (error) {
    if (error instanceof KubernetesFailure && error.status === 403) return true;
    throw error;
  }
}

function namespaceProblems(
  exists: boolean,
  manifests: readonly Manifest[],
  { namespace, createNamespace }: Wanted,
): readonly Problem[] {
  if (exists || createNamespace || manifests.some(({ object }) => object.kind === 'Namespace')) return [];
  const message = `There is no namespace "${namespace}" in the cluster.`;
  return [{ code: 'NAMESPACE_MISSING', message, remedy: 'Correct "namespace", or set create-namespace: true.' }];
}

/** Asks whether the deploy could be carried out at all; throws with everything that stands in its way, and the others' problems. */
export async function preflight(
  client: Kubernetes,
  manifests: readonly Manifest[],
  wanted: Wanted,
  others: readonly Problem[],
): Promise<{ readonly namespaceExists: boolean; readonly needs: readonly Need[] }> {
  const namespaceExists = await namespaceThere(client, wanted.namespace);
  const needs = await needsOf(client, manifests, wanted);
  const creates = wanted.createNamespace && !namespaceExists;
  const forNamespace = creates ? ['create', 'patch'].map((verb) => ({ right: { verb, group: '', resource: 'namespaces' } })) : [];
  failWhen([
    ...others,
    ...namespaceProblems(namespaceExists, manifests, wanted),
    ...(await rightProblems(client, [...needs, ...forNamespace])),
  ]);
  return { namespaceExists, needs };
}
