import type { Digest } from '../digest.ts';

/** A manifest that a registry in memory keeps. */
export interface StoredManifest {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** One repository in memory; digests and tags both lead to manifests. */
export interface StoredRepository {
  readonly blobs: Map<string, Uint8Array>;
  readonly manifests: Map<string, StoredManifest>;
  readonly tags: Map<string, Digest>;
  /** What was received of each upload that is under way, by its path. */
  readonly uploads: Map<string, Uint8Array>;
  /** Counts the uploads that were begun. */
  begun: number;
}

/** Repositories by path, made when first asked for. */
export function storeOf(): (path: string) => StoredRepository {
  const repositories = new Map<string, StoredRepository>();
  return (path) => {
    const found = repositories.get(path) ?? {
      blobs: new Map(),
      manifests: new Map(),
      tags: new Map(),
      uploads: new Map(),
      begun: 0,
    };
    repositories.set(path, found);
    return found;
  };
}
