/** The media type of an OCI index. */
export const IMAGE_INDEX = 'application/vnd.oci.image.index.v1+json';
/** The media type of an OCI manifest. */
export const IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

const INDEXES = [IMAGE_INDEX, 'application/vnd.docker.distribution.manifest.list.v2+json'];
const MANIFESTS = [IMAGE_MANIFEST, 'application/vnd.docker.distribution.manifest.v2+json'];

/** Every kind of manifest we read, as a request's Accept header names them. */
export const MANIFEST_TYPES = [...INDEXES, ...MANIFESTS];

/** Whether a media type is that of an index, of one image's manifest, or of neither. */
export function manifestKind(mediaType: string): 'index' | 'image' | undefined {
  if (INDEXES.includes(mediaType)) return 'index';
  return MANIFESTS.includes(mediaType) ? 'image' : undefined;
}
