import type { Package } from '@slipway/inventory';
import { type Descriptor, type ImageReference, parseManifest, type RegistryReader, renderReference } from '@slipway/oci';
import type { Files } from '@slipway/system';
import { type Database, ecosystemsOf, readArchives } from '../database.ts';
import { databaseFault } from '../fault.ts';
import type { Part } from '../part.ts';

/** Under which an artefact's maker names the file of a layer (the OCI image specification, annotations). */
const TITLE = 'org.opencontainers.image.title';
const ARCHIVE_MAX = 2 ** 30;

/** The ecosystem that a layer's title names: `npm/all.zip` or `npm.zip`; empty for one archive of all. */
function ecosystemIn(title: string): string | undefined {
  const [, ecosystem] = /^(?:osv-scalibr\/)?(?:([^/]+)\/)?all\.zip$/.exec(title) ?? [];
  if (/(^|\/)all\.zip$/.test(title)) return ecosystem ?? '';
  return /^([^/]+)\.zip$/.exec(title)?.[1];
}

async function layersOf(reference: ImageReference, reader: RegistryReader): Promise<readonly Descriptor[]> {
  const shown = renderReference(reference);
  if (reference.digest === undefined)
    throw databaseFault(
      'DATABASE_DIGEST',
      shown,
      'The artefact is not named by its digest, so it could change between two scans.',
    );
  const found = await reader.manifest(reference.digest);
  if (found === undefined) throw databaseFault('DATABASE_MISSING', shown, `There is no artefact ${shown}.`);
  const manifest = parseManifest(found.bytes, found.mediaType, shown);
  if (manifest.kind === 'index')
    throw databaseFault('DATABASE_MALFORMED', shown, `${shown} is an index of images, and no artefact with archives.`);
  return manifest.layers;
}

/** Fetches a layer into the folder under its digest; one that is there already was checked when it came. */
async function fetchLayer(layer: Descriptor, folder: string, reader: RegistryReader, files: Files): Promise<string> {
  const path = `${folder}/${layer.digest.replace(':', '-')}.zip`;
  if (layer.size > ARCHIVE_MAX)
    throw databaseFault('DATABASE_TOO_LARGE', path, `The archive has ${layer.size} bytes; it is fetched up to ${ARCHIVE_MAX}.`);
  if (!(await files.exists(path))) await files.write(path, reader.blob(layer));
  return path;
}

/**
 * Opens a database that lies in a registry as an artefact, whose layers are the archives, each with its file's name as its
 * title, as `oras push` makes it. Only the ecosystems of the packages are fetched.
 *
 * @throws Failure DATABASE_DIGEST for a reference without a digest or other bytes than its digests say, and as `readDatabase`.
 */
export async function openArtefact(
  reference: ImageReference,
  folder: string,
  packages: readonly Package[],
  { reader, files }: { readonly reader: RegistryReader; readonly files: Files },
): Promise<Database> {
  const needed = ecosystemsOf(packages);
  const parts: Part[] = [];
  for (const layer of await layersOf(reference, reader)) {
    const ecosystem = ecosystemIn(layer.annotations?.[TITLE] ?? '');
    if (ecosystem === undefined || (ecosystem !== '' && !needed.has(ecosystem))) continue;
    const file = await fetchLayer(layer, folder, reader, files);
    parts.push({ file, expected: layer.digest, ...(ecosystem !== '' && { ecosystem }) });
  }
  const shown = renderReference(reference);
  if (parts.length === 0 && needed.size > 0)
    throw databaseFault('DATABASE_EMPTY', shown, `No layer of ${shown} has a title such as "npm/all.zip" of these ecosystems.`);
  const database = await readArchives(shown, parts, packages, files);
  return reference.digest === undefined ? database : { ...database, id: reference.digest };
}
