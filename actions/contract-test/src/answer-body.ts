import { Failure } from '@slipway/failure';
import type { HttpResponse } from '@slipway/system';

/** No contract, and no example in one, is larger; an answer that is would only fill the memory. */
export const BODY_MAX_BYTES = 20 * 1024 * 1024;

/** Reads an answer to its end; a Failure ANSWER_TOO_LONG or ANSWER_CUT_OFF when that cannot be done. */
export async function readBody(response: HttpResponse): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of response.stream()) {
      size += piece.length;
      if (size > BODY_MAX_BYTES) {
        const message = `the answer is longer than ${BODY_MAX_BYTES / 1024 / 1024} MiB, and was not read to its end`;
        throw new Failure({ code: 'ANSWER_TOO_LONG', message });
      }
      pieces.push(piece);
    }
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'ANSWER_TOO_LONG') throw cause;
    throw new Failure(
      { code: 'ANSWER_CUT_OFF', message: 'the answer was cut off in its body, or did not end in time' },
      { cause },
    );
  }
  return Buffer.concat(pieces);
}
