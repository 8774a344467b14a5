import { installedPackages, readInventory } from '@slipway/image-packages';
import type { Note, Package } from '@slipway/inventory';
import { blobPath, imagesOf, layerEntries, type Layout, type PlatformImage, readLayout } from '@slipway/oci';
import { type PlacedSecret, secretsInLayers, secretsInVariables } from '@slipway/secrets';
import type { Files } from '@slipway/system';

/** What an OCI layout holds, of all its platforms. */
export interface ImageContent {
  readonly packages: readonly Package[];
  /** What could not be looked into. */
  readonly notes: readonly Note[];
}

/** How one platform's image is called in places: the layout, and the platform where there are several. */
const nameOf = (path: string, { platform }: PlatformImage, several: boolean): string =>
  several ? `${path}/${platform.replaceAll('/', '-')}` : path;

const layersOf = (layout: Layout, { layers }: PlatformImage, files: Files) =>
  layers.map(({ descriptor }) => layerEntries(descriptor, files.stream(blobPath(layout.path, descriptor.digest))));

/**
 * Reads what is installed in the images of a layout; one file at a time is held, whatever the size of a layer.
 *
 * @throws Failure for a layout that is not whole, as `readLayout` does.
 */
export async function readImage(path: string, files: Files): Promise<ImageContent> {
  const layout = await readLayout(path, files);
  const images = await imagesOf(layout, files);
  const packages: Package[] = [];
  const notes: Note[] = [];
  for (const image of images) {
    const name = nameOf(path, image, images.length > 1);
    const inventory = await readInventory(layersOf(layout, image, files));
    packages.push(...installedPackages(inventory, name));
    notes.push(...inventory.notes.map((message) => ({ message: `${message}.`, location: { file: name } })));
  }
  return { packages, notes };
}

/** The variables that an image's config sets. */
async function variablesOf(layout: Layout, { config }: PlatformImage, files: Files): Promise<readonly string[]> {
  const { config: own } = JSON.parse(await files.readText(blobPath(layout.path, config))) as {
    config?: { Env?: readonly string[] | null };
  };
  return own?.Env ?? [];
}

/** Finds secrets in the layers and variables of the images of a layout. */
export async function imageSecrets(path: string, key: string, files: Files): Promise<readonly PlacedSecret[]> {
  const layout = await readLayout(path, files);
  const images = await imagesOf(layout, files);
  const found: PlacedSecret[] = [];
  for (const image of images) {
    const name = nameOf(path, image, images.length > 1);
    found.push(...(await secretsInLayers(layersOf(layout, image, files), name, key)).secrets);
    found.push(...secretsInVariables(await variablesOf(layout, image, files), name, key));
  }
  return found;
}
