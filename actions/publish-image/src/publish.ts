import { Failure } from '@slipway/failure';
import { attach, type Digest, type RegistryClient, type TreeManifest } from '@slipway/oci';
import type { Ports } from '@slipway/runner';
import { concurrently } from '@slipway/system';
import { driftOf, type BlobStep, type PublishPlan, type TagStep } from './plan.ts';
import type { Source } from './source.ts';

const UPLOADS_AT_ONCE = 4;
/** A registry may show a manifest only some seconds after it took it. */
const READ_BACK_TRIES = 8;
const READ_BACK_WAIT_MS = 1000;

/** Reads back what a name leads to, and insists that it is these bytes. */
async function readBack(reference: string, digest: Digest, client: RegistryClient, { clock, cancelled }: Ports): Promise<void> {
  for (let tries = 1; ; tries++) {
    const found = (await client.manifest(reference))?.digest;
    if (found === digest) return;
    if (found !== undefined || tries === READ_BACK_TRIES) {
      const message = `The registry was given ${digest} as "${reference}", and gives back ${found ?? 'nothing'}.`;
      const remedy = 'Check whether another run publishes the same tag, and whether the registry or a proxy rewrites images.';
      throw new Failure({ code: 'READ_BACK_DIFFERS', message, remedy });
    }
    await clock.sleep(READ_BACK_WAIT_MS, cancelled);
  }
}

/** Takes a blob over from the first repository of the registry that has it; false when none gives it. */
async function mounted({ blob, step }: BlobStep, client: RegistryClient, from: readonly string[]): Promise<boolean> {
  if (step !== 'mount') return false;
  for (const path of from) if (await client.mountBlob(blob.digest, path)) return true;
  return false;
}

/** Brings the missing blobs; gives back how many had to be uploaded. */
async function bringBlobs(
  plan: PublishPlan,
  source: Source,
  client: RegistryClient,
  mountFrom: readonly string[],
  { log }: Ports,
): Promise<readonly BlobStep[]> {
  const missing = plan.blobs.filter(({ step }) => step !== 'there');
  const brought = await concurrently(UPLOADS_AT_ONCE, missing, async (each): Promise<BlobStep> => {
    const { blob } = each;
    if (await mounted(each, client, mountFrom)) return each;
    await client.uploadBlob({ digest: blob.digest, size: blob.size, open: (from) => source.open(blob, from) });
    log.info(`Uploaded ${blob.digest} (${blob.size} bytes).`);
    return { blob, step: 'upload' };
  });
  return brought.filter(({ step }) => step === 'upload');
}

const content = ({ bytes, descriptor }: TreeManifest) => ({ bytes, mediaType: descriptor.mediaType });

async function writeTag(
  { tag }: TagStep,
  root: TreeManifest,
  plan: PublishPlan,
  client: RegistryClient,
  ports: Ports,
): Promise<void> {
  const { digest } = root.descriptor;
  // Looked at once more, because another run may have written the tag while we uploaded.
  const before = (await client.manifest(tag))?.digest;
  if (before !== undefined && before !== digest) throw new Failure(driftOf(tag, before, digest, plan.repository));
  if (before === undefined) await client.putManifest(tag, content(root));
  await readBack(tag, digest, client, ports);
  ports.log.info(`The tag ${tag} leads to ${digest}.`);
}

/** Writes the tag of the build's inputs unless somebody came first; what they wrote stays. */
async function writeInputsTag(step: TagStep | undefined, root: TreeManifest, client: RegistryClient): Promise<void> {
  if (step?.step !== 'write' || (await client.manifest(step.tag)) !== undefined) return;
  await client.putManifest(step.tag, content(root));
}

/** The manifest of the whole image. */
export function rootOf({ root, manifests }: Source['tree']): TreeManifest {
  const found = manifests.find(({ descriptor }) => descriptor.digest === root.digest);
  if (found === undefined) throw new Error('The image has no manifest for its own root.');
  return found;
}

/**
 * Makes a repository what the plan says: blobs, then manifests, then tags, then what is attached; each manifest and tag is
 * read back. Moving tags come after all this, and are the mover's.
 *
 * In this order no name ever leads to something that is not whole, wherever the run is interrupted.
 *
 * @returns the blobs that were uploaded.
 */
export async function publish(
  plan: PublishPlan,
  source: Source,
  client: RegistryClient,
  mountFrom: readonly string[],
  ports: Ports,
): Promise<readonly BlobStep[]> {
  const uploaded = await bringBlobs(plan, source, client, mountFrom, ports);
  for (const { manifest, there } of plan.manifests) {
    const { digest } = manifest.descriptor;
    if (!there) await client.putManifest(digest, content(manifest));
    if (!there) await readBack(digest, digest, client, ports);
  }
  const root = rootOf(source.tree);
  for (const step of plan.tags.filter((each) => each.step === 'write')) await writeTag(step, root, plan, client, ports);
  await writeInputsTag(plan.inputsTag, root, client);
  for (const { referrer, there } of plan.attachments) {
    if (there) continue;
    await attach(client, plan.root.digest, referrer);
    ports.log.info(`Attached ${referrer.descriptor.artifactType} as ${referrer.descriptor.digest}.`);
  }
  return uploaded;
}
