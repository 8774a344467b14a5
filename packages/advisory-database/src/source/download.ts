import { createHash, randomUUID } from 'node:crypto';
import { Failure } from '@slipway/failure';
import { type Clock, type Files, followingRedirects, type Http, type HttpResponse, type Log, retrying } from '@slipway/system';
import { databaseFault } from '../fault.ts';
import { readDirectory } from '../zip-directory.ts';
import type { Kept } from './kept.ts';
import type { Lock } from './lock.ts';

/** What fetching needs of the world. */
export interface SourceWorld {
  readonly http: Http;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
}

/** Four times what npm's export, the largest, has in 2026. */
const ARCHIVE_MAX = 2 ** 30;
const SILENCE_MS = 20_000;
/** How often a download that broke off is begun again. */
const ATTEMPTS = 3;
const WAIT_MS = 1_000;

/** A download that broke off or came damaged; beginning anew may help. */
class Broken extends Error {}

function conditions(kept: Kept | undefined): Readonly<Record<string, string>> {
  return {
    ...(kept?.etag !== undefined && { 'if-none-match': kept.etag }),
    ...(kept?.lastModified !== undefined && { 'if-modified-since': kept.lastModified }),
  };
}

/** What the server says that the bytes must be: Google's header of its object store, or RFC 9530. */
function statedDigests({ headers }: HttpResponse): readonly { readonly algorithm: string; readonly base64: string }[] {
  const google = /(?:^|,)\s*md5=([A-Za-z0-9+/=]+)/.exec(headers['x-goog-hash'] ?? '')?.[1];
  const standard = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):/.exec(headers['repr-digest'] ?? '')?.[1];
  return [
    ...(google === undefined ? [] : [{ algorithm: 'md5', base64: google }]),
    ...(standard === undefined ? [] : [{ algorithm: 'sha256', base64: standard }]),
  ];
}

function tooLarge(url: string, bytes: number): Failure {
  return databaseFault('DATABASE_TOO_LARGE', url, `The archive has ${bytes} bytes or more; it is fetched up to ${ARCHIVE_MAX}.`);
}

/** Writes the body to a file and returns its digest; the file is there only when it came whole and undamaged. */
async function receive(url: string, response: HttpResponse, path: string, lock: Lock, files: Files): Promise<string> {
  const stated = statedDigests(response);
  const hashes = new Map(['sha256', ...stated.map(({ algorithm }) => algorithm)].map((name) => [name, createHash(name)]));
  const announced = Number(response.headers['content-length'] ?? Number.NaN);
  if (announced > ARCHIVE_MAX) throw tooLarge(url, announced);
  let received = 0;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of response.stream()) {
      received += piece.length;
      if (received > ARCHIVE_MAX) throw tooLarge(url, received);
      for (const hash of hashes.values()) hash.update(piece);
      await lock.beat();
      yield piece;
    }
    if (!Number.isNaN(announced) && received !== announced) throw new Broken(`it ended after ${received} of ${announced} bytes`);
  };
  await files.write(path, pieces());
  const digests = new Map([...hashes].map(([name, hash]) => [name, hash.digest()]));
  for (const { algorithm, base64 } of stated)
    if (digests.get(algorithm)?.toString('base64') !== base64)
      throw new Broken(`it came with another ${algorithm} than its server says`);
  return `sha256:${digests.get('sha256')?.toString('hex')}`;
}

function refused(url: string, { status }: HttpResponse): Failure {
  if (status === 404) return databaseFault('DATABASE_MISSING', url, `There is no export at ${url} (status 404).`);
  return databaseFault('DATABASE_UNREACHABLE', url, `${url} was answered with status ${status}.`);
}

async function fetchOnce(url: string, folder: string, kept: Kept | undefined, lock: Lock, world: SourceWorld): Promise<Kept> {
  const { http, files, clock } = world;
  const ask = (each: string): Promise<HttpResponse> =>
    http.fetch({
      url: each,
      headers: conditions(kept),
      silenceMs: SILENCE_MS,
      ...(world.signal && { signal: world.signal }),
    });
  const send = async (): Promise<HttpResponse> => {
    await lock.beat();
    return (await followingRedirects(url, 'GET', ask)).response;
  };
  const response = await retrying(send, { ...world, attempts: ATTEMPTS });
  if (response.status === 304 && kept !== undefined) return { ...kept, checkedAt: clock.now() };
  if (response.status !== 200) throw refused(url, response);
  const archive = `${randomUUID()}.zip`;
  const path = `${folder}/${archive}`;
  const { etag, 'last-modified': lastModified } = response.headers;
  try {
    const digest = await receive(url, response, path, lock, files);
    await readDirectory(files, path);
    const before = kept && { before: kept.archive };
    return {
      archive,
      digest,
      url,
      checkedAt: clock.now(),
      ...(etag && { etag }),
      ...(lastModified && { lastModified }),
      ...before,
    };
  } catch (error) {
    await files.remove(path);
    throw error;
  }
}

const isBroken = (error: unknown): boolean =>
  error instanceof Broken || !(error instanceof Failure) || error.code === 'HTTP_TIMEOUT' || error.code === 'DATABASE_MALFORMED';

/**
 * Fetches one export unless the kept one is still the newest; what breaks off or comes damaged is fetched again.
 *
 * @throws Failure DATABASE_UNREACHABLE, DATABASE_MISSING, DATABASE_MALFORMED or DATABASE_TOO_LARGE; nothing was replaced then.
 */
export async function fetchExport(
  url: string,
  folder: string,
  kept: Kept | undefined,
  lock: Lock,
  world: SourceWorld,
): Promise<Kept> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(url, folder, kept, lock, world);
    } catch (error) {
      const unreached = error instanceof Failure && (error.code === 'HTTP_UNREACHABLE' || error.code === 'HTTP_TIMEOUT');
      const why = error instanceof Failure ? (error.problems[0]?.message ?? '') : `It broke off: ${String(error)}.`;
      if (world.signal?.aborted) throw error;
      if (isBroken(error) && attempt < ATTEMPTS) {
        world.log.debug(`${url}, try ${attempt} of ${ATTEMPTS}: ${why}`);
        await world.clock.sleep(WAIT_MS * attempt, world.signal);
      } else if (error instanceof Failure && !unreached) throw error;
      else throw databaseFault('DATABASE_UNREACHABLE', url, `${url} could not be fetched. ${why}`);
    }
  }
}
