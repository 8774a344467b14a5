import { type BillSubject, type Inventory, readInventory, renderCycloneDx, renderSpdx } from '@slipway/image-packages';
import { blobPath, type Digest, layerEntries, type Layout, type PlatformImage } from '@slipway/oci';
import type { Files } from '@slipway/system';
import { renderStatement } from './statement.ts';

/** The bills of materials of one platform's image. */
export interface Bill {
  readonly platform: string;
  readonly inventory: Inventory;
  /** Paths of the documents, to be read. */
  readonly documents: readonly string[];
  /** Paths of the same documents as statements about the image, to be attached to it. */
  readonly statements: readonly string[];
}

const NO_TIME = '1970-01-01T00:00:00Z';

function subjectOf(service: string, { digest, platform, created }: PlatformImage): BillSubject {
  const time = created === undefined ? Number.NaN : Date.parse(created);
  const stated = Number.isNaN(time) ? NO_TIME : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
  return { name: service, digest, platform, created: stated };
}

async function inventoryOf({ layers }: PlatformImage, layout: Layout, files: Files): Promise<Inventory> {
  const blob = (digest: Digest): AsyncIterable<Uint8Array> => files.stream(blobPath(layout.path, digest));
  return readInventory(layers.map(({ descriptor }) => layerEntries(descriptor, blob(descriptor.digest))));
}

/** Writes what is installed in each image of a layout, as SPDX and CycloneDX, into a folder. */
export async function writeBills(
  service: string,
  layout: Layout,
  images: readonly PlatformImage[],
  folder: string,
  files: Files,
): Promise<readonly Bill[]> {
  const bills: Bill[] = [];
  for (const image of images) {
    const inventory = await inventoryOf(image, layout, files);
    const subject = subjectOf(service, image);
    const name = `${folder}/sbom-${image.platform.replaceAll('/', '-')}`;
    const spdx = renderSpdx(subject, inventory);
    const cyclone = renderCycloneDx(subject, inventory);
    const digests = [layout.root.digest, ...(image.digest === layout.root.digest ? [] : [image.digest])];
    const statement = (predicateType: string, text: string): string =>
      renderStatement(service, digests, predicateType, JSON.parse(text));
    const content = {
      [`${name}.spdx.json`]: spdx,
      [`${name}.cdx.json`]: cyclone,
      [`${name}.spdx.intoto.json`]: statement('https://spdx.dev/Document', spdx),
      [`${name}.cdx.intoto.json`]: statement('https://cyclonedx.org/bom', cyclone),
    };
    for (const [path, text] of Object.entries(content)) await files.write(path, text);
    const [documents, statements] = [false, true].map((wanted) =>
      Object.keys(content).filter((path) => path.endsWith('.intoto.json') === wanted),
    );
    bills.push({ platform: image.platform, inventory, documents: documents ?? [], statements: statements ?? [] });
  }
  return bills;
}
