import type { HttpResponse } from '@slipway/system';
import type { Digest } from './digest.ts';
import { refusalOf } from './refusal.ts';
import { type Patience, retrying } from './retry.ts';
import type { Session } from './session.ts';

/** Bytes that can be read from the start as often as needed. */
export interface BlobSource {
  readonly digest: Digest;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

/** The slowest line we wait for: 100 KB/s, after the time any answer may take. */
function timeoutMsFor(size: number): number {
  return 60_000 + size / 100;
}

function withDigest(location: string, digest: Digest): string {
  const url = new URL(location);
  url.searchParams.set('digest', digest);
  return url.href;
}

async function tryUpload(session: Session, path: string, scope: string, blob: BlobSource): Promise<HttpResponse> {
  const started = await session.once({
    method: 'POST',
    url: `/v2/${path}/blobs/uploads/`,
    scope,
    headers: { 'content-length': '0' },
  });
  const location = started.headers['location'];
  if (started.status !== 202 || location === undefined) return started;
  await started.bytes();
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(blob.size) };
  const url = withDigest(session.absolute(location), blob.digest);
  return session.once({ method: 'PUT', url, scope, headers, body: () => blob.open(), timeoutMs: timeoutMsFor(blob.size) });
}

/** Uploads a blob in one piece; a try that fails begins anew, because its upload session may be lost. */
export async function uploadBlob(
  session: Session,
  path: string,
  scope: string,
  blob: BlobSource,
  patience: Patience,
): Promise<void> {
  const response = await retrying(() => tryUpload(session, path, scope, blob), patience);
  if (response.status !== 201) throw await refusalOf(response, 'upload to', session.absolute(`/v2/${path}/blobs/${blob.digest}`));
  await response.bytes();
}
