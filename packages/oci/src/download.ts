import { createHash } from 'node:crypto';
import { Failure } from '@slipway/failure';
import type { HttpResponse } from '@slipway/system';
import type { Descriptor } from './manifest.ts';
import type { Session, SessionSettings } from './session.ts';

const ATTEMPTS = 5;
const WAIT_MS = 500;

/** Which bytes are expected: their digest and how many. */
export type Expected = Pick<Descriptor, 'digest' | 'size'>;

function open(session: Session, url: string, scope: string, from: number): Promise<HttpResponse> {
  const headers: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
  return session.send({ method: 'GET', url, scope, headers }, [200, 206]);
}

function differs(code: 'BLOB_SIZE' | 'BLOB_DIGEST', digest: string, what: string): Failure {
  const remedy = 'The registry, or something on the way to it, changes what it keeps; nothing of it was used.';
  return new Failure({ code, message: `The registry gave other bytes for ${digest}: ${what}.`, remedy });
}

/** Whether the connection broke off, which is not the fault of the bytes. */
function isBroken(error: unknown): boolean {
  return !(error instanceof Failure) || error.code === 'HTTP_TIMEOUT';
}

/** The pieces that were not received yet, of an answer that begins at `start`. */
async function* fresh(response: HttpResponse, start: number, received: () => number): AsyncIterable<Uint8Array> {
  let position = start;
  for await (const piece of response.stream()) {
    const known = Math.min(piece.length, Math.max(0, received() - position));
    position += piece.length;
    if (known < piece.length) yield piece.subarray(known);
  }
}

/**
 * The bytes of a blob as they arrive; a connection that breaks is taken up again where it broke.
 *
 * Ends with a Failure BLOB_SIZE or BLOB_DIGEST when the bytes were not the expected ones: what was yielded until then must
 * not be used before the end is reached.
 */
export async function* download(
  session: Session,
  url: string,
  scope: string,
  { digest, size }: Expected,
  { clock, log, signal, attempts = ATTEMPTS }: SessionSettings,
): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  let received = 0;
  for (let attempt = 1; received < size || attempt === 1; attempt++) {
    const response = await open(session, url, scope, received);
    try {
      for await (const piece of fresh(response, response.status === 206 ? received : 0, () => received)) {
        received += piece.length;
        if (received > size) throw differs('BLOB_SIZE', digest, `more than the ${size} bytes it should have`);
        hash.update(piece);
        yield piece;
      }
      if (received < size) throw differs('BLOB_SIZE', digest, `${received} bytes, and it should have ${size}`);
    } catch (error) {
      if (!isBroken(error) || signal?.aborted || attempt >= attempts) throw error;
      log.debug(`${digest} broke off after ${received} of ${size} bytes: ${String(error)}.`);
      await clock.sleep(WAIT_MS * 2 ** (attempt - 1), signal);
    }
  }
  const actual = `sha256:${hash.digest('hex')}`;
  if (actual !== digest) throw differs('BLOB_DIGEST', digest, `their digest is ${actual}`);
}
