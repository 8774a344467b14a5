import { Failure } from '@slipway/failure';
import { blobPath, concurrently, type Digest, type Layout, type RegistryClient, type TreeManifest } from '@slipway/oci';
import type { Ports } from '@slipway/runner';
import { driftOf, type PublishPlan, type TagStep } from './plan.ts';

const UPLOADS_AT_ONCE = 3;
/** A registry may show a manifest only some seconds after it took it. */
const READ_BACK_TRIES = 6;
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

async function uploadBlobs(plan: PublishPlan, layout: Layout, client: RegistryClient, { files, log }: Ports): Promise<void> {
  const missing = plan.blobs.filter(({ there }) => !there);
  await concurrently(UPLOADS_AT_ONCE, missing, async ({ blob: { digest, size } }) => {
    await client.uploadBlob({ digest, size, open: (from) => files.stream(blobPath(layout.path, digest), from) });
    log.info(`Uploaded ${digest} (${size} bytes).`);
  });
}

function content({ bytes, descriptor }: TreeManifest): { readonly bytes: Uint8Array; readonly mediaType: string } {
  return { bytes, mediaType: descriptor.mediaType };
}

async function writeTag({ tag, moving }: TagStep, root: TreeManifest, client: RegistryClient, ports: Ports): Promise<void> {
  const { digest } = root.descriptor;
  const before = moving ? undefined : (await client.manifest(tag))?.digest;
  // Looked at once more, because another run may have written the tag while we uploaded.
  if (before !== undefined && before !== digest) throw new Failure(driftOf(tag, before, digest));
  await client.putManifest(tag, content(root));
  await readBack(tag, digest, client, ports);
  ports.log.info(`The tag ${tag} leads to ${digest}.`);
}

/**
 * Makes the registry what the plan says: blobs, then manifests, then tags, and each manifest and tag read back.
 *
 * In this order no name ever leads to something that is not whole, wherever the run is interrupted.
 */
export async function publish(plan: PublishPlan, layout: Layout, client: RegistryClient, ports: Ports): Promise<void> {
  await uploadBlobs(plan, layout, client, ports);
  for (const { manifest, there } of plan.manifests) {
    const { digest } = manifest.descriptor;
    if (!there) await client.putManifest(digest, content(manifest));
    await readBack(digest, digest, client, ports);
  }
  const root = plan.manifests.find(({ manifest }) => manifest.descriptor.digest === plan.root.digest)?.manifest;
  if (root === undefined) throw new Error('The layout has no manifest for its own root.');
  const due = plan.tags.filter(({ step }) => step === 'write');
  for (const step of due.filter(({ moving }) => !moving)) await writeTag(step, root, client, ports);
  for (const step of due.filter(({ moving }) => moving)) await writeTag(step, root, client, ports);
}
