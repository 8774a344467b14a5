import { Failure } from '@slipway/failure';
import type { Kind, Target } from './object.ts';
import type { Transport } from './transport.ts';

/** How the API server serves a kind. */
export interface Resource {
  /** The plural of the path, such as `deployments`. */
  readonly name: string;
  readonly namespaced: boolean;
}

interface ResourceList {
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

/** Finds how kinds are served; each group and version is asked for once, and again for a kind that was not there. */
export interface Discovery {
  resource(kind: Kind): Promise<Resource>;
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function unknownKind({ apiVersion, kind }: Kind): Failure {
  return new Failure({
    code: 'K8S_KIND_UNKNOWN',
    message: `The cluster serves no kind ${kind} in ${apiVersion}.`,
    remedy: 'Correct apiVersion or kind, or install the custom resource definition first.',
  });
}

/** Discovery through a transport. */
export function discovery(transport: Transport): Discovery {
  const known = new Map<string, Promise<ResourceList>>();
  const fetchList = async (apiVersion: string): Promise<ResourceList> => {
    const response = await transport.send({ subject: `Kinds of ${apiVersion}`, path: rootOf(apiVersion) });
    const text = await response.text();
    return response.status === 200 ? (JSON.parse(text) as ResourceList) : { resources: [] };
  };
  return {
    resource: async (kind) => {
      const listed = known.get(kind.apiVersion) ?? fetchList(kind.apiVersion);
      known.set(kind.apiVersion, listed);
      const { resources } = await listed.catch((error: unknown) => {
        known.delete(kind.apiVersion);
        throw error;
      });
      const found = resources.find((each) => each.kind === kind.kind && !each.name.includes('/'));
      if (found === undefined) {
        // A definition may be applied in the meantime.
        known.delete(kind.apiVersion);
        throw unknownKind(kind);
      }
      return { name: found.name, namespaced: found.namespaced };
    },
  };
}

/** The path of a kind's collection, or of one object in it. */
export function resourcePath(target: Kind & Partial<Target>, { name: plural, namespaced }: Resource): string {
  const scope = namespaced && target.namespace !== undefined ? `/namespaces/${encodeURIComponent(target.namespace)}` : '';
  const name = target.name === undefined ? '' : `/${encodeURIComponent(target.name)}`;
  return `${rootOf(target.apiVersion)}${scope}/${plural}${name}`;
}
