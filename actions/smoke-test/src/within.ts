import { connectCluster } from '@slipway/cluster-login';
import type { Problem } from '@slipway/failure';
import { type Kubernetes, kubernetes, missingRights, type Pod, proxyTo, type Passage } from '@slipway/kubernetes';
import type { Ports, RunContext } from '@slipway/runner';
import type { SuiteRequest } from '@slipway/smoke';
import { type CLUSTER, serviceOf } from './action-suite.ts';
import type { ModeInputs } from './inputs.ts';

/** A pod that is ready, and the way to it. */
export interface ReadyPod extends Passage {
  readonly uid: string;
}

/** What is asked within a cluster. */
export interface Within {
  /** The way to the service; absent when it is asked by its web address. */
  readonly service?: Passage;
  /** The pods that are ready now, when they are to prove the version. */
  readonly readyPods?: () => Promise<readonly ReadyPod[]>;
  /** What the requests may not hold, and which rights are missing. */
  problemsWith(requests: readonly SuiteRequest[]): Promise<readonly Problem[]>;
}

const VERBS = { GET: 'get', HEAD: 'get', POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: 'delete' } as const;

const isReady = ({ metadata, status }: Pod): boolean =>
  metadata.deletionTimestamp === undefined &&
  status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') === true;

/** What says nothing of the service, because the API server stands in between. */
function hidden(requests: readonly SuiteRequest[]): readonly Problem[] {
  return requests.flatMap(({ name, headers, expect, locate }) => {
    const wrong = (at: readonly string[], why: string, remedy: string): Problem => {
      return { code: 'SUITE_WITHIN_CLUSTER', message: `Request "${name}" ${why}`, remedy, location: locate(at) };
    };
    const authorization = Object.keys(headers).find((header) => header.toLowerCase() === 'authorization');
    const remedy = 'Ask the service by its web address for that.';
    return [
      ...(authorization === undefined
        ? []
        : [wrong(['headers', authorization], 'sends "authorization", which the API server does not hand on.', remedy)]),
      ...(expect.tls ? [wrong(['expect', 'tls'], "expects certificates, and sees the API server's.", remedy)] : []),
      ...(expect.dns && expect.dns.name === undefined
        ? [wrong(['expect', 'dns'], 'expects the name of the service to resolve, which is asked without it.', 'Give "name".')]
        : []),
    ];
  });
}

function rightsFor(requests: readonly SuiteRequest[], service: boolean, pods: boolean, namespace: string) {
  const right = (verb: string, resource: string, subresource?: string) => {
    return { right: { verb, group: '', resource, namespace, ...(subresource !== undefined && { subresource }) } };
  };
  const verbs = ['get', ...requests.map(({ method }) => VERBS[method])];
  return [
    ...(service ? verbs.map((verb) => right(verb, 'services', 'proxy')) : []),
    ...(pods ? [right('list', 'pods'), right('get', 'pods', 'proxy')] : []),
  ];
}

/** Finds the way into the cluster; undefined when nothing is asked there. Only rights are asked for, and no service. */
export async function enter(
  inputs: Pick<ModeInputs<'suite'>, 'url' | (typeof CLUSTER)[number]>,
  ports: Ports,
  context: RunContext,
): Promise<Within | undefined> {
  const { namespace = '', pods, podPort } = inputs;
  const name = serviceOf(inputs.url);
  if (name === undefined && pods === undefined) return undefined;
  const connection = await connectCluster(inputs, { ...ports, environment: context.environment });
  const client: Kubernetes = kubernetes(connection, ports);
  const readyPods = async (): Promise<readonly ReadyPod[]> => {
    const selection = { namespace, labelSelector: pods };
    const { items } = await client.list<Pod>({ apiVersion: 'v1', kind: 'Pod' }, selection, ports.cancelled);
    return items.filter(isReady).map(({ metadata }) => {
      const pod = podPort === undefined ? metadata.name : `${metadata.name}:${podPort}`;
      const way = proxyTo({ kind: 'pods', namespace, name: pod }, connection, ports.http);
      return { uid: metadata.uid ?? metadata.name, ...way };
    });
  };
  return {
    ...(name !== undefined && { service: proxyTo({ kind: 'services', namespace, name }, connection, ports.http) }),
    ...(pods !== undefined && { readyPods }),
    problemsWith: async (requests) => [
      ...(name === undefined ? [] : hidden(requests)),
      ...(await missingRights(client, rightsFor(requests, name !== undefined, pods !== undefined, namespace))),
    ],
  };
}
