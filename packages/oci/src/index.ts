export type { RegistryClient, RemoteManifest } from './client.ts';
export { registryClient } from './client.ts';
export type { Credentials } from './credentials.ts';
export { dockerCredentials } from './credentials.ts';
export type { Digest } from './digest.ts';
export { digestOf, digestProblem, measure, parseDigest } from './digest.ts';
export type { PlatformImage } from './image.ts';
export { imagesOf } from './image.ts';
export { parseImageName } from './image-name.ts';
export type { LayerEntry } from './layer.ts';
export { layerEntries } from './layer.ts';
export type { Layout, LayoutManifest } from './layout.ts';
export { blobPath, readLayout } from './layout.ts';
export type { Descriptor, Manifest } from './manifest.ts';
export { parseManifest } from './manifest.ts';
export { MANIFEST_TYPES, manifestKind } from './media-type.ts';
export type { Platform } from './platform.ts';
export { parsePlatform, platformProblem, renderPlatform } from './platform.ts';
export type { ImageReference, Repository } from './reference.ts';
export {
  imageNameProblem,
  parseReference,
  parseRepository,
  renderReference,
  repositoryProblem,
  tagProblem,
} from './reference.ts';
export type { BlobSource } from './upload.ts';
