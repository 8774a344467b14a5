/** Who owns an object. */
export interface OwnerReference {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
}

/** What we read of an object's metadata. */
export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly OwnerReference[];
  readonly managedFields?: readonly unknown[];
}

/** Any object of the cluster. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly [field: string]: unknown;
}

/** The name of a kind of objects, as a manifest writes it. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The name of one object. */
export interface Target extends Kind {
  readonly name: string;
  readonly namespace?: string | undefined;
}

/** The kinds we read ourselves. */
export const KINDS = {
  deployment: { apiVersion: 'apps/v1', kind: 'Deployment' },
  replicaSet: { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  pod: { apiVersion: 'v1', kind: 'Pod' },
  event: { apiVersion: 'v1', kind: 'Event' },
  secret: { apiVersion: 'v1', kind: 'Secret' },
  namespace: { apiVersion: 'v1', kind: 'Namespace' },
  lease: { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease' },
} as const satisfies Record<string, Kind>;

/** The name of an object. */
export function targetOf({ apiVersion, kind, metadata: { name, namespace } }: KubeObject): Target {
  return { apiVersion, kind, name, namespace };
}

/** The object's name as people say it: `Deployment shop/payment-service`. */
export function objectName(object: KubeObject | Target): string {
  const { name, namespace } = 'metadata' in object ? (object as KubeObject).metadata : (object as Target);
  return `${object.kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** The API group of an apiVersion; the core group is the empty string. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}
