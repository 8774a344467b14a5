import { Failure } from '@slipway/failure';
import { concurrently, type Files } from '@slipway/system';
import type { Digest } from './digest.ts';
import { digestOf } from './measure.ts';
import { blobPath, type Layout, layoutFiles } from './layout.ts';
import type { Descriptor } from './manifest.ts';
import type { RegistryReader } from './reader.ts';
import { type ImageTree, readTree, type TreeSource } from './tree.ts';

const DOWNLOADS_AT_ONCE = 4;
const REMEDY = 'Publish the image again from the build that made it.';

function sourceOf(reader: RegistryReader): TreeSource {
  return {
    remedy: REMEDY,
    nameOf: (digest) => digest,
    manifest: async ({ digest, size }) => {
      const found = await reader.manifest(digest);
      if (found === undefined)
        return { code: 'MANIFEST_MISSING', message: `The registry has no manifest ${digest}.`, remedy: REMEDY };
      if (found.bytes.length === size) return found.bytes;
      const message = `The manifest ${digest} has ${found.bytes.length} bytes; its descriptor says ${size}.`;
      return { code: 'MANIFEST_SIZE', message, remedy: REMEDY };
    },
    blobProblem: async ({ digest }) =>
      (await reader.hasBlob(digest))
        ? undefined
        : { code: 'BLOB_MISSING', message: `The registry has no blob ${digest}.`, remedy: REMEDY },
  };
}

/**
 * Reads an image of a registry with everything below it; no config or layer is fetched.
 *
 * @throws Failure IMAGE_MISSING, or everything that is wrong with it: MANIFEST_MISSING, MANIFEST_SIZE, BLOB_MISSING and
 * what `readLayout` throws about manifests.
 */
export async function readRemote(reader: RegistryReader, digest: Digest): Promise<ImageTree> {
  const found = await reader.manifest(digest);
  if (found === undefined) {
    const remedy = 'Check repository and digest; a registry may delete what no tag leads to.';
    throw new Failure({ code: 'IMAGE_MISSING', message: `The registry has no image ${digest}.`, remedy });
  }
  const root: Descriptor = { mediaType: found.mediaType, digest, size: found.bytes.length };
  return readTree(root, sourceOf(reader));
}

/**
 * Writes an image of a registry to a folder, as an OCI layout of exactly its bytes, each of which is checked as it comes.
 *
 * What the folder held before is removed. Until the last byte is there, the folder is no layout.
 *
 * @throws Failure as `readRemote` does, and BLOB_SIZE or BLOB_DIGEST when the registry gives other bytes.
 */
export async function pullLayout(reader: RegistryReader, digest: Digest, path: string, files: Files): Promise<Layout> {
  const tree = await readRemote(reader, digest);
  await files.remove(path);
  for (const { descriptor, bytes } of tree.manifests) await files.write(blobPath(path, descriptor.digest), bytes);
  await concurrently(DOWNLOADS_AT_ONCE, tree.blobs, (blob) => files.write(blobPath(path, blob.digest), reader.blob(blob)));
  for (const [name, content] of layoutFiles(tree.root)) await files.write(`${path}/${name}`, content);
  return { path, digest: digestOf(await files.readBytes(`${path}/index.json`)), ...tree };
}
