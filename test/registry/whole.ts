import { parseManifest } from '@slipway/oci';
import type { StoredRepository } from '@slipway/oci/memory';

function missingBelow(repository: StoredRepository, digest: string): readonly string[] {
  const stored = repository.manifests.get(digest);
  if (stored === undefined) return [digest];
  const manifest = parseManifest(stored.bytes, stored.mediaType, digest);
  if (manifest.kind === 'index') return manifest.manifests.flatMap((child) => missingBelow(repository, child.digest));
  return [manifest.config, ...manifest.layers].map((blob) => blob.digest).filter((blob) => !repository.blobs.has(blob));
}

/** What is missing below each tag of a repository, as `tag: digest`; nothing when every tag leads to something whole. */
export function brokenTags(repository: StoredRepository): readonly string[] {
  return [...repository.tags].flatMap(([tag, digest]) => missingBelow(repository, digest).map((missing) => `${tag}: ${missing}`));
}
