import { Failure, type Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';
import type { Digest } from './digest.ts';
import { digestOf, measure } from './measure.ts';
import { type Descriptor, parseManifest } from './manifest.ts';
import { IMAGE_INDEX } from './media-type.ts';
import { type ImageTree, readTree, type TreeSource } from './tree.ts';

/** An OCI image layout on disk, every byte of which was checked. */
export interface Layout extends ImageTree {
  readonly path: string;
  /** The digest of index.json; through the digests in it, it stands for the whole layout. */
  readonly digest: Digest;
}

/** Where a layout keeps the bytes of a digest. */
export function blobPath(layout: string, digest: Digest): string {
  return `${layout}/blobs/${digest.replace(':', '/')}`;
}

const REMEDY = 'Build the image again; if the layout was downloaded, download it again.';

async function problemWith({ digest, size }: Descriptor, path: string, files: Files): Promise<Problem | undefined> {
  const problem = (code: string, message: string): Problem => ({ code, message, remedy: REMEDY });
  if (!(await files.exists(path))) return problem('LAYOUT_BLOB_MISSING', `${path} is missing.`);
  const actual = await measure(files.stream(path));
  if (actual.size !== size) return problem('LAYOUT_BLOB_SIZE', `${path} has ${actual.size} bytes; its descriptor says ${size}.`);
  return actual.digest === digest ? undefined : problem('LAYOUT_BLOB_DIGEST', `${path} holds other bytes: ${actual.digest}.`);
}

function sourceOf(layout: string, files: Files): TreeSource {
  const nameOf = (digest: Digest): string => blobPath(layout, digest);
  const blobProblem = (blob: Descriptor): Promise<Problem | undefined> => problemWith(blob, nameOf(blob.digest), files);
  return {
    remedy: REMEDY,
    nameOf,
    blobProblem,
    manifest: async (descriptor) => (await blobProblem(descriptor)) ?? files.readBytes(nameOf(descriptor.digest)),
  };
}

function unreadable(path: string, message: string): Failure {
  const remedy = 'Give the folder that build-image wrote, with its files oci-layout and index.json.';
  return new Failure({ code: 'LAYOUT_MALFORMED', message: `${path} is not an OCI image layout: ${message}.`, remedy });
}

async function checkVersion(path: string, files: Files): Promise<void> {
  for (const name of ['oci-layout', 'index.json'])
    if (!(await files.exists(`${path}/${name}`))) throw unreadable(path, `it has no file ${name}`);
  const text = await files.readText(`${path}/oci-layout`);
  if (!/"imageLayoutVersion"\s*:\s*"1\./.test(text)) throw unreadable(path, 'its oci-layout does not name version 1');
}

async function readRoot(path: string, bytes: Uint8Array): Promise<Descriptor> {
  const index = parseManifest(bytes, IMAGE_INDEX, `${path}/index.json`);
  const [root, ...more] = index.kind === 'index' ? index.manifests : [];
  if (root !== undefined && more.length === 0) return root;
  throw unreadable(path, `its index.json lists ${more.length + (root ? 1 : 0)} images, and one is expected`);
}

/**
 * Reads an OCI image layout and verifies each of its bytes.
 *
 * @throws Failure with everything that is wrong: LAYOUT_MALFORMED, LAYOUT_BLOB_MISSING, LAYOUT_BLOB_SIZE,
 * LAYOUT_BLOB_DIGEST, LAYOUT_MEDIA_TYPE, LAYOUT_MANIFEST_LIMIT or MANIFEST_MALFORMED.
 */
export async function readLayout(path: string, files: Files): Promise<Layout> {
  await checkVersion(path, files);
  const index = await files.readBytes(`${path}/index.json`);
  const root = await readRoot(path, index);
  return { path, digest: digestOf(index), ...(await readTree(root, sourceOf(path, files))) };
}

/** The two files that make a folder of blobs a layout of one image; index.json comes last, because it completes the layout. */
export function layoutFiles(root: Descriptor): readonly (readonly [name: string, content: string])[] {
  return [
    ['oci-layout', JSON.stringify({ imageLayoutVersion: '1.0.0' })],
    ['index.json', JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: [root] })],
  ];
}
