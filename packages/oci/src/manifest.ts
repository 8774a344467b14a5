import { Failure } from '@slipway/failure';
import { type Digest, digestProblem } from './digest.ts';
import { manifestKind } from './media-type.ts';
import type { Platform } from './platform.ts';

/** A pointer to some bytes: what they are, how many, and their digest. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly platform?: Platform;
  /** What kind of thing it is, in a list of referrers. */
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

interface ArtefactFields {
  /** What this is about, when it is no image but an attestation or the like. */
  readonly subject?: Descriptor;
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

interface ImageFields extends ArtefactFields {
  readonly kind: 'image';
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** A manifest's meaning; its bytes are kept apart, because only they have a digest. */
export type Manifest = { readonly kind: 'index'; readonly manifests: readonly Descriptor[] } | ImageFields;

function malformed(what: string, why: string): Failure {
  const remedy = 'Build the image again; what wrote this does not follow the OCI image format.';
  return new Failure({ code: 'MANIFEST_MALFORMED', message: `${what} ${why}.`, remedy });
}

function isDescriptor(value: unknown): value is Descriptor {
  const { mediaType, digest, size } = (value ?? {}) as Partial<Record<string, unknown>>;
  const sized = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0;
  return sized && typeof mediaType === 'string' && typeof digest === 'string' && digestProblem(digest) === undefined;
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}

function descriptors(value: unknown, field: string, what: string): readonly Descriptor[] {
  if (Array.isArray(value) && value.every(isDescriptor)) return value;
  throw malformed(what, `has no list "${field}" in which each entry has a media type, a sha256 digest and a size`);
}

/** What a manifest says of itself when it is an artefact about something else. */
function about(value: Partial<Record<string, unknown>>, what: string): ArtefactFields {
  const [subject] = value['subject'] === undefined ? [] : descriptors([value['subject']], 'subject', what);
  const { artifactType, annotations } = value;
  return {
    ...(subject !== undefined && { subject }),
    ...(typeof artifactType === 'string' && { artifactType }),
    ...(isTexts(annotations) && { annotations }),
  };
}

/**
 * Reads a manifest.
 *
 * @throws Failure MANIFEST_MALFORMED; also when the bytes call themselves something else than the descriptor does,
 * because two readers would then see two different images.
 */
export function parseManifest(bytes: Uint8Array, mediaType: string, what: string): Manifest {
  let value: Partial<Record<string, unknown>>;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8')) as typeof value;
  } catch {
    throw malformed(what, 'is not JSON');
  }
  if (typeof value !== 'object' || value === null) throw malformed(what, 'is not a JSON object');
  const own = value['mediaType'];
  if (own !== undefined && own !== mediaType) throw malformed(what, `calls itself ${String(own)}, but is listed as ${mediaType}`);
  if (manifestKind(mediaType) === 'index')
    return { kind: 'index', manifests: descriptors(value['manifests'], 'manifests', what) };
  const [config] = descriptors([value['config']], 'config', what);
  if (config === undefined || 'manifests' in value) throw malformed(what, 'is neither an image manifest nor an index');
  return { kind: 'image', config, layers: descriptors(value['layers'], 'layers', what), ...about(value, what) };
}
