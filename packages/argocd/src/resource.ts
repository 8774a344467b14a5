import { eventTime, type KubeEvent, type Kubernetes, type KubeObject, type Target } from '@slipway/kubernetes';
import { type Application, type ManagedResource, resourceName } from './application.ts';
import type { ArgoCd, Trouble } from './port.ts';

const KIND = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' } as const;
const EVENTS = { apiVersion: 'v1', kind: 'Event' } as const;
/** One an errand: what Argo CD has not taken away yet of the one must not be taken back by the other. */
const REFRESHER = 'slipway-refresh';
const SYNCER = 'slipway-sync';

/** What of an application can be asked for by writing to its resource. */
type Asked = KubeObject & { readonly operation?: unknown };

function asked(namespace: string, name: string, given: Pick<Asked, 'operation'>, refresh: boolean): Asked {
  const annotations = { 'argocd.argoproj.io/refresh': 'normal' };
  return { ...KIND, metadata: { name, namespace, ...(refresh && { annotations }) }, ...given };
}

/** Warnings about a resource or about what has its name as a beginning, as the pods of a Deployment have. */
function lastWarning(events: readonly KubeEvent[], { name }: ManagedResource): KubeEvent | undefined {
  const about = events.filter(
    ({ type, involvedObject }) =>
      type === 'Warning' && (involvedObject.name === name || involvedObject.name?.startsWith(`${name}-`) === true),
  );
  return about.toSorted((a, b) => eventTime(b) - eventTime(a))[0];
}

/** The resource does not say which of them is unwell, so the cluster's own warnings are what there is to tell. */
async function troubles(client: Kubernetes, { spec, status }: Application, here: readonly string[]): Promise<readonly Trouble[]> {
  const { server, name, namespace } = spec.destination ?? {};
  if (namespace === undefined || !(here.includes(server ?? '') || name === 'in-cluster')) return [];
  const { items } = await client.list<KubeEvent>(EVENTS, { namespace });
  return (status?.resources ?? []).flatMap((resource) => {
    const event = lastWarning(items, resource);
    if (event === undefined) return [];
    const health = status?.health?.status ?? 'Unknown';
    return [{ resource: resourceName(resource), health, event: `${event.reason ?? ''}: ${event.message ?? ''}` }];
  });
}

/**
 * Argo CD by its resources in the cluster, where nobody has a token of its API.
 *
 * Fields that differ and sync windows are told by the API alone.
 *
 * @param server the address of this cluster's API, by which an application's destination is known to be this cluster
 */
export function argocdResources(client: Kubernetes, namespace: string, server: string): ArgoCd {
  const here = ['https://kubernetes.default.svc', server];
  return {
    application: (name) => client.get<Application & KubeObject>({ ...KIND, name, namespace } satisfies Target),
    refresh: async (name) => {
      await client.apply(asked(namespace, name, {}, true), { manager: REFRESHER, force: true });
    },
    sync: async (name) => {
      const operation = { initiatedBy: { username: 'slipway' }, sync: {} };
      await client.apply(asked(namespace, name, { operation }, false), { manager: SYNCER, force: true });
    },
    troubles: (application) => troubles(client, application, here),
    differences: async ({ status }) =>
      (status?.resources ?? [])
        .filter((resource) => resource.status === 'OutOfSync')
        .map((resource) => ({ resource: resourceName(resource) })),
    closedWindow: async () => undefined,
  };
}
