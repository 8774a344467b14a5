import type { HttpResponse } from '@slipway/system';
import type { Digest } from './digest.ts';
import { refusalOf } from './refusal.ts';
import { type RegistryPatience, retrying } from './retry.ts';
import type { Session } from './session.ts';

/** Bytes that can be read as often as needed, from any place on. */
export interface BlobSource {
  readonly digest: Digest;
  readonly size: number;
  open(from: number): AsyncIterable<Uint8Array>;
}

/** How much a break costs at most, once a blob goes up in parts. */
const CHUNK_BYTES = 16 * 1024 * 1024;

/** The slowest line we wait for: 100 KB/s, after the time any answer may take. */
function timeoutMsFor(bytes: number): number {
  return 60_000 + bytes / 100;
}

/** A registry that stores a blob elsewhere may say nothing for as long as that takes: 10 MB/s. */
function silenceMsFor(bytes: number): number {
  return 60_000 + bytes / 10_000;
}

/** At most so many bytes of a stream. */
async function* upTo(bytes: number, pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let left = bytes;
  for await (const piece of pieces) {
    yield piece.length <= left ? piece : piece.subarray(0, left);
    left -= piece.length;
    if (left <= 0) return;
  }
}

/** How many bytes a registry says that it has: the answer's `Range: 0-N`. */
function keptBytes({ headers }: HttpResponse, size: number): number | undefined {
  const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(headers['range'] ?? '') ?? [];
  const kept = last === undefined ? undefined : Number(last) + 1;
  return kept !== undefined && kept > 1 && kept <= size ? kept : undefined;
}

/**
 * One blob on its way up.
 *
 * The first try sends it in one piece, which every registry takes. After a break the registry is asked how far it got; where
 * it cannot tell, the blob goes up anew in chunks, whose ends every registry knows.
 */
class Upload {
  readonly #session: Session;
  readonly #path: string;
  readonly #scope: string;
  readonly #blob: BlobSource;
  #location: string | undefined;
  #offset = 0;
  #tried = false;
  #inChunks = false;

  constructor(session: Session, path: string, scope: string, blob: BlobSource) {
    [this.#session, this.#path, this.#scope, this.#blob] = [session, path, scope, blob];
  }

  #ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, bytes = 0): Promise<HttpResponse> {
    const [from, last] = [this.#offset, this.#offset + bytes - 1];
    return this.#session.once({
      method,
      url,
      scope: this.#scope,
      timeoutMs: timeoutMsFor(this.#blob.size),
      silenceMs: silenceMsFor(this.#blob.size),
      headers: {
        ...(method === 'GET' ? {} : { 'content-length': String(bytes) }),
        ...(bytes > 0 && { 'content-type': 'application/octet-stream' }),
        ...(bytes > 0 && (method === 'PATCH' || from > 0) && { 'content-range': `${from}-${last}` }),
      },
      ...(bytes > 0 && { body: () => upTo(bytes, this.#blob.open(from)) }),
    });
  }

  /** Takes over where to go on from an answer that says so. */
  async #advance(response: HttpResponse, offset: number): Promise<void> {
    const { location } = response.headers;
    if (location !== undefined) this.#location = this.#session.absolute(location);
    this.#offset = keptBytes(response, this.#blob.size) ?? offset;
    await response.bytes();
  }

  /** Asks how far a broken upload got, and forgets it when nobody knows. */
  async #recover(): Promise<void> {
    if (this.#location === undefined) return;
    const response = await this.#ask('GET', this.#location);
    const kept = response.status === 204 ? keptBytes(response, this.#blob.size) : undefined;
    if (kept === undefined) {
      await response.bytes();
      this.#location = undefined;
    } else await this.#advance(response, kept);
  }

  async #start(): Promise<HttpResponse | undefined> {
    const started = await this.#ask('POST', `/v2/${this.#path}/blobs/uploads/`);
    if (started.status !== 202 || started.headers['location'] === undefined) return started;
    await this.#advance(started, 0);
    this.#offset = 0;
    return undefined;
  }

  #finish(location: string): Promise<HttpResponse> {
    const url = new URL(location);
    url.searchParams.set('digest', this.#blob.digest);
    return this.#ask('PUT', url.href, this.#blob.size - this.#offset);
  }

  async #sendChunks(): Promise<HttpResponse | undefined> {
    while (this.#location !== undefined && this.#blob.size - this.#offset > CHUNK_BYTES) {
      const response = await this.#ask('PATCH', this.#location, CHUNK_BYTES);
      if (response.status !== 202) return response;
      await this.#advance(response, this.#offset + CHUNK_BYTES);
    }
    return undefined;
  }

  async #go(): Promise<HttpResponse> {
    const refused = this.#location === undefined ? await this.#start() : undefined;
    return refused ?? (this.#inChunks ? await this.#sendChunks() : undefined) ?? this.#finish(this.#location ?? '');
  }

  /** One try, from wherever the one before it got to. */
  async send(): Promise<HttpResponse> {
    if (this.#tried) await this.#recover();
    this.#inChunks = this.#tried;
    this.#tried = true;
    const response = await this.#go();
    if (!this.#inChunks || ![400, 404, 405, 416].includes(response.status)) return response;
    // The registry has forgotten the upload, or takes none in parts.
    await response.bytes();
    [this.#location, this.#offset, this.#inChunks] = [undefined, 0, false];
    return this.#go();
  }
}

/** Uploads a blob; a try that fails goes on where it broke, as far as the registry can tell where that was. */
export async function uploadBlob(
  session: Session,
  path: string,
  scope: string,
  blob: BlobSource,
  patience: RegistryPatience,
): Promise<void> {
  const upload = new Upload(session, path, scope, blob);
  const response = await retrying(() => upload.send(), patience);
  if (response.status !== 201) throw await refusalOf(response, 'upload to', session.absolute(`/v2/${path}/blobs/${blob.digest}`));
  await response.bytes();
}
