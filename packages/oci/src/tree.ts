import { Failure, type Problem } from '@slipway/failure';
import type { Digest } from './digest.ts';
import { type Descriptor, type Manifest, parseManifest } from './manifest.ts';
import { manifestKind } from './media-type.ts';

/** The most a registry takes as a manifest; a larger one is no manifest. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 8;

/** A manifest with its exact bytes. */
export interface TreeManifest {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
}

/** An image or index and everything below it, wherever it is kept. */
export interface ImageTree {
  readonly root: Descriptor;
  /** Children before their parents, each once. */
  readonly manifests: readonly TreeManifest[];
  /** Configs and layers, each once. */
  readonly blobs: readonly Descriptor[];
  /** Bytes of all manifests and blobs. */
  readonly size: number;
}

/** Where a tree is read from: each answers with what is wrong instead of throwing, so that everything wrong is told at once. */
export interface TreeSource {
  /** The manifest's bytes, which have the descriptor's size and digest, or what is wrong with them. */
  manifest(descriptor: Descriptor): Promise<Uint8Array | Problem>;
  /** What is wrong with a config or layer, as far as it is looked at. */
  blobProblem(descriptor: Descriptor): Promise<Problem | undefined>;
  /** How messages call the thing with this digest. */
  nameOf(digest: Digest): string;
  readonly remedy: string;
}

class Walk {
  readonly manifests = new Map<Digest, TreeManifest>();
  readonly blobs = new Map<Digest, Descriptor>();
  readonly problems: Problem[] = [];
  readonly #source: TreeSource;

  constructor(source: TreeSource) {
    this.#source = source;
  }

  #report(code: string, message: string): void {
    this.problems.push({ code, message, remedy: this.#source.remedy });
  }

  async #blob(descriptor: Descriptor): Promise<void> {
    if (this.blobs.has(descriptor.digest)) return;
    this.blobs.set(descriptor.digest, descriptor);
    const problem = await this.#source.blobProblem(descriptor);
    if (problem !== undefined) this.problems.push(problem);
  }

  #parse(bytes: Uint8Array, { digest, mediaType }: Descriptor): Manifest | undefined {
    try {
      return parseManifest(bytes, mediaType, this.#source.nameOf(digest));
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
    const bytes = await this.#source.manifest(descriptor);
    if (!(bytes instanceof Uint8Array)) return void this.problems.push(bytes);
    const manifest = this.#parse(bytes, descriptor);
    if (manifest === undefined) return;
    const children = manifest.kind === 'index' ? manifest.manifests : [];
    for (const child of children) await this.manifest(child, depth + 1);
    if (manifest.kind === 'image') for (const blob of [manifest.config, ...manifest.layers]) await this.#blob(blob);
    this.manifests.set(digest, { descriptor, bytes, manifest });
  }
}

/** Reads everything below a descriptor; throws one Failure with everything that is wrong. */
export async function readTree(root: Descriptor, source: TreeSource): Promise<ImageTree> {
  const walk = new Walk(source);
  await walk.manifest(root);
  if (walk.problems.length > 0) throw new Failure(walk.problems);
  const [manifests, blobs] = [[...walk.manifests.values()], [...walk.blobs.values()]];
  const size = [...manifests.map(({ descriptor }) => descriptor), ...blobs].reduce((sum, each) => sum + each.size, 0);
  return { root, manifests, blobs, size };
}
