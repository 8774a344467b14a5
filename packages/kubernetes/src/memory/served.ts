import type { Condition } from '../pod.ts';
import type { Store } from './store.ts';

/** How a kind is served. */
export type Served = readonly [plural: string, kind: string, namespaced: boolean];

const SERVED: Readonly<Record<string, readonly Served[]>> = {
  v1: [
    ['pods', 'Pod', true],
    ['services', 'Service', true],
    ['configmaps', 'ConfigMap', true],
    ['secrets', 'Secret', true],
    ['events', 'Event', true],
    ['serviceaccounts', 'ServiceAccount', true],
    ['persistentvolumeclaims', 'PersistentVolumeClaim', true],
    ['namespaces', 'Namespace', false],
    ['resourcequotas', 'ResourceQuota', true],
  ],
  'apps/v1': [
    ['deployments', 'Deployment', true],
    ['replicasets', 'ReplicaSet', true],
    ['statefulsets', 'StatefulSet', true],
    ['daemonsets', 'DaemonSet', true],
  ],
  'batch/v1': [
    ['jobs', 'Job', true],
    ['cronjobs', 'CronJob', true],
  ],
  'apiextensions.k8s.io/v1': [['customresourcedefinitions', 'CustomResourceDefinition', false]],
  'gateway.networking.k8s.io/v1': [['httproutes', 'HTTPRoute', true]],
  'networking.k8s.io/v1': [['ingresses', 'Ingress', true]],
  'autoscaling/v2': [['horizontalpodautoscalers', 'HorizontalPodAutoscaler', true]],
  'argoproj.io/v1alpha1': [['rollouts', 'Rollout', true]],
  'coordination.k8s.io/v1': [['leases', 'Lease', true]],
};

interface Defined {
  readonly group: string;
  readonly names: { readonly plural: string; readonly kind: string };
  readonly scope: string;
  readonly versions: readonly { readonly name: string }[];
}

/** The kinds of a group and version, also by definitions that a test calls established; undefined when there are none. */
export function servedIn(apiVersion: string, objects: Store): readonly Served[] | undefined {
  const defined = objects.all().flatMap((object): readonly Served[] => {
    const { conditions = [] } = (object['status'] ?? {}) as { readonly conditions?: readonly Condition[] };
    const established = conditions.some(({ type, status }) => type === 'Established' && status === 'True');
    if (object.kind !== 'CustomResourceDefinition' || !established) return [];
    const { group, names, scope, versions } = object['spec'] as Defined;
    const served = versions.some(({ name }) => `${group}/${name}` === apiVersion);
    return served ? [[names.plural, names.kind, scope === 'Namespaced']] : [];
  });
  return SERVED[apiVersion] ?? (defined.length === 0 ? undefined : defined);
}
