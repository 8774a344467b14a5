import { Failure } from '@slipway/failure';
import type { HttpResponse } from '@slipway/system';
import type { Digest } from './digest.ts';
import { digestOf } from './measure.ts';
import { download, type Expected } from './download.ts';
import type { Descriptor } from './manifest.ts';
import { MANIFEST_TYPES } from './media-type.ts';
import type { Repository } from './reference.ts';
import { listReferrers, parseReferrers, referrersTag } from './referrers.ts';
import { listTags } from './tags.ts';
import { type Session, type SessionSettings, sessionOf } from './session.ts';

/** A manifest as a registry gave it, with the digest of the bytes that came. */
export interface RemoteManifest {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** One repository of a registry, to be read. */
export interface RegistryReader {
  /** Asks whether this is a registry that lets us in. */
  ping(): Promise<void>;
  hasBlob(digest: Digest): Promise<boolean>;
  /** The blob's bytes as they arrive; the stream ends with a Failure unless they were the expected ones, whole. */
  blob(expected: Expected): AsyncIterable<Uint8Array>;
  /**
   * The manifest behind a tag or digest; undefined when there is none.
   *
   * @throws Failure MANIFEST_DIGEST when it was asked for by digest and other bytes came.
   */
  manifest(reference: string): Promise<RemoteManifest | undefined>;
  /** The tags there are, in the registry's order. */
  tags(): Promise<readonly string[]>;
  /** What refers to a digest, such as attestations: from the registry's API, or from the tag that stands in for it. */
  referrers(digest: Digest): Promise<readonly Descriptor[]>;
}

/** What a client of one repository needs. */
export type RepositorySettings = Omit<SessionSettings, 'registry'> & Repository;

/** Reads an answer to its end, so that its connection is free again. */
export async function drained(response: HttpResponse): Promise<HttpResponse> {
  await response.bytes();
  return response;
}

async function fetchManifest(
  session: Session,
  url: string,
  scope: string,
  reference: string,
): Promise<RemoteManifest | undefined> {
  const headers = { accept: MANIFEST_TYPES.join(', ') };
  const response = await session.send({ method: 'GET', url: `${url}/manifests/${reference}`, scope, headers }, [200, 404]);
  const bytes = await response.bytes();
  if (response.status === 404) return undefined;
  // Computed, never read from a header: the bytes are what a node will run.
  const digest = digestOf(bytes);
  if (reference.includes(':') && reference !== digest) {
    const message = `The registry gave other bytes for ${reference}: their digest is ${digest}.`;
    const remedy = 'The registry, or something on the way to it, changes what it keeps; nothing of it was used.';
    throw new Failure({ code: 'MANIFEST_DIGEST', message, remedy });
  }
  return { digest, mediaType: response.headers['content-type']?.split(';')[0]?.trim() ?? '', bytes };
}

/** Reads a repository within a session that others use as well. */
export function readerOf(session: Session, path: string, scope: string, settings: SessionSettings): RegistryReader {
  const base = `/v2/${path}`;
  const manifest = (reference: string): Promise<RemoteManifest | undefined> => fetchManifest(session, base, scope, reference);
  return {
    ping: async () => void (await drained(await session.send({ method: 'GET', url: '/v2/', scope }, [200]))),
    hasBlob: async (digest) => {
      // A storage that is redirected to may take the address for reading only.
      const ask = { method: 'HEAD' as const, url: `${base}/blobs/${digest}`, scope, keepRedirect: true };
      const response = await session.send(ask, [200, 302, 307, 404]);
      return (await drained(response)).status !== 404;
    },
    blob: (expected) => download(session, `${base}/blobs/${expected.digest}`, scope, expected, settings),
    manifest,
    tags: () => listTags(session, path, scope),
    referrers: async (digest) => {
      const listed = await listReferrers(session, path, scope, digest);
      if (listed !== undefined) return listed;
      const tagged = await manifest(referrersTag(digest));
      return tagged === undefined ? [] : parseReferrers(tagged.bytes, `the tag ${referrersTag(digest)}`);
    },
  };
}

/** Reads one repository; asks for the right to pull and no other, and nothing is sent before it is asked. */
export function registryReader({ path, ...settings }: RepositorySettings): RegistryReader {
  return readerOf(sessionOf(settings), path, `repository:${path}:pull`, settings);
}
