import type { Connection } from './connection.ts';
import { discovery, type Resource, resourcePath } from './discovery.ts';
import { type Kind, type KubeObject, objectName, type Target, targetOf } from './object.ts';
import { failureOf } from './status.ts';
import { type ApiRequest, transport, type Transport, type TransportPorts } from './transport.ts';
import { type Reader, reader } from './watch.ts';

/** The name under which we own fields; the same for every deploy and rollback, so that a field we drop really goes. */
export const FIELD_MANAGER = 'slipway';

/** How an object is applied. */
export interface ApplyOptions {
  /** Take fields over from other managers instead of failing. */
  readonly force?: boolean;
  /** Let the server judge and default the object, and change nothing. */
  readonly dryRun?: boolean;
  /** Under which name the fields are owned; FIELD_MANAGER by default. */
  readonly manager?: string;
}

/** Which log of a pod is read. */
export interface LogOptions {
  readonly container?: string;
  /** The log of the container's run before this one. */
  readonly previous?: boolean;
  readonly tailLines?: number;
}

/** A right that is asked about. */
export interface Right {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string | undefined;
  readonly namespace?: string | undefined;
}

/** What we do with a cluster. */
export interface Kubernetes extends Reader {
  /** The object, or undefined when there is none. */
  get<T extends KubeObject>(target: Target): Promise<T | undefined>;
  /** Server-side apply; a conflict is a KubernetesFailure that names the other manager and the field. */
  apply<T extends KubeObject>(object: T, options?: ApplyOptions): Promise<T>;
  /** Creates the object; one that is there already is a KubernetesFailure with status 409. */
  create<T extends KubeObject>(object: T): Promise<T>;
  /** Replaces the object as a whole; with a resourceVersion only the one that was read, else a failure with status 409. */
  replace<T extends KubeObject>(object: T): Promise<T>;
  /** Deletes, where a precondition is given only what was read; false when there was nothing. */
  delete(target: Target, only?: { readonly resourceVersion: string } | { readonly uid: string }): Promise<boolean>;
  logs(pod: { readonly name: string; readonly namespace: string }, options?: LogOptions): Promise<string>;
  /** Whether we have the right, by the API server's own word. */
  can(right: Right): Promise<boolean>;
  /** How a kind is served; a kind that is not served is a Failure. */
  resource(kind: Kind): Promise<Resource>;
}

const LOG_BYTES_MAX = 256 * 1024;

async function apply<T extends KubeObject>(api: Transport, path: string, object: T, options: ApplyOptions): Promise<T> {
  return api.json<T>({
    subject: objectName(object),
    method: 'PATCH',
    path,
    query: {
      fieldManager: options.manager ?? FIELD_MANAGER,
      force: options.force === true,
      dryRun: options.dryRun ? 'All' : undefined,
    },
    // JSON is YAML, and the server takes apply patches under this name only.
    contentType: 'application/apply-patch+yaml',
    body: object,
  });
}

async function write<T extends KubeObject>(api: Transport, method: 'POST' | 'PUT', path: string, object: T): Promise<T> {
  const query = { fieldManager: FIELD_MANAGER };
  return api.json<T>({ subject: objectName(object), method, path, query, body: object });
}

async function can(api: Transport, { verb, group, resource, subresource, namespace }: Right): Promise<boolean> {
  const review = await api.json<{ readonly status?: { readonly allowed?: boolean } }>({
    subject: 'Review of our rights',
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: { verb, group, resource, subresource, namespace } },
    },
  });
  return review.status?.allowed === true;
}

async function found(api: Transport, request: ApiRequest): Promise<string | undefined> {
  const response = await api.send(request);
  const text = await response.text();
  if (response.status === 404) return undefined;
  if (response.status >= 400) throw failureOf(request.subject, response.status, text);
  return text;
}

/** A client of one cluster. */
export function kubernetes(connection: Connection, ports: TransportPorts): Kubernetes {
  const api = transport(connection, ports);
  const discovered = discovery(api);
  const pathOf = async (target: Target): Promise<string> => resourcePath(target, await discovered.resource(target));
  return {
    ...reader(api, discovered, ports.clock),
    resource: discovered.resource,
    get: async <T extends KubeObject>(target: Target) => {
      const text = await found(api, { subject: objectName(target), path: await pathOf(target) });
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    apply: async (object, options = {}) => {
      return apply(api, await pathOf(targetOf(object)), object, options);
    },
    create: async (object) => {
      const { apiVersion, kind, metadata } = object;
      const collection = { apiVersion, kind, namespace: metadata.namespace };
      const path = resourcePath(collection, await discovered.resource(object));
      return write(api, 'POST', path, object);
    },
    replace: async (object) => write(api, 'PUT', await pathOf(targetOf(object)), object),
    delete: async (target, only) => {
      const query = { propagationPolicy: 'Background' };
      const body = only && { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: only };
      const path = await pathOf(target);
      const request: ApiRequest = { subject: objectName(target), method: 'DELETE', path, query, ...(body && { body }) };
      return (await found(api, request)) !== undefined;
    },
    logs: async ({ name, namespace }, { container, previous, tailLines } = {}) => {
      const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}/log`;
      const query = { container, previous, tailLines, limitBytes: LOG_BYTES_MAX };
      const subject = `Log of ${namespace}/${name}`;
      const response = await api.send({ subject, path, query });
      const text = await response.text();
      if (response.status >= 400) throw failureOf(subject, response.status, text);
      return text;
    },
    can: (right) => can(api, right),
  };
}
