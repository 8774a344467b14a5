import { child, children, type Node, resolve } from '../document/node.ts';
import type { Parameter, Place } from './api.ts';
import { readContent } from './media.ts';

const STYLES: Readonly<Record<Place, string>> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
  querystring: 'form',
};

/** How Swagger 2.0 says what version 3 calls style and explode. */
const FORMATS: Readonly<Record<string, readonly [string, boolean]>> = {
  csv: ['form', false],
  multi: ['form', true],
  ssv: ['spaceDelimited', false],
  tsv: ['tabDelimited', false],
  pipes: ['pipeDelimited', false],
};

function styleOf(node: Node, place: Place): { readonly style: string; readonly explode: boolean } {
  const [style, explode] = [child(node, 'style')?.value, child(node, 'explode')?.value];
  if (node.documents.version === '2.0') {
    const [named, exploded] = FORMATS[String(child(node, 'collectionFormat')?.value ?? 'csv')] ?? ['form', false];
    return { style: place === 'query' ? named : STYLES[place], explode: exploded };
  }
  const written = typeof style === 'string' ? style : STYLES[place];
  return { style: written, explode: typeof explode === 'boolean' ? explode : written === 'form' };
}

/** Reads one parameter; in Swagger 2.0 the parameter is its own schema. */
export function readParameter(given: Node): Parameter {
  const node = resolve(given);
  const place = String(child(node, 'in')?.value) as Place;
  const schema = child(node, 'schema') ?? (node.documents.version === '2.0' ? node : undefined);
  const name = String(child(node, 'name')?.value);
  return {
    name: place === 'header' ? name.toLowerCase() : name,
    in: place,
    required: place === 'path' || child(node, 'required')?.value === true,
    media: readContent(child(node, 'content')),
    deprecated: child(node, 'deprecated')?.value === true,
    at: node,
    ...styleOf(node, place),
    ...(schema !== undefined && { schema }),
  };
}

/** The headers of an answer. The content type is told by the media types, so a header of that name says nothing. */
export function readHeaders(headers: Node | undefined): readonly Parameter[] {
  return children(headers).flatMap(([name, given]) => {
    if (name.toLowerCase() === 'content-type') return [];
    const node = resolve(given);
    const schema = child(node, 'schema') ?? (node.documents.version === '2.0' ? node : undefined);
    const header: Parameter = {
      name: name.toLowerCase(),
      in: 'header',
      required: child(node, 'required')?.value === true,
      media: readContent(child(node, 'content')),
      deprecated: child(node, 'deprecated')?.value === true,
      at: given,
      ...styleOf(node, 'header'),
      ...(schema !== undefined && { schema }),
    };
    return [header];
  });
}

/** The parameters of an operation; each of its own replaces one of its path with the same name and place. */
export function readParameters(path: Node, operation: Node): readonly Parameter[] {
  const all = [...children(child(path, 'parameters')), ...children(child(operation, 'parameters'))];
  const read = all.map(([, node]) => readParameter(node));
  return [...new Map(read.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}
