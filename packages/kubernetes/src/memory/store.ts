import type { KubeObject } from '../object.ts';

/** One change in the store's history. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly version: number;
  readonly object: KubeObject;
}

/** Objects with versions and a history, as an API server keeps them. */
export interface Store {
  all(): readonly KubeObject[];
  get(key: string): KubeObject | undefined;
  put(object: KubeObject): KubeObject;
  remove(key: string): KubeObject | undefined;
  version(): number;
  /** The changes after a version, as they come, until the signal aborts. */
  changes(after: number, signal?: AbortSignal): AsyncIterable<Change>;
}

/** The key of an object in the store. */
export function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

const sameSpec = (a: KubeObject | undefined, b: KubeObject): boolean => JSON.stringify(a?.['spec']) === JSON.stringify(b['spec']);

/** An empty store. */
export function store(): Store {
  const objects = new Map<string, KubeObject>();
  const history: Change[] = [];
  const waiting = new Set<() => void>();
  const record = (type: Change['type'], object: KubeObject): void => {
    history.push({ type, version: history.length + 1, object });
    for (const wake of waiting) wake();
    waiting.clear();
  };
  return {
    all: () => [...objects.values()],
    get: (key) => objects.get(key),
    version: () => history.length,
    put: (given) => {
      const { namespace, name } = given.metadata;
      const key = keyOf(given.kind, namespace, name);
      const before = objects.get(key);
      const generation = (before?.metadata.generation ?? 0) + (sameSpec(before, given) ? 0 : 1);
      const uid = before?.metadata.uid ?? given.metadata.uid ?? `uid-${history.length + 1}`;
      const resourceVersion = String(history.length + 1);
      const object = { ...given, metadata: { ...given.metadata, uid, generation, resourceVersion } };
      objects.set(key, object);
      record(before === undefined ? 'ADDED' : 'MODIFIED', object);
      return object;
    },
    remove: (key) => {
      const object = objects.get(key);
      objects.delete(key);
      if (object !== undefined) record('DELETED', object);
      return object;
    },
    async *changes(after, signal) {
      let at = after;
      while (!signal?.aborted) {
        while (at < history.length) {
          const change = history[at];
          at += 1;
          if (change !== undefined) yield change;
        }
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.add(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
        await promise;
      }
    },
  };
}
