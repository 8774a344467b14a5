import { createHash } from 'node:crypto';
import type { Digest } from './digest.ts';

/** The digest of some bytes. */
export function digestOf(bytes: string | Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The digest and length of a stream that is too large to hold. */
export async function measure(stream: AsyncIterable<Uint8Array>): Promise<{ readonly digest: Digest; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of stream) {
    hash.update(piece);
    size += piece.length;
  }
  return { digest: `sha256:${hash.digest('hex')}`, size };
}
