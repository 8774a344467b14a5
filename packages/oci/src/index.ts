export type { ImageLayer } from './anatomy.ts';
export { layersOf } from './anatomy.ts';
export { unpackLayout } from './archive.ts';
export type { Attachment, Referrer } from './attach.ts';
export { attach, referrerOf } from './attach.ts';
export type { RegistryClient } from './client.ts';
export { registryClient } from './client.ts';
export type { Credentials } from './credentials.ts';
export { dockerCredentials } from './credentials.ts';
export type { Digest } from './digest.ts';
export { digestProblem, parseDigest } from './digest.ts';
export { digestOf, measure } from './measure.ts';
export type { Expected } from './download.ts';
export type { PlatformImage } from './image.ts';
export { imagesOf } from './image.ts';
export { parseImageName } from './image-name.ts';
export type { LayerEntry } from './layer.ts';
export { layerEntries } from './layer.ts';
export type { Layout } from './layout.ts';
export { blobPath, readLayout } from './layout.ts';
export type { GivenLogin, LoginWorld } from './login.ts';
export { findCredentials } from './login.ts';
export type { Descriptor, Manifest } from './manifest.ts';
export { parseManifest } from './manifest.ts';
export { MANIFEST_TYPES, manifestKind } from './media-type.ts';
export type { Platform } from './platform.ts';
export { parsePlatform, platformProblem, renderPlatform } from './platform.ts';
export { pullLayout, readRemote } from './pull.ts';
export type { RegistryReader, RemoteManifest, RepositorySettings } from './reader.ts';
export { registryReader } from './reader.ts';
export type { ImageReference, Repository } from './reference.ts';
export {
  imageNameProblem,
  parseReference,
  parseRepository,
  renderReference,
  repositoryProblem,
  tagProblem,
  digestMissing,
} from './reference.ts';
export { referrersTag } from './referrers.ts';
export type { ImageTree, TreeManifest } from './tree.ts';
export type { BlobSource } from './upload.ts';
