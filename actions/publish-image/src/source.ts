import { Failure } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import {
  blobPath,
  type Descriptor,
  type ImageTree,
  parseReference,
  readLayout,
  readRemote,
  type Repository,
  renderReference,
  repositoryProblem,
  unpackLayout,
} from '@slipway/oci';
import type { Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import type { Registries } from './registries.ts';

/** The image that is published, and where its bytes are read from. */
export interface Source {
  readonly tree: ImageTree;
  /** How messages call it. */
  readonly name: string;
  open(blob: Descriptor, from: number): AsyncIterable<Uint8Array>;
  /** The repository it comes from, when it is a published image: a registry can take over blobs from there by itself. */
  readonly repository?: Repository;
}

/** The rest of a stream, from an offset on. */
async function* rest(pieces: AsyncIterable<Uint8Array>, from: number): AsyncIterable<Uint8Array> {
  let position = 0;
  for await (const piece of pieces) {
    const skipped = Math.min(piece.length, Math.max(0, from - position));
    position += piece.length;
    if (skipped < piece.length) yield piece.subarray(skipped);
  }
}

async function layoutSource(path: string, { files }: Ports): Promise<Source> {
  const tree = await readLayout(path, files);
  return { tree, name: `The layout ${path}`, open: ({ digest }, from) => files.stream(blobPath(path, digest), from) };
}

function withoutDigest(text: string): Failure {
  const message = `"${text}" names an image without its digest.`;
  const remedy = 'Write it as registry/repository@sha256:…: a tag may lead to another image by now.';
  return new Failure({ code: 'SOURCE_WITHOUT_DIGEST', message, remedy });
}

async function publishedSource(text: string, registries: Registries): Promise<Source> {
  const reference = parseReference(text);
  if (reference.digest === undefined) throw withoutDigest(text);
  const reader = await registries.reader(reference);
  const tree = await readRemote(reader, reference.digest);
  const { registry, path } = reference;
  const open = (blob: Descriptor, from: number): AsyncIterable<Uint8Array> => rest(reader.blob(blob), from);
  return { tree, name: renderReference(reference), open, repository: { registry, path } };
}

/** Whether a text names a published image rather than a file. */
function isReference(text: string): boolean {
  return text.includes('@sha256:');
}

/** Whether a text that is no file reads like an image by its tag, as people write it. */
function isTagged(text: string): boolean {
  return /:[\w.-]+$/.test(text) && repositoryProblem(text.replace(/:[\w.-]+$/, '')) === undefined;
}

/** Whether an image that is published already is to be published elsewhere. */
export function namesPublished({ from }: InputsOf<typeof action>): boolean {
  return from !== undefined && isReference(from);
}

/** Where an archive is unpacked; to be removed when the run ends, however it ends. */
export function unpackedFolder({ temp }: RunContext): string {
  return `${temp}/publish-image-unpacked`;
}

async function archiveSource(path: string, ports: Ports, context: RunContext): Promise<Source> {
  const folder = unpackedFolder(context);
  await unpackLayout(path, folder, ports.files);
  return { ...(await layoutSource(folder, ports)), name: `The archive ${path}` };
}

/**
 * Opens what is to be published and checks each of its bytes, as far as they are on this machine.
 *
 * @throws Failure with everything that is wrong with it.
 */
export async function openSource(
  { from, layout }: InputsOf<typeof action>,
  registries: Registries,
  ports: Ports,
  context: RunContext,
): Promise<Source> {
  if (from === undefined) return layoutSource(layout, ports);
  if (isReference(from)) return publishedSource(from, registries);
  if (await ports.files.exists(`${from}/index.json`)) return layoutSource(from, ports);
  if (await ports.files.exists(from)) return archiveSource(from, ports, context);
  if (isTagged(from)) throw withoutDigest(from);
  return layoutSource(from, ports);
}
