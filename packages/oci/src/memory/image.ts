import { digestOf } from '../digest.ts';
import type { Descriptor } from '../manifest.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const IMAGE = 'application/vnd.oci.image.manifest.v1+json';

/** How a made-up image looks. */
export interface ImageOptions {
  /** More than one makes an index. */
  readonly platforms?: readonly string[];
  readonly layer?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Indentation of each manifest, to tell whether bytes are kept or written anew. */
  readonly indent?: string;
}

/** A made-up OCI layout: its files by path below the layout, and the digest it must be published under. */
export interface MadeLayout {
  readonly root: Descriptor;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** Makes an OCI layout with an image a platform. */
export function madeLayout({
  platforms = ['linux/amd64'],
  layer = 'layer',
  labels = {},
  indent = '',
}: ImageOptions = {}): MadeLayout {
  const files: Record<string, Uint8Array> = { 'oci-layout': Buffer.from('{"imageLayoutVersion":"1.0.0"}') };
  const keep = (mediaType: string, content: string): Descriptor => {
    const bytes = Buffer.from(content);
    const digest = digestOf(bytes);
    files[`blobs/${digest.replace(':', '/')}`] = bytes;
    return { mediaType, digest, size: bytes.length };
  };
  const manifest = (value: object): string => JSON.stringify({ schemaVersion: 2, ...value }, null, indent);
  const images = platforms.map((platform) => {
    const [os = '', architecture = ''] = platform.split('/');
    const content = JSON.stringify({ os, architecture, config: { Labels: labels }, rootfs: { type: 'layers', diff_ids: [] } });
    const config = keep('application/vnd.oci.image.config.v1+json', content);
    const layers = [keep('application/vnd.oci.image.layer.v1.tar', `${layer} for ${platform}`)];
    return { ...keep(IMAGE, manifest({ mediaType: IMAGE, config, layers })), platform: { os, architecture } };
  });
  const [first] = images;
  const root = images.length === 1 && first ? first : keep(INDEX, manifest({ mediaType: INDEX, manifests: images }));
  files['index.json'] = Buffer.from(manifest({ mediaType: INDEX, manifests: [root] }));
  return { root, files };
}

/** The layout's files below a folder, as files in memory take them. */
export function filesUnder(folder: string, { files }: MadeLayout): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${folder}/${path}`, bytes]));
}
