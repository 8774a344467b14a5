import { Failure } from '@slipway/failure';
import type { Http, HttpRequest } from '@slipway/system';
import type { Right } from '../client.ts';
import type { Connection } from '../connection.ts';
import type { KubeObject } from '../object.ts';
import type { FieldConflict } from '../status.ts';
import { collectGarbage } from './garbage.ts';
import { merge } from './merge.ts';
import { servedIn } from './served.ts';
import { keyOf, type Store, store } from './store.ts';

/** What a test decides about its cluster. */
export interface MemoryClusterOptions {
  readonly objects?: readonly KubeObject[];
  /** The text of a log; undefined is a refusal, as for a container that never ran. */
  readonly log?: (pod: string, container: string | null, previous: boolean) => string | undefined;
  readonly denied?: (right: Right) => boolean;
  /** Conflicts of an apply that is not forced. */
  readonly conflicts?: (object: KubeObject) => readonly FieldConflict[];
  /** Called after each apply that is no dry run: the place for a made-up controller. */
  readonly applied?: (object: KubeObject, cluster: MemoryCluster) => void;
  /** Whether the server answers at all. */
  readonly reachable?: () => boolean;
}

/** An API server in memory. */
export interface MemoryCluster {
  readonly http: Http;
  readonly connection: Connection;
  readonly store: Store;
  get<T extends KubeObject>(kind: string, namespace: string | undefined, name: string): T | undefined;
  /** Every write that was asked for, as `PATCH Deployment shop/x`. */
  readonly writes: readonly string[];
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const refusal = (status: number, message: string, details: unknown = {}): Reply => ({ status, body: { message, details } });

const UID_IMMUTABLE = { causes: [{ field: 'metadata.uid', message: 'field is immutable' }] };
const CHANGED = refusal(409, 'the object has been modified; please apply your changes to the latest version');

interface DeleteOptions {
  readonly preconditions?: { readonly resourceVersion?: string; readonly uid?: string };
}

function discoveryReply(apiVersion: string, objects: Store): Reply {
  const served = servedIn(apiVersion, objects);
  if (served === undefined) return refusal(404, 'the server could not find the requested resource');
  return { status: 200, body: { resources: served.map(([name, kind, namespaced]) => ({ name, kind, namespaced })) } };
}

interface Place {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly sub: string | undefined;
}

function placeOf(path: string, objects: Store): Place | string | undefined {
  const [, core, group, rest = ''] = /^\/(?:api\/(v1)|apis\/([^/]+\/[^/]+))\/?(.*)$/.exec(path) ?? [];
  const apiVersion = core ?? group ?? '';
  if (rest === '') return apiVersion;
  const [, namespace, plural, name, sub] = /^(?:namespaces\/([^/]+)\/)?([^/]+)(?:\/([^/]+))?(?:\/(log))?$/.exec(rest) ?? [];
  const kind = servedIn(apiVersion, objects)?.find(([served]) => served === plural)?.[1];
  return kind === undefined ? undefined : { kind, namespace, name, sub };
}

async function* watchLines(from: Store, place: Place, query: URLSearchParams, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const { type, object } of from.changes(Number(query.get('resourceVersion')), signal)) {
    const wanted = object.kind === place.kind && (place.namespace === undefined || object.metadata.namespace === place.namespace);
    if (wanted) yield encoder.encode(`${JSON.stringify({ type, object })}\n`);
  }
}

class MemoryApi {
  readonly writes: string[] = [];
  readonly #applied = new Map<string, KubeObject>();
  readonly #options: MemoryClusterOptions;
  readonly #store: Store;

  constructor(options: MemoryClusterOptions, objects: Store) {
    this.#options = options;
    this.#store = objects;
  }

