import type { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Extract } from 'tar-stream';

/** A stream that decompresses. */
export type Inflate = ReturnType<typeof createGunzip> | ReturnType<typeof createZstdDecompress>;

/** A stream that is written to, of Node or of the archive's reader, which have no type in common. */
export interface Sink {
  write(piece: Uint8Array): boolean;
  /** Calls back when there is room again, or when the stream is gone. */
  onRoom(resolve: () => void): void;
  isGone(): boolean;
  end(): void;
  destroy(error: Error): void;
}

/** Writes all there is into a stream, at its pace; what goes wrong at the source comes out of the stream. */
export async function feed(source: AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
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

/** A stream that decompresses, as a sink. */
export const inflateSink = (inflate: Inflate): Sink => ({
  write: (piece) => inflate.write(piece),
  onRoom: (resolve) => onDrainOrClose(inflate, resolve),
  isGone: () => inflate.destroyed,
  end: () => void inflate.end(),
  destroy: (error) => void inflate.destroy(error),
});

/** The reader of an archive's entries, as a sink. */
export const archiveSink = (entries: Extract): Sink => ({
  write: (piece) => entries.write(piece),
  onRoom: (resolve) => onDrainOrClose(entries, resolve),
  isGone: () => entries.destroying,
  end: () => void entries.end(null),
  destroy: (error) => void entries.destroy(error),
});
