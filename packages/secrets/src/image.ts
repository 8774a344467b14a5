import type { PlacedSecret } from './place.ts';
import { findSecrets } from './secret.ts';

/** One entry of a layer, as far as it matters here; `@slipway/oci` gives such entries. */
export interface SecretLayerFile {
  readonly path: string;
  readonly kind: string;
  readonly size: number;
  content(): AsyncIterable<Uint8Array>;
}

/** Larger files hold data, and secrets that people put into images do not stand in such. */
const FILE_MAX = 2 * 1024 * 1024;
const LOOK = 8_192;

/** What the layers of an image hold. */
export interface ImageSecrets {
  readonly secrets: readonly PlacedSecret[];
  /** How many files were too large to be looked into. */
  readonly tooLarge: number;
}

/** The text of a file; undefined for one that holds a NUL at its beginning, which is no text. */
async function textOf(file: SecretLayerFile): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let held = 0;
  for await (const piece of file.content()) {
    if (held < LOOK && piece.subarray(0, LOOK - held).includes(0)) return undefined;
    pieces.push(piece);
    held += piece.length;
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** What a whiteout hides: the file or folder, or all of a folder. */
function hiddenBy(path: string): ((other: string) => boolean) | undefined {
  const [, folder = '', name] = /^(.*\/)?\.wh\.([^/]+)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  if (name === '.wh..opq') return (other) => other.startsWith(folder);
  const gone = `${folder}${name}`;
  return (other) => other === gone || other.startsWith(`${gone}/`);
}

/**
 * Finds secrets in the layers of an image, lowest first, also in files that a later layer deletes or replaces: whoever has the
 * image has every layer of it. Holds one file at a time.
 *
 * @param image how the image is called, which stands before the path of each file
 * @param key makes the fingerprints those of one repository
 */
export async function secretsInLayers(
  layers: Iterable<AsyncIterable<SecretLayerFile>>,
  image: string,
  key: string,
): Promise<ImageSecrets> {
  const found: (PlacedSecret & { readonly path: string })[] = [];
  let [layer, tooLarge] = [0, 0];
  for (const entries of layers) {
    const below = found.length;
    for await (const file of entries) {
      const hides = hiddenBy(file.path) ?? ((other: string) => other === file.path && file.kind !== 'folder');
      for (const [index, each] of found.slice(0, below).entries())
        if (each.deletedIn === undefined && hides(each.path)) found[index] = { ...each, deletedIn: layer };
      if (file.kind !== 'file') continue;
      if (file.size > FILE_MAX) tooLarge += 1;
      const text = file.size > FILE_MAX ? undefined : await textOf(file);
      for (const secret of findSecrets(text ?? '', key))
        found.push({ ...secret, file: `${image}/${file.path}`, path: file.path, layer });
    }
    layer += 1;
  }
  return { secrets: found.map(({ path: _, ...secret }) => secret), tooLarge };
}

/** Finds secrets in the variables that an image's config sets, each as `NAME=VALUE`. */
export function secretsInVariables(variables: readonly string[], image: string, key: string): readonly PlacedSecret[] {
  return variables.flatMap((variable) => {
    const [name = ''] = variable.split('=');
    return findSecrets(variable, key).map((secret) => ({ ...secret, file: `${image}/config/env/${name}` }));
  });
}
