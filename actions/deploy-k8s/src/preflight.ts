import { failWhen, type Location, type Problem } from '@slipway/failure';
import {
  groupOf,
  KINDS,
  type Kubernetes,
  KubernetesFailure,
  type Manifest,
  type Right,
  WORKLOAD_KINDS,
} from '@slipway/kubernetes';

interface Need {
  readonly right: Right;
  /** The manifest line that needs it; absent for what the deploy itself needs. */
  readonly location?: Location;
}

interface Wanted {
  readonly namespace: string;
  readonly createNamespace: boolean;
  readonly lock: boolean;
}

const APPLY = ['get', 'create', 'patch'];
const FOLLOW = ['list', 'watch'];
const LOCK = ['get', 'create', 'update'];

async function needsOf(client: Kubernetes, { object, locate }: Manifest, namespace: string): Promise<readonly Need[]> {
  const { name: resource, namespaced } = await client.resource(object);
  const verbs = WORKLOAD_KINDS.includes(object.kind) ? [...APPLY, ...FOLLOW] : APPLY;
  const group = groupOf(object.apiVersion);
  const scope = namespaced ? { namespace } : {};
  return verbs.map((verb) => ({ right: { verb, group, resource, ...scope }, location: locate(['kind']) }));
}

function ownNeeds({ namespace, lock }: Wanted): readonly Need[] {
  const follow = (group: string, resource: string): readonly Need[] =>
    FOLLOW.map((verb) => ({ right: { verb, group, resource, namespace } }));
  const leases = { group: 'coordination.k8s.io', resource: 'leases', namespace };
  return [
    ...(lock ? LOCK.map((verb) => ({ right: { verb, ...leases } })) : []),
    ...APPLY.map((verb) => ({ right: { verb, group: '', resource: 'secrets', namespace } })),
    ...follow('', 'pods'),
    ...follow('apps', 'replicasets'),
  ];
}

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

async function rightProblems(client: Kubernetes, needs: readonly Need[]): Promise<readonly Problem[]> {
  const distinct = new Map<string, Need>();
  for (const need of needs) {
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
): Promise<{ readonly namespaceExists: boolean }> {
  const namespaceExists = await namespaceThere(client, wanted.namespace);
  const fromManifests = await Promise.all(manifests.map((manifest) => needsOf(client, manifest, wanted.namespace)));
  const creates = wanted.createNamespace && !namespaceExists;
  const forNamespace = creates ? ['create', 'patch'].map((verb) => ({ right: { verb, group: '', resource: 'namespaces' } })) : [];
  failWhen([
    ...others,
    ...namespaceProblems(namespaceExists, manifests, wanted),
    ...(await rightProblems(client, [...fromManifests.flat(), ...ownNeeds(wanted), ...forNamespace])),
  ]);
  return { namespaceExists };
}
