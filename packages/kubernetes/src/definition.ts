import { Failure } from '@slipway/failure';
import type { Kubernetes } from './client.ts';
import type { Resource } from './discovery.ts';
import { groupOf, type Kind, type KubeObject, targetOf } from './object.ts';
import type { Condition } from './pod.ts';

/** A CustomResourceDefinition: https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/ */
interface Definition extends KubeObject {
  readonly spec?: {
    readonly group?: string;
    readonly names?: { readonly plural?: string; readonly kind?: string };
    readonly scope?: string;
    readonly versions?: readonly { readonly name?: string; readonly served?: boolean }[];
  };
  readonly status?: { readonly conditions?: readonly Condition[] };
}

/** How far a definition got: `refused` never will be. */
export type DefinitionState =
  | { readonly kind: 'served' }
  | { readonly kind: 'waiting'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };

/** Whether an object defines other kinds. */
export function isDefinition({ apiVersion, kind }: KubeObject): boolean {
  return kind === 'CustomResourceDefinition' && groupOf(apiVersion) === 'apiextensions.k8s.io';
}

function kindsOf({ spec = {} }: Definition): readonly (Kind & Resource)[] {
  const { group = '', names = {}, scope, versions = [] } = spec;
  const { kind = '', plural = '' } = names;
  const resource = { kind, name: plural, namespaced: scope === 'Namespaced' };
  return versions.flatMap(({ name, served }) => (served === true ? [{ ...resource, apiVersion: `${group}/${name}` }] : []));
}

const isUnknown = (error: unknown): error is Failure => error instanceof Failure && error.code === 'K8S_KIND_UNKNOWN';

/**
 * How a kind is served, or how it will be once a definition among the objects is there.
 *
 * @throws Failure K8S_KIND_UNKNOWN for a kind that neither the cluster nor a definition knows.
 */
export async function resourceAmong(client: Kubernetes, objects: readonly KubeObject[], kind: Kind): Promise<Resource> {
  try {
    return await client.resource(kind);
  } catch (error) {
    const promised = objects
      .filter(isDefinition)
      .flatMap((each) => kindsOf(each))
      .find((each) => each.apiVersion === kind.apiVersion && each.kind === kind.kind);
    if (!isUnknown(error) || promised === undefined) throw error;
    return { name: promised.name, namespaced: promised.namespaced };
  }
}

/** Gives undefined instead of failing where the kind is not served, for then there is nothing of it either. */
export async function unlessUnknown<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (isUnknown(error)) return undefined;
    throw error;
  });
}

/** Whether the kinds of a definition that was applied can be used: it is established, and discovery tells of them. */
export async function definitionState(client: Kubernetes, definition: KubeObject): Promise<DefinitionState> {
  const live = await client.get<Definition>(targetOf(definition));
  const conditions = live?.status?.conditions ?? [];
  const refused = conditions.find(({ type, status }) => type === 'NamesAccepted' && status === 'False');
  if (refused !== undefined) return { kind: 'refused', why: refused.message ?? refused.reason ?? 'its names are taken' };
  if (!conditions.some(({ type, status }) => type === 'Established' && status === 'True')) {
    return { kind: 'waiting', why: 'it is not established' };
  }
  for (const kind of kindsOf(live ?? definition)) {
    if ((await unlessUnknown(client.resource(kind))) === undefined) {
      return { kind: 'waiting', why: `${kind.kind} in ${kind.apiVersion} is not served` };
    }
  }
  return { kind: 'served' };
}
