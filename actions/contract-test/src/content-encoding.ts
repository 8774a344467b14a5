import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Failure } from '@slipway/failure';

type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

/** The encodings of RFC 9110, 8.4.1, and Brotli, by their names in `content-encoding`. */
const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/**
 * A body as it was before it was compressed for its way; of an encoding that is not known, as it came.
 *
 * @throws Failure when it is not what its header says, or would be longer than `maxBytes`.
 */
export function decodedBody(bytes: Uint8Array, encoding: string | undefined, maxBytes: number): Uint8Array {
  const decode = DECODERS[(encoding ?? '').trim().toLowerCase()];
  if (decode === undefined || bytes.length === 0) return bytes;
  try {
    return decode(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    const message = `the answer cannot be unpacked as "${encoding}", or is longer than ${maxBytes / 1024 / 1024} MiB then`;
    throw new Failure({ code: 'ANSWER_ENCODING', message }, { cause });
  }
}
