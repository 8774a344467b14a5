import { Failure } from '@slipway/failure';
import type { HttpResponse } from '@slipway/system';
import { type Digest, digestOf } from './digest.ts';
import { MANIFEST_TYPES } from './media-type.ts';
import type { Repository } from './reference.ts';
import { refusalOf } from './refusal.ts';
import { type Session, type SessionSettings, sessionOf } from './session.ts';
import { type BlobSource, uploadBlob } from './upload.ts';

const MAX_REDIRECTS = 5;

/** A manifest as a registry gave it, with the digest of the bytes that came. */
export interface RemoteManifest {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** One repository of a registry. */
export interface RegistryClient {
  /** Asks whether this is a registry that lets us in. */
  ping(): Promise<void>;
  hasBlob(digest: Digest): Promise<boolean>;
  /** The blob's bytes as they arrive; they are not checked here. */
  blob(digest: Digest): Promise<AsyncIterable<Uint8Array>>;
  uploadBlob(blob: BlobSource): Promise<void>;
  /** Takes a blob over from another repository of the registry; false when it must be uploaded instead. */
  mountBlob(digest: Digest, from: string): Promise<boolean>;
  /** The manifest behind a tag or digest; undefined when there is none. */
  manifest(reference: string): Promise<RemoteManifest | undefined>;
  /** Puts the exact bytes under a tag or digest. */
  putManifest(reference: string, manifest: Pick<RemoteManifest, 'bytes' | 'mediaType'>): Promise<void>;
}

async function drained(response: HttpResponse): Promise<HttpResponse> {
  await response.bytes();
  return response;
}

async function fetchBlob(session: Session, url: string, scope: string): Promise<AsyncIterable<Uint8Array>> {
  let address = session.absolute(url);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await session.send({ method: 'GET', url: address, scope }, [200, 301, 302, 303, 307, 308]);
    if (response.status === 200) return response.stream();
    const { location } = (await drained(response)).headers;
    if (location === undefined) throw await refusalOf(response, 'GET', address);
    address = new URL(location, address).href;
  }
  const message = `${session.absolute(url)} leads from one address to the next without an end.`;
  throw new Failure({ code: 'REGISTRY_REDIRECT', message, remedy: 'Check the registry.' });
}

async function fetchManifest(session: Session, url: string, scope: string): Promise<RemoteManifest | undefined> {
  const headers = { accept: MANIFEST_TYPES.join(', ') };
  const response = await session.send({ method: 'GET', url, scope, headers }, [200, 404]);
  const bytes = await response.bytes();
  if (response.status === 404) return undefined;
  // Computed, never read from a header: the bytes are what a node will run.
  return { digest: digestOf(bytes), mediaType: response.headers['content-type']?.split(';')[0]?.trim() ?? '', bytes };
}

async function mount(session: Session, path: string, digest: Digest, from: string): Promise<boolean> {
  const query = new URLSearchParams({ mount: digest, from });
  const url = `/v2/${path}/blobs/uploads/?${query}`;
  const scope = `repository:${path}:pull,push repository:${from}:pull`;
  // A registry that does not mount answers 202 and waits for an upload; it forgets that by itself.
  const response = await session.send({ method: 'POST', url, scope, headers: { 'content-length': '0' } }, [201, 202, 404]);
  return (await drained(response)).status === 201;
}

/** The client for one repository; nothing is sent before it is asked. */
export function registryClient({ path, ...rest }: Omit<SessionSettings, 'registry'> & Repository): RegistryClient {
  const session = sessionOf(rest);
  const scope = `repository:${path}:pull,push`;
  const base = `/v2/${path}`;
  return {
    ping: async () => void (await drained(await session.send({ method: 'GET', url: '/v2/', scope }, [200]))),
    hasBlob: async (digest) => {
      const response = await session.send({ method: 'HEAD', url: `${base}/blobs/${digest}`, scope }, [200, 307, 404]);
      return (await drained(response)).status !== 404;
    },
    blob: (digest) => fetchBlob(session, `${base}/blobs/${digest}`, scope),
    uploadBlob: (blob) => uploadBlob(session, path, scope, blob, rest),
    mountBlob: (digest, from) => mount(session, path, digest, from),
    manifest: (reference) => fetchManifest(session, `${base}/manifests/${reference}`, scope),
    putManifest: async (reference, { bytes, mediaType }) => {
      const ask = { method: 'PUT' as const, url: `${base}/manifests/${reference}`, scope, body: () => bytes };
      const headers = { 'content-type': mediaType, 'content-length': String(bytes.length) };
      await drained(await session.send({ ...ask, headers }, [201]));
    },
  };
}
