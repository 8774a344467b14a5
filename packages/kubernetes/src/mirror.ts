import type { Kind, KubeObject } from './object.ts';
import type { Reader, Selection, WatchEvent } from './watch.ts';

/** A copy of a part of the cluster that keeps itself up to date. */
export interface Mirror<T> {
  items(): readonly T[];
  /** Why the copy is stale; undefined while it is current. */
  lost(): unknown;
  /** Settles with the first list; rejects when reading is refused. */
  readonly ready: Promise<void>;
}

const keyOf = ({ metadata }: KubeObject): string => `${metadata.namespace ?? ''}/${metadata.name}`;

function applyEvent<T extends KubeObject>(known: Map<string, T>, event: WatchEvent<T>): void {
  if (event.type === 'listed') {
    known.clear();
    for (const item of event.items) known.set(keyOf(item), item);
  } else if (event.type === 'stored') known.set(keyOf(event.object), event.object);
  else if (event.type === 'deleted') known.delete(keyOf(event.object));
}

/** Mirrors a selection until the signal aborts. */
export function mirror<T extends KubeObject>(from: Reader, kind: Kind, selection: Selection, signal: AbortSignal): Mirror<T> {
  const known = new Map<string, T>();
  const gate = Promise.withResolvers<void>();
  let lost: unknown;
  const run = async (): Promise<void> => {
    for await (const event of from.watch<T>(kind, selection, signal)) {
      lost = event.type === 'lost' ? event.error : undefined;
      applyEvent(known, event);
      if (event.type === 'listed') gate.resolve();
    }
  };
  run().then(
    () => gate.resolve(),
    (error: unknown) => {
      lost = error;
      gate.reject(error);
    },
  );
  // The reader of `ready` learns of a refusal; a mirror that nobody waits for must not end the process.
  gate.promise.catch(() => undefined);
  return { items: () => [...known.values()], lost: () => lost, ready: gate.promise };
}
