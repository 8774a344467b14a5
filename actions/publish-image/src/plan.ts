import { failWhen, type Problem } from '@slipway/failure';
import { concurrently, type Descriptor, type Digest, type Layout, type RegistryClient, type TreeManifest } from '@slipway/oci';
import type { Target } from './target.ts';

const AT_ONCE = 4;

/** What becomes of a tag. */
export interface TagStep {
  readonly tag: string;
  readonly moving: boolean;
  /** What the tag leads to now; absent when there is no such tag. */
  readonly before?: Digest;
  readonly step: 'keep' | 'write';
}

/** What the registry has and what it lacks. */
export interface PublishPlan {
  readonly root: Descriptor;
  readonly blobs: readonly { readonly blob: Descriptor; readonly there: boolean }[];
  /** Children before their parents. */
  readonly manifests: readonly { readonly manifest: TreeManifest; readonly there: boolean }[];
  readonly tags: readonly TagStep[];
}

/** Says that a tag which is written once leads to other bytes. */
export function driftOf(tag: string, before: Digest, ours: Digest): Problem {
  return {
    code: 'TAG_DRIFT',
    message: `The tag "${tag}" leads to ${before} already; this image is ${ours}.`,
    remedy: 'Publish the image that was built first for this commit, or build a new commit; the registry was left as it was.',
  };
}

/** Decides about tags; a tag that is written once and leads elsewhere is a problem. */
export function planTags(
  root: Digest,
  { tags, movingTags }: Target,
  before: ReadonlyMap<string, Digest>,
): { readonly steps: readonly TagStep[]; readonly problems: readonly Problem[] } {
  const steps = [...tags, ...movingTags].map((tag): TagStep => {
    const found = before.get(tag);
    const step = found === root ? 'keep' : 'write';
    return { tag, moving: movingTags.includes(tag), step, ...(found !== undefined && { before: found }) };
  });
  const problems = steps.flatMap(({ tag, moving, before: found }) =>
    moving || found === undefined || found === root ? [] : [driftOf(tag, found, root)],
  );
  return { steps, problems };
}

/**
 * Asks the registry what it has; writes nothing.
 *
 * @throws Failure TAG_DRIFT, before any byte is sent, when a tag that is written once leads to another digest.
 */
export async function planPublish(layout: Layout, target: Target, client: RegistryClient): Promise<PublishPlan> {
  const names = [...target.tags, ...target.movingTags];
  const found = await concurrently(AT_ONCE, names, async (tag) => [tag, (await client.manifest(tag))?.digest] as const);
  const before = new Map(found.filter((entry): entry is [string, Digest] => entry[1] !== undefined));
  const { steps, problems } = planTags(layout.root.digest, target, before);
  failWhen(problems);
  return {
    root: layout.root,
    tags: steps,
    // A tag that is there proves nothing about what is below it: a publish may have been interrupted, or a blob lost.
    blobs: await concurrently(AT_ONCE, layout.blobs, async (blob) => ({ blob, there: await client.hasBlob(blob.digest) })),
    manifests: await concurrently(AT_ONCE, layout.manifests, async (manifest) => {
      const { digest } = manifest.descriptor;
      return { manifest, there: (await client.manifest(digest))?.digest === digest };
    }),
  };
}
