import { dirname, join, normalize } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Location } from '@slipway/failure';
import type { Files } from '@slipway/system';
import { LineCounter, parseAllDocuments } from 'yaml';
import { type FieldPath, locator, type Manifest } from '../manifest.ts';
import type { KubeObject } from '../object.ts';

/** A document that a kustomization is made from: a resource or a patch, and where its fields stand. */
interface Piece {
  readonly object: Partial<KubeObject>;
  locate(path: FieldPath): Location;
}

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const LISTS = ['resources', 'bases', 'components', 'patchesStrategicMerge', 'patches', 'patchesJson6902'];
/** A kustomization that includes itself, or very many, must come to an end. */
const FOLDERS_MOST = 200;

function piecesOf(file: string, text: string): readonly Piece[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const object = document.errors.length > 0 ? undefined : (document.toJS() as unknown);
    const shaped = typeof object === 'object' && object !== null && 'kind' in object;
    return shaped ? [{ object: object as Partial<KubeObject>, locate: locator(document, lineCounter, file) }] : [];
  });
}

/** The paths that a kustomization names, in whichever of its lists; addresses of elsewhere are none. */
function pathsIn(text: string): readonly string[] {
  const [document] = parseAllDocuments(text);
  const value = (document?.toJS() ?? {}) as Readonly<Record<string, unknown>>;
  const entries = LISTS.flatMap((list) => (Array.isArray(value[list]) ? (value[list] as readonly unknown[]) : []));
  return entries.flatMap((entry) => {
    const path = typeof entry === 'string' ? entry : (entry as { readonly path?: unknown } | null)?.path;
    return typeof path === 'string' && !/^[a-z+]+:\/\/|^[\w.-]+@|\n/.test(path) ? [path] : [];
  });
}

async function kustomizationIn(files: Files, folder: string): Promise<string | undefined> {
  for (const name of NAMES) if (await files.exists(join(folder, name))) return join(folder, name);
  return undefined;
}

async function gather(files: Files, folder: string, seen: Set<string>): Promise<readonly Piece[]> {
  const own = await kustomizationIn(files, folder);
  if (own === undefined || seen.has(own) || seen.size >= FOLDERS_MOST) return [];
  seen.add(own);
  const paths = pathsIn(await files.readText(own)).map((path) => normalize(join(folder, path)));
  const pieces: Piece[] = [];
  for (const path of paths) {
    if ((await kustomizationIn(files, path)) !== undefined) pieces.push(...(await gather(files, path, seen)));
    else if (await files.exists(path)) pieces.push(...piecesOf(path, await files.readText(path)));
  }
  return pieces;
}

const isFields = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === 'object' && value !== null;

/** The path in a piece that means the same field: list entries with names are found by them, as a patch finds them. */
function translate(path: FieldPath, rendered: unknown, piece: unknown): { readonly path: FieldPath; readonly value: unknown } {
  let [from, to]: [unknown, unknown] = [rendered, piece];
  const translated: (string | number)[] = [];
  for (const key of path) {
    const entry = isFields(from) ? from[key] : undefined;
    const name = typeof key === 'number' && isFields(entry) ? entry['name'] : undefined;
    const found = Array.isArray(to) && name !== undefined ? to.findIndex((each) => isFields(each) && each['name'] === name) : -1;
    const step = found >= 0 ? found : key;
    translated.push(step);
    [from, to] = [entry, isFields(to) ? to[step] : undefined];
  }
  return { path: translated, value: to };
}

/** Whether a piece is about a rendered object, whose name may have got a prefix or a suffix. */
function isAbout({ object: { kind, metadata } }: Piece, rendered: KubeObject): boolean {
  return kind === rendered.kind && typeof metadata?.name === 'string' && rendered.metadata.name.includes(metadata.name);
}

/**
 * Where the fields of what kustomize rendered stand in the files that it was made from.
 *
 * kustomize keeps no map of that. So the resources and patches that the kustomization names are searched for the object, by
 * kind and name: the field is where a file says the very value, else where a file says the nearest field around it.
 *
 * @returns for each manifest the same one, whose `locate` answers with those files
 */
export async function withKustomizeOrigins(
  files: Files,
  folder: string,
  manifests: readonly Manifest[],
): Promise<readonly Manifest[]> {
  const pieces = await gather(files, folder, new Set());
  const file = (await kustomizationIn(files, folder)) ?? join(dirname(folder), 'kustomization.yaml');
  return manifests.map((manifest) => {
    // Overlays name their bases first, so what is said later is what counts.
    const about = pieces.filter((piece) => isAbout(piece, manifest.object)).toReversed();
    const locate = (path: FieldPath): Location => {
      const candidates = about.map((piece) => ({ piece, at: translate(path, manifest.object, piece.object) }));
      const wanted = translate(path, manifest.object, manifest.object).value;
      const exact = candidates.find(({ at }) => at.value !== undefined && isDeepStrictEqual(at.value, wanted));
      const chosen = exact ?? candidates.find(({ at }) => at.value !== undefined) ?? candidates.at(-1);
      return chosen === undefined ? { file, line: 1 } : chosen.piece.locate(chosen.at.path);
    };
    return { ...manifest, file: locate([]).file, locate };
  });
}
