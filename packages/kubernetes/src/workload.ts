import { groupOf, type Kind, type KubeObject } from './object.ts';
import type { Condition, PodSpec } from './pod.ts';

/** The template that a workload makes its pods from. */
export interface PodTemplate {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: PodSpec;
}

/** A Deployment. */
export interface Deployment extends KubeObject {
  readonly spec: {
    readonly replicas?: number;
    readonly paused?: boolean;
    readonly progressDeadlineSeconds?: number;
    readonly template: PodTemplate;
    readonly [field: string]: unknown;
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly readyReplicas?: number;
    readonly availableReplicas?: number;
    readonly conditions?: readonly Condition[];
  };
}

/** A ReplicaSet: one version of a Deployment's template. */
export interface ReplicaSet extends KubeObject {
  readonly spec?: { readonly replicas?: number; readonly template?: PodTemplate; readonly [field: string]: unknown };
  readonly status?: {
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly conditions?: readonly Condition[];
  };
}

/** A StatefulSet. */
export interface StatefulSet extends KubeObject {
  readonly spec: { readonly replicas?: number; readonly template: PodTemplate; readonly [field: string]: unknown };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly updatedReplicas?: number;
    readonly updateRevision?: string;
  };
}

/** A DaemonSet. */
export interface DaemonSet extends KubeObject {
  readonly spec: { readonly template: PodTemplate; readonly [field: string]: unknown };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly desiredNumberScheduled?: number;
    readonly updatedNumberScheduled?: number;
    readonly numberAvailable?: number;
  };
}

/** A Job. */
export interface Job extends KubeObject {
  readonly spec: { readonly template: PodTemplate; readonly [field: string]: unknown };
  readonly status?: { readonly succeeded?: number; readonly conditions?: readonly Condition[] };
}

/** The kinds that run pods and that a deploy waits for. */
export const WORKLOAD_KINDS: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'];

/** Whether a kind is one of a cluster's own extensions, whose controllers say by conditions how far they got. */
export function isCustom({ apiVersion }: Kind): boolean {
  const group = groupOf(apiVersion);
  return group.includes('.') && !group.endsWith('.k8s.io');
}

/** Whether a deploy waits for an object: for what runs pods, and for custom resources of the namespace. */
export function isAwaited(object: KubeObject): boolean {
  return WORKLOAD_KINDS.includes(object.kind) || (isCustom(object) && object.metadata.namespace !== undefined);
}

/** Where in an object its pod's specification stands; undefined when the object runs no pods. */
export function podSpecPath(kind: string): readonly string[] | undefined {
  if (kind === 'Pod') return ['spec'];
  if (kind === 'CronJob') return ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
  return [...WORKLOAD_KINDS, 'ReplicaSet', 'Rollout'].includes(kind) ? ['spec', 'template', 'spec'] : undefined;
}
