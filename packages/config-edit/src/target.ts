import { Failure, type Location, type Problem } from '@slipway/failure';
import { isAlias, isMap, isSeq, type Node } from 'yaml';
import { type Image, type Part, renderPart } from './image.ts';
import { parsePath, renderPath, type Step } from './path.ts';
import { inside, type Place, search, textOf, valueAt } from './place.ts';
import type { YamlFile } from './yaml-file.ts';

/** Where in a file an image stands. */
export type Target =
  /** An entry of `images` in a kustomization, by its `name` or `newName`. */
  | { readonly kind: 'kustomize'; readonly name: string }
  /** A map of a Helm chart's values with `repository`, `tag` and `digest`, by its path. */
  | { readonly kind: 'helm'; readonly path: string }
  /** The container of a manifest whose image has the name, with or without registry and folders. */
  | { readonly kind: 'manifest'; readonly name: string }
  /** Any values, each with the part of the image's name that it holds. */
  | { readonly kind: 'paths'; readonly paths: readonly { readonly path: string; readonly part: Part }[] };

/** A value that is to be written at a place. */
export interface Write {
  readonly place: Place;
  readonly value: string;
  /** The value as problems and the summary name it. */
  readonly what: string;
}

/** What is there instead of what was looked for. */
function contentOf(node: Node): string {
  if (isAlias(node)) return `the alias *${node.source}`;
  if (isMap(node)) return `the keys ${node.items.map(({ key }) => textOf(key) ?? '?').join(', ') || '(none)'}`;
  if (!isSeq(node)) return `the text ${JSON.stringify(textOf(node) ?? '')}`;
  const names = node.items.map((item) => textOf(valueAt(item, 'name')) ?? textOf(item));
  return `a list of ${node.items.length}${names.some(Boolean) ? ` (${names.map((name) => name ?? '?').join(', ')})` : ''}`;
}

/** The place's line. */
export function locationOf(at: YamlFile, { node }: Place): Location {
  return at.locate(node.range?.[0] ?? 0);
}

/** The only one of the places. Throws when there are more: writing to one of them would be a guess. */
export function onlyOne(at: YamlFile, places: readonly Place[], what: string): Place | undefined {
  if (places.length < 2) return places[0];
  const lines = places.map((place) => locationOf(at, place).line).join(', ');
  throw new Failure({
    code: 'ADDRESS_AMBIGUOUS',
    message: `${what} stands ${places.length} times, on the lines ${lines}.`,
    remedy: 'Name one of them by a path, such as [kind=Deployment].spec.template.spec.containers[name=app].image.',
    location: locationOf(at, places[1] ?? (places[0] as Place)),
  });
}

/** Says that there is nothing at an address, and what is there instead. */
export function nothingAt(at: YamlFile, what: string, there: Place | undefined): Problem {
  const found = there === undefined ? 'The file is empty.' : `There is ${contentOf(there.node)}.`;
  return {
    code: 'ADDRESS_NOT_FOUND',
    message: `${what} is not in this file. ${found}`,
    remedy: 'Correct the address, or write the value once by hand; only values that are there are replaced.',
    location: there === undefined ? { file: at.file } : locationOf(at, there),
  };
}

/** The one place that a path leads to. */
export function placeAt(at: YamlFile, roots: readonly Place[], steps: readonly Step[]): Place {
  const what = `The path ${renderPath(steps)}`;
  const { places, stopped } = search(roots, steps);
  const place = onlyOne(at, places, what);
  if (place === undefined) throw new Failure(nothingAt(at, what, stopped?.at[0]));
  return place;
}

/** What to write into one field of a map, when the map has it. */
export function fieldWrite(map: Place, key: string, value: string | undefined): readonly Write[] {
  const node = valueAt(map.node, key);
  return node === undefined || value === undefined ? [] : [{ place: inside(map, node), value, what: key }];
}

/** The writes of a list of paths. */
export function pathWrites(at: YamlFile, roots: readonly Place[], image: Image, path: string, part: Part): readonly Write[] {
  const place = placeAt(at, roots, parsePath(path));
  const value = renderPart(image, part);
  if (value !== undefined) return [{ place, value, what: path }];
  const message = `The path ${path} is to hold a tag, and the image has none.`;
  throw new Failure({ code: 'TAG_MISSING', message, remedy: 'Give the image with its tag.', location: locationOf(at, place) });
}
