import { createGunzip, createZstdDecompress } from 'node:zlib';
import { Failure } from '@slipway/failure';
import { extract, type Header } from 'tar-stream';
import { archiveSink, feed, type Inflate, inflateSink } from './feed.ts';
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

async function* inflated(source: AsyncIterable<Uint8Array>, inflate: Inflate): AsyncGenerator<Uint8Array> {
  const fed = feed(source, inflateSink(inflate));
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

/** An entry's content; whoever stops early ends his own reading, where the stream's iterator would end the whole archive. */
async function* gently(entry: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = entry[Symbol.asyncIterator]();
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
}

function entryOf(header: Header, content: AsyncIterable<Uint8Array>): LayerEntry {
  const { name, type, size, mode, uid, gid, mtime, linkname } = header;
  return {
    path: name.replace(/^(\.?\/)+/, '').replace(/\/+$/, ''),
    kind: KINDS[type] ?? 'other',
    size,
    mode,
    owner: `${uid}:${gid}`,
    modified: mtime.getTime(),
    ...(linkname && { target: linkname }),
    content: () => gently(content),
  };
}

/**
 * Reads a layer's archive entry by entry; never more than a piece of it is held.
 *
 * @throws Failure LAYER_UNREADABLE when the bytes are no archive of the kind the descriptor names.
 */
export async function* layerEntries(layer: Descriptor, source: AsyncIterable<Uint8Array>): AsyncGenerator<LayerEntry> {
  const entries = extract();
  const fed = feed(opened(layer, source), archiveSink(entries));
  try {
    for await (const entry of entries) {
      yield entryOf(entry.header, entry as AsyncIterable<Uint8Array>);
      // What nobody read is passed over.
      entry.resume();
    }
    await fed;
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `The layer ${layer.digest} cannot be read: ${why}.`;
    throw new Failure({ code: 'LAYER_UNREADABLE', message, remedy: 'Build the image again.' }, { cause });
  }
}
