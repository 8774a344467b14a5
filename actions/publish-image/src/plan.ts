import type { Problem } from '@slipway/failure';
import { concurrently } from '@slipway/system';
import {
  type Descriptor,
  type Digest,
  type Referrer,
  type RegistryClient,
  type Repository,
  renderReference,
  type TreeManifest,
} from '@slipway/oci';
import type { Source } from './source.ts';
import type { Target } from './target.ts';

const AT_ONCE = 4;

/** What becomes of a tag that is written once. */
export interface TagStep {
  readonly tag: string;
  /** What the tag leads to now; absent when there is no such tag. */
  readonly before?: Digest;
  readonly step: 'keep' | 'write' | 'conflict';
}

/** What becomes of a blob: the registry has it, takes it over from another of its repositories, or is sent it. */
export interface BlobStep {
  readonly blob: Descriptor;
  readonly step: 'there' | 'mount' | 'upload';
}

/** What one repository has and what it lacks. */
export interface PublishPlan {
  readonly repository: Repository;
  readonly root: Descriptor;
  readonly blobs: readonly BlobStep[];
  /** Children before their parents. */
  readonly manifests: readonly { readonly manifest: TreeManifest; readonly there: boolean }[];
  readonly tags: readonly TagStep[];
  /** The tag of the build's inputs; a `conflict` is an image that another build made of the same inputs, and stays. */
  readonly inputsTag?: TagStep;
  readonly attachments: readonly { readonly referrer: Referrer; readonly there: boolean }[];
}

/** Says that a tag which is written once leads to other bytes. */
export function driftOf(tag: string, before: Digest, ours: Digest, repository: Repository): Problem {
  return {
    code: 'TAG_DRIFT',
    message: `The tag "${tag}" of ${renderReference(repository)} leads to ${before} already; this image is ${ours}.`,
    remedy: 'Publish the image that was built first for this commit, or build a new commit; the tag was left as it was.',
  };
}

/** Decides about one tag that is written once. */
export function planTag(tag: string, before: Digest | undefined, ours: Digest): TagStep {
  if (before === undefined) return { tag, step: 'write' };
  return { tag, before, step: before === ours ? 'keep' : 'conflict' };
}

/** What the plan's conflicts are as problems: tags that would have to change what they lead to. */
export function conflictsOf({ tags, root, repository }: PublishPlan): readonly Problem[] {
  return tags.flatMap(({ tag, before, step }) =>
    step === 'conflict' && before !== undefined ? [driftOf(tag, before, root.digest, repository)] : [],
  );
}

async function planBlobs(
  blobs: readonly Descriptor[],
  client: RegistryClient,
  mountFrom: readonly string[],
): Promise<readonly BlobStep[]> {
  return concurrently(AT_ONCE, blobs, async (blob): Promise<BlobStep> => {
    if (await client.hasBlob(blob.digest)) return { blob, step: 'there' };
    return { blob, step: mountFrom.length > 0 ? 'mount' : 'upload' };
  });
}

/** Asks the registry what it has; writes nothing. */
export async function planPublish(
  { tree }: Source,
  target: Target,
  repository: Repository,
  client: RegistryClient,
  { mountFrom, referrers }: { readonly mountFrom: readonly string[]; readonly referrers: readonly Referrer[] },
): Promise<PublishPlan> {
  const { root, manifests, blobs } = tree;
  const stepOf = async (tag: string): Promise<TagStep> => planTag(tag, (await client.manifest(tag))?.digest, root.digest);
  const tags = await concurrently(AT_ONCE, target.tags, stepOf);
  const listed = referrers.length === 0 ? [] : await client.referrers(root.digest);
  return {
    repository,
    root,
    tags,
    ...(target.inputsTag !== undefined && { inputsTag: await stepOf(target.inputsTag) }),
    // A tag that is there proves nothing about what is below it: a publish may have been interrupted, or a blob lost.
    blobs: await planBlobs(blobs, client, mountFrom),
    manifests: await concurrently(AT_ONCE, manifests, async (manifest) => {
      const { digest } = manifest.descriptor;
      return { manifest, there: (await client.manifest(digest)) !== undefined };
    }),
    attachments: referrers.map((referrer) => {
      const there = listed.some(({ digest }) => digest === referrer.descriptor.digest);
      return { referrer, there };
    }),
  };
}
