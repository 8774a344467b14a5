import { createGunzip, createZstdDecompress } from 'node:zlib';
import { Failure } from '@slipway/failure';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import type { Descriptor } from './manifest.ts';

/** One entry of a layer's archive. */
export interface LayerEntry {
  /** From the image's root, without a slash in front; whiteouts keep their `.wh.` names. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'hard link' | 'other';
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Where a link leads. */
  readonly target?: string;
  /** The content, to be read before the next entry is asked for. */
  content(): AsyncIterable<Uint8Array>;
}

type Inflate = ReturnType<typeof createGunzip> | ReturnType<typeof createZstdDecompress>;

async function feed(source: AsyncIterable<Uint8Array>, inflate: Inflate): Promise<void> {
  try {
    for await (const piece of source) {
      if (inflate.destroyed) return;
      if (!inflate.write(piece)) await new Promise((resolve) => inflate.once('drain', resolve).once('close', resolve));
    }
    inflate.end();
  } catch (error) {
    inflate.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

async function* inflated(source: AsyncIterable<Uint8Array>, inflate: Inflate): AsyncGenerator<Uint8Array> {
  const fed = feed(source, inflate);
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } finally {
    inflate.destroy();
    await fed;
  }
}

function opened({ mediaType, digest }: Descriptor, source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (/[.+]gzip$/.test(mediaType)) return inflated(source, createGunzip());
  if (mediaType.endsWith('+zstd')) return inflated(source, createZstdDecompress());
  if (mediaType.endsWith('.tar')) return source;
  const message = `The layer ${digest} is of the kind ${mediaType}, which is not read here.`;
  throw new Failure({ code: 'LAYER_UNREADABLE', message, remedy: 'Build it with gzip, zstd or no compression.' });
}

const KINDS: Readonly<Record<string, LayerEntry['kind']>> = {
  file: 'file',
  directory: 'folder',
  symlink: 'link',
  link: 'hard link',
};

function entryOf({ header, body }: ParsedTarEntry): LayerEntry {
  const { name, type = 'file', size, mode = 0, uid = 0, gid = 0, mtime, linkname } = header;
  return {
    path: name.replace(/^(\.?\/)+/, '').replace(/\/+$/, ''),
    kind: KINDS[type] ?? 'other',
    size,
    mode,
    owner: `${uid}:${gid}`,
    modified: mtime?.getTime() ?? 0,
    ...(linkname && { target: linkname }),
    content: () => body,
  };
}

/**
 * Reads a layer's archive entry by entry; never more than a piece of it is held.
 *
 * @throws Failure LAYER_UNREADABLE when the bytes are no archive of the kind the descriptor names.
 */
export async function* layerEntries(layer: Descriptor, source: AsyncIterable<Uint8Array>): AsyncGenerator<LayerEntry> {
  const bytes = ReadableStream.from(opened(layer, source)) as ReadableStream<Uint8Array>;
  const entries = bytes.pipeThrough(createTarDecoder({ strict: true }));
  try {
    for await (const entry of entries) {
      yield entryOf(entry);
      if (!entry.body.locked) await entry.body.cancel();
    }
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `The layer ${layer.digest} cannot be read: ${why}.`;
    throw new Failure({ code: 'LAYER_UNREADABLE', message, remedy: 'Build the image again.' }, { cause });
  }
}
