import { Failure, failWhen, type Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';
import { type Digest, digestOf, measure } from './digest.ts';
import { type Descriptor, type Manifest, parseManifest } from './manifest.ts';
import { manifestKind } from './media-type.ts';

/** The most a registry takes as a manifest; a larger one is no manifest. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 8;

/** A manifest of a layout with its exact bytes. */
export interface LayoutManifest {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
}

/** An OCI image layout on disk, every byte of which was checked. */
export interface Layout {
  readonly path: string;
  /** The one image or index the layout holds. */
  readonly root: Descriptor;
  /** The digest of index.json; through the digests in it, it stands for the whole layout. */
  readonly digest: Digest;
  /** Children before their parents, each once. */
  readonly manifests: readonly LayoutManifest[];
  /** Configs and layers, each once. */
  readonly blobs: readonly Descriptor[];
  /** Bytes of all manifests and blobs. */
  readonly size: number;
}

/** Where a layout keeps the bytes of a digest. */
export function blobPath(layout: string, digest: Digest): string {
  return `${layout}/blobs/${digest.replace(':', '/')}`;
}

const REMEDY = 'Build the image again; if the layout was downloaded, download it again.';

class Walk {
  readonly manifests = new Map<Digest, LayoutManifest>();
  readonly blobs = new Map<Digest, Descriptor>();
  readonly problems: Problem[] = [];
  readonly #path: string;
  readonly #files: Files;

  constructor(path: string, files: Files) {
    this.#path = path;
    this.#files = files;
  }

  #report(code: string, message: string): void {
    this.problems.push({ code, message, remedy: REMEDY });
  }

  /** Whether the blob is there with the right size and hash; what is wrong is reported. */
  async #sound({ digest, size }: Descriptor): Promise<boolean> {
    const path = blobPath(this.#path, digest);
    if (!(await this.#files.exists(path))) this.#report('LAYOUT_BLOB_MISSING', `${path} is missing.`);
    else {
      const actual = await measure(this.#files.stream(path));
      if (actual.size !== size)
        this.#report('LAYOUT_BLOB_SIZE', `${path} has ${actual.size} bytes; its descriptor says ${size}.`);
      else if (actual.digest !== digest) this.#report('LAYOUT_BLOB_DIGEST', `${path} holds other bytes: ${actual.digest}.`);
      else return true;
    }
    return false;
  }

  async #blob(descriptor: Descriptor): Promise<void> {
    if (this.blobs.has(descriptor.digest)) return;
    this.blobs.set(descriptor.digest, descriptor);
    await this.#sound(descriptor);
  }

  #parse(bytes: Uint8Array, { digest, mediaType }: Descriptor): Manifest | undefined {
    try {
      return parseManifest(bytes, mediaType, blobPath(this.#path, digest));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.problems.push(...error.problems);
      return undefined;
    }
  }

  async manifest(descriptor: Descriptor, depth = 1): Promise<void> {
    const { digest, mediaType, size } = descriptor;
    if (this.manifests.has(digest)) return;
    if (manifestKind(mediaType) === undefined)
      return this.#report('LAYOUT_MEDIA_TYPE', `${digest} is listed as a manifest, but its media type is ${mediaType}.`);
    if (size > MAX_MANIFEST_BYTES || depth > MAX_DEPTH)
      return this.#report(
        'LAYOUT_MANIFEST_LIMIT',
        `The manifest ${digest} is larger or nested deeper than any registry accepts.`,
      );
    if (!(await this.#sound(descriptor))) return;
    const bytes = await this.#files.readBytes(blobPath(this.#path, digest));
    const manifest = this.#parse(bytes, descriptor);
    if (manifest === undefined) return;
    const children = manifest.kind === 'index' ? manifest.manifests : [];
    for (const child of children) await this.manifest(child, depth + 1);
    if (manifest.kind === 'image') for (const blob of [manifest.config, ...manifest.layers]) await this.#blob(blob);
    this.manifests.set(digest, { descriptor, bytes, manifest });
  }
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
  const index = parseManifest(bytes, 'application/vnd.oci.image.index.v1+json', `${path}/index.json`);
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
  const walk = new Walk(path, files);
  await walk.manifest(root);
  failWhen(walk.problems);
  const [manifests, blobs] = [[...walk.manifests.values()], [...walk.blobs.values()]];
  const size = [...manifests.map(({ descriptor }) => descriptor), ...blobs].reduce((sum, each) => sum + each.size, 0);
  return { path, root, digest: digestOf(index), manifests, blobs, size };
}