  reply(request: HttpRequest, cluster: MemoryCluster): Reply | AsyncIterable<Uint8Array> {
    const url = new URL(request.url);
    if (url.pathname.endsWith('/selfsubjectaccessreviews')) return this.#review(request);
    const place = placeOf(url.pathname, this.#store);
    if (typeof place === 'string') return discoveryReply(place, this.#store);
    if (place === undefined) return refusal(404, 'the server could not find the requested resource');
    if (place.sub === 'log') return this.#log(place, url.searchParams);
    if (request.method === 'PATCH') return this.#apply(request, place, url.searchParams, cluster);
    if (request.method === 'POST') return this.#create(request, place);
    if (request.method === 'PUT') return this.#replace(request, place);
    if (request.method === 'DELETE') return this.#delete(request, place);
    if (place.name !== undefined) return this.#get(place);
    if (url.searchParams.has('watch')) return watchLines(this.#store, place, url.searchParams, request.signal);
    return this.#list(place);
  }

  #review({ body }: HttpRequest): Reply {
    const { spec } = JSON.parse(String(body)) as { spec: { resourceAttributes: Right } };
    return { status: 201, body: { status: { allowed: this.#options.denied?.(spec.resourceAttributes) !== true } } };
  }

  #log({ name = '' }: Place, query: URLSearchParams): Reply {
    const text = this.#options.log?.(name, query.get('container'), query.get('previous') === 'true');
    return text === undefined ? refusal(400, 'container is waiting to start') : { status: 200, body: text };
  }

  #get({ kind, namespace, name = '' }: Place): Reply {
    const object = this.#store.get(keyOf(kind, namespace, name));
    return object === undefined ? refusal(404, `${kind} "${name}" not found`) : { status: 200, body: object };
  }

  #list({ kind, namespace }: Place): Reply {
    const items = this.#store
      .all()
      .filter((object) => object.kind === kind && (namespace === undefined || object.metadata.namespace === namespace));
    return { status: 200, body: { items, metadata: { resourceVersion: String(this.#store.version()) } } };
  }

  #create(request: HttpRequest, { kind, namespace }: Place): Reply {
    const given = JSON.parse(String(request.body)) as KubeObject;
    const { name } = given.metadata;
    if (this.#store.get(keyOf(kind, namespace, name)) !== undefined) return refusal(409, `${kind} "${name}" already exists`);
    this.writes.push(`POST ${kind} ${namespace ?? ''}/${name}`);
    return { status: 201, body: this.#store.put(given) };
  }

  #replace(request: HttpRequest, { kind, namespace, name = '' }: Place): Reply {
    const given = JSON.parse(String(request.body)) as KubeObject;
    const live = this.#store.get(keyOf(kind, namespace, name));
    if (live === undefined) return refusal(404, `${kind} "${name}" not found`);
    const wanted = given.metadata.resourceVersion;
    if (wanted !== undefined && wanted !== live.metadata.resourceVersion) return CHANGED;
    this.writes.push(`PUT ${kind} ${namespace ?? ''}/${name}`);
    return { status: 200, body: this.#store.put(given) };
  }

  #delete({ body }: HttpRequest, { kind, namespace, name = '' }: Place): Reply {
    const live = this.#store.get(keyOf(kind, namespace, name));
    const { preconditions = {} } = body === undefined ? {} : (JSON.parse(String(body)) as DeleteOptions);
    const { resourceVersion, uid } = { ...live?.metadata, ...preconditions };
    if (live !== undefined && (resourceVersion !== live.metadata.resourceVersion || uid !== live.metadata.uid)) return CHANGED;
    this.writes.push(`DELETE ${kind} ${namespace ?? ''}/${name}`);
    if (live !== undefined) collectGarbage(this.#store, live);
    return this.#store.remove(keyOf(kind, namespace, name)) === undefined
      ? refusal(404, `${kind} "${name}" not found`)
      : { status: 200, body: {} };
  }

  #apply(request: HttpRequest, place: Place, query: URLSearchParams, cluster: MemoryCluster): Reply {
    const given = JSON.parse(String(request.body)) as KubeObject;
    const key = keyOf(given.kind, place.namespace, given.metadata.name);
    const owned = `${query.get('fieldManager') ?? ''} ${key}`;
    const live = this.#store.get(key);
    const { resourceVersion, uid } = given.metadata;
    if (live === undefined && uid !== undefined) return refusal(409, 'uid mismatch: no existing object was found');
    if (live !== undefined && resourceVersion !== undefined && resourceVersion !== live.metadata.resourceVersion) return CHANGED;
    if (live !== undefined && uid !== undefined && uid !== live.metadata.uid) return refusal(422, 'invalid', UID_IMMUTABLE);
    const conflicts = query.get('force') === 'true' ? [] : (this.#options.conflicts?.(given) ?? []);
    if (conflicts.length > 0) {
      const causes = conflicts.map(({ manager, field }) => ({
        ...{ reason: 'FieldManagerConflict', message: `conflict with "${manager}" using ${given.apiVersion}`, field },
      }));
      return refusal(409, 'Apply failed with conflicts', { causes });
    }
    const merged = merge(live ?? {}, this.#applied.get(owned) ?? {}, given) as KubeObject;
    if (query.get('dryRun') === 'All') return { status: 200, body: merged };
    this.writes.push(`PATCH ${given.kind} ${place.namespace ?? ''}/${given.metadata.name}`);
    // Nobody owns what the server itself keeps, so leaving it out later takes nothing away.
    const { resourceVersion: _version, uid: _uid, ...metadata } = given.metadata;
    this.#applied.set(owned, { ...given, metadata });
    const stored = this.#store.put(merged);
    this.#options.applied?.(stored, cluster);
    return { status: live === undefined ? 201 : 200, body: this.#store.get(key) ?? stored };
  }
}

function isReply(answer: Reply | AsyncIterable<Uint8Array>): answer is Reply {
  return 'status' in answer;
}

/** Starts an API server in memory; `connection` and `http` go to a client. */
export function memoryCluster(options: MemoryClusterOptions = {}): MemoryCluster {
  const objects = store();
  const api = new MemoryApi(options, objects);
  for (const object of options.objects ?? []) objects.put(object);
  const fetch: Http['fetch'] = async (request) => {
    if (options.reachable?.() === false) throw new Failure({ code: 'HTTP_UNREACHABLE', message: 'memory did not answer.' });
    const answer = api.reply(request, cluster);
    const reply = isReply(answer) ? answer : { status: 200, body: '' };
    const bytes = new TextEncoder().encode(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    async function* stream(): AsyncGenerator<Uint8Array> {
      if (isReply(answer)) yield bytes;
      else yield* answer;
    }
    const text = new TextDecoder().decode(bytes);
    return { status: reply.status, headers: {}, bytes: async () => bytes, text: async () => text, stream };
  };
  const cluster: MemoryCluster = {
    http: { fetch },
    connection: { server: 'https://memory', authorize: async () => ({ headers: {}, tls: {} }) },
    store: objects,
    // The caller names the kind, and with it the type.
    get: <T extends KubeObject>(kind: string, namespace: string | undefined, name: string) =>
      objects.get(keyOf(kind, namespace, name)) as T | undefined,
    writes: api.writes,
  };
  return cluster;
}
