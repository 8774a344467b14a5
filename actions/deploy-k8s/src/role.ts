import {
  groupOf,
  isAwaited,
  type Kubernetes,
  type KubeObject,
  type Manifest,
  resourceAmong,
  type Right,
  type Target,
} from '@slipway/kubernetes';
import type { Location } from '@slipway/failure';

/** A right that the deploy uses, and what for. */
export interface Need {
  readonly right: Right;
  /** The manifest line that needs it; absent for what the deploy itself needs. */
  readonly location?: Location;
  /** Whether the deploy goes on without it, and only says less. */
  readonly optional?: true;
}

/** What the rights depend on besides the manifests. */
export interface Wanted {
  readonly namespace: string;
  readonly createNamespace: boolean;
  readonly lock: boolean;
  readonly prune: boolean;
  readonly strategy: string;
}

const APPLY = ['get', 'create', 'patch'];
const FOLLOW = ['list', 'watch'];
const LOCK = ['get', 'create', 'update'];

async function manifestNeeds(
  client: Kubernetes,
  { object, locate }: Manifest,
  objects: readonly KubeObject[],
  { namespace, prune, strategy }: Wanted,
  routed: boolean,
): Promise<readonly Need[]> {
  const { name: resource, namespaced } = await resourceAmong(client, objects, object);
  const verbs = isAwaited(object) ? [...APPLY, ...FOLLOW] : APPLY;
  const group = groupOf(object.apiVersion);
  const scope = namespaced ? { namespace } : {};
  const need = (verb: string): Need => ({ right: { verb, group, resource, ...scope }, location: locate(['kind']) });
  const takenBack =
    strategy === 'blue-green'
      ? ['Deployment', 'Service']
      : strategy === 'canary'
        ? ['Deployment', ...(routed ? ['Service', 'Ingress'] : [])]
        : [];
  if (takenBack.includes(object.kind)) return [...verbs, 'delete'].map(need);
  return [...verbs.map(need), ...(prune ? [{ ...need('delete'), optional: true as const }] : [])];
}

function ownNeeds({ namespace, lock }: Wanted): readonly Need[] {
  const of = (verbs: readonly string[], group: string, resource: string): readonly Need[] =>
    verbs.map((verb) => ({ right: { verb, group, resource, namespace } }));
  const better = [...of(FOLLOW, '', 'events'), ...of(['delete'], '', 'pods')];
  const logs: Right = { verb: 'get', group: '', resource: 'pods', subresource: 'log', namespace };
  return [
    ...(lock ? of(LOCK, 'coordination.k8s.io', 'leases') : []),
    ...of(APPLY, '', 'secrets'),
    ...of(FOLLOW, '', 'pods'),
    ...of(FOLLOW, 'apps', 'replicasets'),
    ...[...better, { right: logs }].map((need): Need => ({ ...need, optional: true })),
  ];
}

/** Every right that deploying these manifests uses, the manifests' own first. */
export async function needsOf(client: Kubernetes, manifests: readonly Manifest[], wanted: Wanted): Promise<readonly Need[]> {
  const objects = manifests.map(({ object }) => object);
  const routed = objects.some(({ kind }) => ['HTTPRoute', 'Ingress'].includes(kind));
  const fromManifests = await Promise.all(manifests.map((manifest) => manifestNeeds(client, manifest, objects, wanted, routed)));
  return [...fromManifests.flat(), ...ownNeeds(wanted)];
}

/** The rights to delete what is left over, each needed only where it is to be pruned now. */
export async function pruneNeeds(client: Kubernetes, targets: readonly Target[]): Promise<readonly Need[]> {
  return Promise.all(
    targets.map(async (target) => {
      const { name: resource, namespaced } = await client.resource(target);
      const scope = namespaced ? { namespace: target.namespace } : {};
      return { right: { verb: 'delete', group: groupOf(target.apiVersion), resource, ...scope } };
    }),
  );
}

function rulesOf(needs: readonly Need[]): readonly string[] {
  const verbs = new Map<string, Set<string>>();
  for (const { right } of needs) {
    const resource = right.subresource === undefined ? right.resource : `${right.resource}/${right.subresource}`;
    const key = `apiGroups: ["${right.group}"], resources: [${resource}]`;
    verbs.set(key, (verbs.get(key) ?? new Set()).add(right.verb));
  }
  return [...verbs].map(([key, words]) => `  - { ${key}, verbs: [${[...words].join(', ')}] }`);
}

/** The least that an identity needs to deploy this, as manifests of a Role and, where something has no namespace, a ClusterRole. */
export function renderRole(service: string, namespace: string, needs: readonly Need[]): string {
  const inside = needs.filter(({ right }) => right.namespace !== undefined);
  const outside = needs.filter(({ right }) => right.namespace === undefined);
  const head = (kind: string, where: string): readonly string[] => [
    'apiVersion: rbac.authorization.k8s.io/v1',
    `kind: ${kind}`,
    `metadata: { name: deploy-${service}${where} }`,
    'rules:',
  ];
  const role = [...head('Role', `, namespace: ${namespace}`), ...rulesOf(inside)];
  return (outside.length === 0 ? role : [...role, '---', ...head('ClusterRole', ''), ...rulesOf(outside)]).join('\n');
}
