import type { Location, Problem } from '@slipway/failure';
import type { Kubernetes, Right } from './client.ts';

/** A right that is needed, and what it is needed for. */
export interface NeededRight {
  readonly right: Right;
  /** The manifest line that needs it. */
  readonly location?: Location;
  /** What could not be done without it, as the end of a sentence. */
  readonly consequence?: string;
  /** What else would do, as the end of a sentence. */
  readonly alternative?: string;
}

function problemOf({ right, location, consequence, alternative }: NeededRight): Problem {
  const { verb, group, resource, subresource, namespace } = right;
  const path = subresource === undefined ? resource : `${resource}/${subresource}`;
  const name = group === '' ? path : `${path}.${group}`;
  const where = namespace === undefined ? 'in the cluster' : `in namespace ${namespace}`;
  const rule = `{ apiGroups: ["${group}"], resources: ["${path}"], verbs: ["${verb}"] }`;
  const otherwise = alternative === undefined ? '' : `, or ${alternative}`;
  return {
    code: 'K8S_RIGHT_MISSING',
    message: `The kubeconfig's identity may not ${verb} ${name} ${where}${consequence === undefined ? '' : `, so ${consequence}`}.`,
    remedy: `Add to its ${namespace === undefined ? 'ClusterRole' : 'Role'}: ${rule}${otherwise}.`,
    ...(location && { location }),
  };
}

/** Asks the API server for each right once; a problem for each that is missing, in the order of their first mention. */
export async function missingRights(client: Kubernetes, needed: readonly NeededRight[]): Promise<readonly Problem[]> {
  const distinct = new Map<string, NeededRight>();
  for (const need of needed) {
    const key = JSON.stringify(need.right);
    // A need with a line explains more than one without.
    if (distinct.get(key)?.location === undefined) distinct.set(key, need);
  }
  const asked = [...distinct.values()].map(async (need) => ((await client.can(need.right)) ? [] : [problemOf(need)]));
  return (await Promise.all(asked)).flat();
}
