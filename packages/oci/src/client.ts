import { Failure } from '@slipway/failure';
import type { HttpResponse } from '@slipway/system';
import type { Digest } from './digest.ts';
import { drained, readerOf, type RegistryReader, type RemoteManifest, type RepositorySettings } from './reader.ts';
import { type Ask, type Session, sessionOf } from './session.ts';
import { type BlobSource, uploadBlob } from './upload.ts';

const PUT_TRIES = 4;
const PUT_WAIT_MS = 250;

/** One repository of a registry, to be read and written. */
export interface RegistryClient extends RegistryReader {
  uploadBlob(blob: BlobSource): Promise<void>;
  /** Takes a blob over from another repository of the registry; false when it must be uploaded instead. */
  mountBlob(digest: Digest, from: string): Promise<boolean>;
  /** Puts the exact bytes under a tag or digest; tells whether the registry keeps a list of what refers to their subject. */
  putManifest(
    reference: string,
    manifest: Pick<RemoteManifest, 'bytes' | 'mediaType'>,
  ): Promise<{ readonly subjectKnown: boolean }>;
}

async function mount(session: Session, path: string, digest: Digest, from: string): Promise<boolean> {
  const query = new URLSearchParams({ mount: digest, from });
  const url = `/v2/${path}/blobs/uploads/?${query}`;
  const scope = `repository:${path}:pull,push repository:${from}:pull`;
  const ask = { method: 'POST' as const, url, scope, headers: { 'content-length': '0' } };
  // A registry that does not mount answers 202 and waits for an upload, which it forgets by itself; or it refuses.
  const response = await session.send(ask, [201, 202, 400, 403, 404, 405]);
  return (await drained(response)).status === 201;
}

/**
 * Puts a manifest, and again when the registry says that it lacks a blob: it may lose sight of one for a moment while
 * somebody else uploads the same, as docker-registry does.
 */
async function put(
  session: Session,
  ask: Ask,
  { clock, signal }: Pick<RepositorySettings, 'clock' | 'signal'>,
): Promise<HttpResponse> {
  for (let tries = 1; ; tries++) {
    try {
      return await drained(await session.send(ask, [201]));
    } catch (error) {
      const again = error instanceof Failure && error.code === 'REGISTRY_LACKS_BLOB' && tries < PUT_TRIES;
      if (!again) throw error;
      await clock.sleep(PUT_WAIT_MS, signal);
    }
  }
}

/** The client for one repository; nothing is sent before it is asked. */
export function registryClient({ path, ...settings }: RepositorySettings): RegistryClient {
  const session = sessionOf(settings);
  const scope = `repository:${path}:pull,push`;
  return {
    ...readerOf(session, path, scope, settings),
    uploadBlob: (blob) => uploadBlob(session, path, scope, blob, settings),
    mountBlob: (digest, from) => mount(session, path, digest, from),
    putManifest: async (reference, { bytes, mediaType }) => {
      const ask = { method: 'PUT' as const, url: `/v2/${path}/manifests/${reference}`, scope, body: () => bytes };
      const headers = { 'content-type': mediaType, 'content-length': String(bytes.length) };
      const response = await put(session, { ...ask, headers }, settings);
      return { subjectKnown: response.headers['oci-subject'] !== undefined };
    },
  };
}
