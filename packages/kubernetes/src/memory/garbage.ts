import type { KubeObject } from '../object.ts';
import { keyOf, type Store } from './store.ts';

/** Deletes what an object owns, and what that owns, as the garbage collector would a little later. */
export function collectGarbage(store: Store, { metadata: { uid } }: KubeObject): void {
  for (const object of store.all()) {
    const { ownerReferences = [], namespace, name } = object.metadata;
    if (!ownerReferences.some((owner) => owner.uid === uid)) continue;
    store.remove(keyOf(object.kind, namespace, name));
    collectGarbage(store, object);
  }
}
