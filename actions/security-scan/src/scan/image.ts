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

/** How many layers an image shares with the one that it is built on: all of that one's, or none when it is another. */
function sharedLayers(image: PlatformImage, base: PlatformImage | undefined): number {
  const own = image.layers.map(({ descriptor }) => descriptor.digest);
  const below = base?.layers.map(({ descriptor }) => descriptor.digest) ?? [];
  return below.every((digest, index) => own[index] === digest) ? below.length : 0;
}

/**
 * Reads the image that another is built on, and how many of that one's layers are its own; of several platforms the fewest.
 *
 * @throws Failure for a layout that is not whole, as `readLayout` does.
 */
export async function readBaseImage(
  path: string,
  image: string,
  files: Files,
): Promise<ImageContent & { readonly layers: number }> {
  const content = await readImage(path, files);
  const below = await imagesOf(await readLayout(path, files), files);
  const own = await imagesOf(await readLayout(image, files), files);
  const shared = own.map((each) =>
    sharedLayers(
      each,
      below.find(({ platform }) => platform === each.platform),
    ),
  );
  return { ...content, layers: shared.length === 0 ? 0 : Math.min(...shared) };
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
