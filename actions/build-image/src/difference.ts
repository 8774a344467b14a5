import {
  blobPath,
  digestOf,
  imagesOf,
  type ImageLayer,
  type Layout,
  layerEntries,
  type PlatformImage,
  readLayout,
} from '@slipway/oci';
import { createHash } from 'node:crypto';
import type { Files } from '@slipway/system';

/** One thing in which two images differ. */
export interface Difference {
  readonly platform: string;
  /** Layers count from 1, the lowest first; undefined when the image's configuration differs. */
  readonly layer?: number;
  readonly instruction?: string | undefined;
  /** File of the layer or field of the configuration. */
  readonly what: string;
  readonly how: string;
}

const PER_LAYER = 20;

async function fingerprints(
  layer: ImageLayer,
  layout: Layout,
  files: Files,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const found = new Map<string, Readonly<Record<string, string>>>();
  for await (const entry of layerEntries(layer.descriptor, files.stream(blobPath(layout.path, layer.descriptor.digest)))) {
    const hash = createHash('sha256');
    if (entry.kind === 'file') for await (const piece of entry.content()) hash.update(piece);
    found.set(entry.path, {
      kind: entry.kind,
      content: hash.digest('hex').slice(0, 12),
      mode: entry.mode.toString(8),
      owner: entry.owner,
      time: new Date(entry.modified).toISOString(),
      target: entry.target ?? '',
    });
  }
  return found;
}

function howTheyDiffer(ours: Readonly<Record<string, string>> | undefined, theirs: Readonly<Record<string, string>> | undefined) {
  if (theirs === undefined) return 'only in this image';
  if (ours === undefined) return 'only in the other image';
  const fields = Object.keys(ours).filter((field) => ours[field] !== theirs[field]);
  return fields.length === 0 ? undefined : fields.map((field) => `${field} ${theirs[field]} → ${ours[field]}`).join(', ');
}

type Side = { readonly layout: Layout; readonly image: PlatformImage };

async function layerDifferences(index: number, ours: Side, theirs: Side, files: Files): Promise<readonly Difference[]> {
  const [own, other] = [ours.image.layers[index], theirs.image.layers[index]];
  const platform = ours.image.platform;
  const place = { platform, layer: index + 1, instruction: (own ?? other)?.instruction };
  if (own === undefined || other === undefined)
    return [{ ...place, what: 'the layer', how: own === undefined ? 'only in the other image' : 'only in this image' }];
  if (own.descriptor.digest === other.descriptor.digest) return [];
  const [left, right] = [await fingerprints(own, ours.layout, files), await fingerprints(other, theirs.layout, files)];
  const names = [...new Set([...left.keys(), ...right.keys()])].toSorted();
  const found = names.flatMap((path): readonly Difference[] => {
    const how = howTheyDiffer(left.get(path), right.get(path));
    return how === undefined ? [] : [{ ...place, what: `/${path}`, how }];
  });
  // The same files in another order, or packed otherwise, are other bytes as well.
  if (found.length === 0) return [{ ...place, what: 'the archive', how: 'the same files in another order or packed otherwise' }];
  const more = found.length - PER_LAYER;
  const rest = { ...place, what: `${more} more files`, how: 'not listed' };
  return more > 0 ? [...found.slice(0, PER_LAYER), rest] : found;
}

async function configDifferences(ours: Side, theirs: Side, files: Files): Promise<readonly Difference[]> {
  const read = async ({ layout, image }: Side): Promise<Readonly<Record<string, unknown>>> =>
    JSON.parse(await files.readText(blobPath(layout.path, image.config))) as Record<string, unknown>;
  const [own, other] = [await read(ours), await read(theirs)];
  const fields = [...new Set([...Object.keys(own), ...Object.keys(other)])].toSorted();
  const differing = fields.filter((field) => field !== 'rootfs' && JSON.stringify(own[field]) !== JSON.stringify(other[field]));
  const short = (value: unknown): string => {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 80 ? digestOf(text).slice(0, 19) : text;
  };
  return differing.map((field) => ({
    platform: ours.image.platform,
    what: `configuration "${field}"`,
    how: `${short(other[field])} → ${short(own[field])}`,
  }));
}

/** Names every layer, file and field in which a layout differs from another; nothing when they are equal byte for byte. */
export async function differencesOf(layout: Layout, otherPath: string, files: Files): Promise<readonly Difference[]> {
  const other = await readLayout(otherPath, files);
  if (other.root.digest === layout.root.digest) return [];
  const [images, others] = [await imagesOf(layout, files), await imagesOf(other, files)];
  const found: Difference[] = [];
  for (const image of images) {
    const twin = others.find(({ platform }) => platform === image.platform);
    if (twin === undefined) {
      found.push({ platform: image.platform, what: 'the platform', how: 'only in this image' });
      continue;
    }
    const [ours, theirs] = [
      { layout, image },
      { layout: other, image: twin },
    ];
    for (let index = 0; index < Math.max(image.layers.length, twin.layers.length); index++)
      found.push(...(await layerDifferences(index, ours, theirs, files)));
    found.push(...(await configDifferences(ours, theirs, files)));
  }
  return found.length > 0 ? found : [{ platform: '', what: 'the index', how: 'it lists the same images in other bytes' }];
}
