import { digestOf } from '../measure.ts';
import { parseManifest } from '../manifest.ts';
import { IMAGE_INDEX, MANIFEST_TYPES } from '../media-type.ts';
import { type Answer, refuse } from './answer.ts';
import type { StoredRepository } from './store.ts';

/** A request to one repository of a registry in memory. */
export interface RouteRequest {
  readonly method: string;
  readonly url: URL;
  readonly path: string;
  readonly mediaType: string;
  readonly body: Uint8Array;
  readonly range?: string;
  readonly contentRange?: string;
  /** Whether the registry has the API of OCI 1.1 for referrers. */
  readonly hasReferrers: boolean;
  readonly repository: StoredRepository;
  /** Another repository of the same registry. */
  readonly other: (path: string) => StoredRepository;
}

function startUpload({ url, path, repository, other }: RouteRequest): Answer {
  const [mount, from] = [url.searchParams.get('mount'), url.searchParams.get('from')];
  const bytes = mount === null || from === null ? undefined : other(from).blobs.get(mount);
  if (mount === null || bytes === undefined)
    return begun(repository, `/v2/${path}/blobs/uploads/${++repository.begun}?state=opaque`);
  repository.blobs.set(mount, bytes);
  return { status: 201 };
}

function begun(repository: StoredRepository, location: string): Answer {
  repository.uploads.set(location.split('?')[0] ?? '', Buffer.alloc(0));
  return { status: 202, headers: { location, range: '0-0' } };
}

function progress({ url: { pathname } }: RouteRequest, status: number, kept: Uint8Array): Answer {
  return { status, headers: { location: `${pathname}?state=${kept.length}`, range: `0-${Math.max(0, kept.length - 1)}` } };
}

/** An upload that goes on: a part that does not follow on what there is, is refused. */
function continueUpload(request: RouteRequest): Answer {
  const { method, url, body, contentRange, repository } = request;
  const kept = repository.uploads.get(url.pathname);
  if (kept === undefined) return refuse(404, 'BLOB_UPLOAD_UNKNOWN');
  if (method === 'GET') return progress(request, 204, kept);
  if (contentRange !== undefined && contentRange !== `${kept.length}-${kept.length + body.length - 1}`)
    return { ...refuse(416, 'RANGE_INVALID'), headers: progress(request, 416, kept).headers ?? {} };
  const all = Buffer.concat([kept, body]);
  repository.uploads.set(url.pathname, all);
  return method === 'PATCH' ? progress(request, 202, all) : endUpload(request, all);
}

function endUpload({ url, repository }: RouteRequest, body: Uint8Array): Answer {
  repository.uploads.delete(url.pathname);
  const digest = url.searchParams.get('digest');
  if (digest !== digestOf(body)) return refuse(400, 'DIGEST_INVALID');
  repository.blobs.set(digest, body);
  return { status: 201, headers: { 'docker-content-digest': digest } };
}

function readBlob({ method, range, repository }: RouteRequest, digest: string): Answer {
  const bytes = repository.blobs.get(digest);
  if (bytes === undefined) return refuse(404, 'BLOB_UNKNOWN');
  const [, from] = /^bytes=(\d+)-$/.exec(range ?? '') ?? [];
  if (from !== undefined && method === 'GET') return { status: 206, body: bytes.subarray(Number(from)) };
  return { status: 200, headers: { 'content-length': String(bytes.length) }, ...(method === 'GET' && { body: bytes }) };
}

function readManifest({ method, repository }: RouteRequest, reference: string): Answer {
  const digest = repository.tags.get(reference) ?? reference;
  const found = repository.manifests.get(digest);
  if (found === undefined) return refuse(404, 'MANIFEST_UNKNOWN');
  const headers = { 'content-type': found.mediaType, 'docker-content-digest': digest };
  return { status: 200, headers, ...(method === 'GET' && { body: found.bytes }) };
}

function writeManifest(request: RouteRequest, reference: string): Answer {
  const { body, mediaType, repository } = request;
  const digest = digestOf(body);
  if (!MANIFEST_TYPES.includes(mediaType)) return refuse(400, 'MANIFEST_INVALID');
  if (reference.startsWith('sha256:') && reference !== digest) return refuse(400, 'DIGEST_INVALID');
  const manifest = parseManifest(body, mediaType, reference);
  const needed =
    manifest.kind === 'index'
      ? manifest.manifests.every((child) => repository.manifests.has(child.digest))
      : [manifest.config, ...manifest.layers].every((blob) => repository.blobs.has(blob.digest));
  if (!needed) return refuse(400, 'MANIFEST_BLOB_UNKNOWN');
  repository.manifests.set(digest, { bytes: body, mediaType });
  if (reference !== digest) repository.tags.set(reference, digest);
  const subject = manifest.kind === 'image' && request.hasReferrers ? manifest.subject : undefined;
  return { status: 201, headers: { 'docker-content-digest': digest, ...(subject && { 'oci-subject': subject.digest }) } };
}

/** What refers to a digest, newest last, as the API of OCI 1.1 lists it. */
function readReferrers({ repository }: RouteRequest, subject: string): Answer {
  const manifests = [...repository.manifests].flatMap(([digest, { bytes, mediaType }]) => {
    const manifest = parseManifest(bytes, mediaType, digest);
    if (manifest.kind !== 'image' || manifest.subject?.digest !== subject) return [];
    const { artifactType = manifest.config.mediaType, annotations } = manifest;
    return [{ mediaType, digest, size: bytes.length, artifactType, ...(annotations && { annotations }) }];
  });
  const body = JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests });
  return { status: 200, headers: { 'content-type': IMAGE_INDEX }, body };
}

/** Answers a request to a repository as a registry does. */
export function route(request: RouteRequest, rest: string): Answer {
  const { method } = request;
  const [kind, reference = ''] = rest.split('/');
  if (kind === 'blobs' && reference === 'uploads') {
    return method === 'POST' ? startUpload(request) : continueUpload(request);
  }
  const reading = method === 'GET' || method === 'HEAD';
  if (kind === 'tags')
    return { status: 200, body: JSON.stringify({ name: request.path, tags: [...request.repository.tags.keys()] }) };
  if (kind === 'referrers') return request.hasReferrers ? readReferrers(request, reference) : refuse(404, 'PAGE_NOT_FOUND');
  if (kind === 'blobs' && reading) return readBlob(request, reference);
  if (kind === 'manifests' && reading) return readManifest(request, reference);
  return kind === 'manifests' && method === 'PUT' ? writeManifest(request, reference) : refuse(405, 'UNSUPPORTED');
}
