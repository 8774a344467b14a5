import { createGunzip, createZstdDecompress } from 'node:zlib';
import { Failure } from '@slipway/failure';
import { type Extract, extract, type Header } from 'tar-stream';
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

/** A stream that is written to, of Node or of the archive's reader, which have no type in common. */
interface Sink {
  write(piece: Uint8Array): boolean;
  /** Calls back when there is room again, or when the stream is gone. */
  onRoom(resolve: () => void): void;
  isGone(): boolean;
  end(): void;
  destroy(error: Error): void;
}

/** Writes all there is into a stream, at its pace; what goes wrong at the source comes out of the stream. */
async function feed(source: AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
  try {
    for await (const piece of source) {
      if (sink.isGone()) return;
      // A stream that is gone already never calls back.
      if (!sink.write(piece) && !sink.isGone()) await new Promise<void>((resolve) => sink.onRoom(resolve));
    }
    sink.end();
  } catch (error) {
    sink.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

interface Events {
  once(event: 'drain' | 'close', listener: () => void): unknown;
  off(event: 'drain' | 'close', listener: () => void): unknown;
}

/** Calls back once, whichever comes first, and leaves no listener behind. */
function onDrainOrClose(stream: Events, resolve: () => void): void {
  const settle = (): void => {
    stream.off('drain', settle);
    stream.off('close', settle);
    resolve();
  };
  stream.once('drain', settle);
  stream.once('close', settle);
}

const inflateSink = (inflate: Inflate): Sink => ({
  write: (piece) => inflate.write(piece),
  onRoom: (resolve) => onDrainOrClose(inflate, resolve),
  isGone: () => inflate.destroyed,
  end: () => void inflate.end(),
  destroy: (error) => void inflate.destroy(error),
});

const archiveSink = (entries: Extract): Sink => ({
  write: (piece) => entries.write(piece),
  onRoom: (resolve) => onDrainOrClose(entries, resolve),
  isGone: () => entries.destroying,
  end: () => void entries.end(null),
  destroy: (error) => void entries.destroy(error),
});

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
