import type { Digest } from './digest.ts';
import { drained, readerOf, type RegistryReader, type RemoteManifest, type RepositorySettings } from './reader.ts';
import { type Session, sessionOf } from './session.ts';
import { type BlobSource, uploadBlob } from './upload.ts';

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
  // A registry that does not mount answers 202 and waits for an upload; it forgets that by itself.
  const response = await session.send({ method: 'POST', url, scope, headers: { 'content-length': '0' } }, [201, 202, 404]);
  return (await drained(response)).status === 201;
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
      const response = await drained(await session.send({ ...ask, headers }, [201]));
      return { subjectKnown: response.headers['oci-subject'] !== undefined };
    },
  };
}
