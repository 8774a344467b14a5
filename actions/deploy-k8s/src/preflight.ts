import { failWhen, type Problem } from '@slipway/failure';
import { KINDS, type Kubernetes, KubernetesFailure, type Manifest } from '@slipway/kubernetes';
import { type Need, needsOf, type Wanted } from './role.ts';

function missing({ right, location }: Need): Problem {
  const { verb, group, resource, namespace } = right;
  const name = group === '' ? resource : `${resource}.${group}`;
  const where = namespace === undefined ? 'in the cluster' : `in namespace ${namespace}`;
  const rule = `{ apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["${verb}"] }`;
  return {
    code: 'K8S_RIGHT_MISSING',
    message: `The kubeconfig's identity may not ${verb} ${name} ${where}.`,
    remedy: `Add to its ${namespace === undefined ? 'ClusterRole' : 'Role'}: ${rule}.`,
    ...(location && { location }),
  };
}

/** A problem for each right that is missing; rights that the deploy goes on without are not asked for. */
export async function rightProblems(client: Kubernetes, needs: readonly Need[]): Promise<readonly Problem[]> {
  const distinct = new Map<string, Need>();
  for (const need of needs.filter(({ optional }) => optional !== true)) {
    const key = JSON.stringify(need.right);
    // A need with a line explains more than one without.
    if (distinct.get(key)?.location === undefined) distinct.set(key, need);
  }
  const asked = [...distinct.values()].map(async (need) => ((await client.can(need.right)) ? [] : [missing(need)]));
  return (await Promise.all(asked)).flat();
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
