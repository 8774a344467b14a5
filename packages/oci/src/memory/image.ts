import { digestOf } from '../measure.ts';
import type { Descriptor } from '../manifest.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const IMAGE = 'application/vnd.oci.image.manifest.v1+json';

/** How a made-up image looks. */
export interface ImageOptions {
  /** More than one makes an index. */
  readonly platforms?: readonly string[];
  readonly layer?: string;
  /** The files of each layer, lowest first, in the place of one layer with one file. */
  readonly layers?: readonly Readonly<Record<string, string>>[];
  /** Variables of the config, each as `NAME=VALUE`. */
  readonly variables?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Indentation of each manifest, to tell whether bytes are kept or written anew. */
  readonly indent?: string;
}

/** A made-up OCI layout: its files by path below the layout, and the digest it must be published under. */
export interface MadeLayout {
  readonly root: Descriptor;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** One file of an archive, written by hand: a library's would carry the time of the test. */
function entryOf(name: string, content: string): string {
  const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;
  const fields = [name.padEnd(100, '\0'), octal(0o644, 8), octal(0, 8), octal(0, 8), octal(content.length, 12), octal(0, 12)];
  const rest = ['0', ''.padEnd(100, '\0'), 'ustar\0', '00'];
  const header = (sum: string): string => [...fields, sum, ...rest].join('').padEnd(512, '\0');
  const sum = [...header(' '.repeat(8))].reduce((total, sign) => total + sign.charCodeAt(0), 0);
  const padded = content.padEnd(Math.ceil(content.length / 512) * 512, '\0');
  return `${header(`${sum.toString(8).padStart(6, '0')}\0 `)}${padded}`;
}

function archiveOf(files: Readonly<Record<string, string>>): string {
  const entries = Object.entries(files).map(([name, content]) => entryOf(name, content));
  return `${entries.join('')}${'\0'.repeat(1024)}`;
}

/** Makes an OCI layout with an image a platform. */
export function madeLayout({
  platforms = ['linux/amd64'],
  layer = 'layer',
  layers: contents,
  variables,
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
    const content = JSON.stringify({
      os,
      architecture,
      config: { Labels: labels, ...(variables && { Env: variables }) },
      rootfs: { type: 'layers', diff_ids: [] },
    });
    const config = keep('application/vnd.oci.image.config.v1+json', content);
    const layers = (contents ?? [{ layer: `${layer} for ${platform}` }]).map((each) =>
      keep('application/vnd.oci.image.layer.v1.tar', archiveOf(each)),
    );
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
