import type { Json } from './description.ts';

/** Whether a value is a JSON object. */
export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at a key, made when it is not there. */
export function at(parent: Json, key: string): Json {
  if (!isJson(parent[key])) parent[key] = {};
  return parent[key] as Json;
}

/** Every object below a value that a test accepts, itself included. */
export function objects(value: unknown, accept: (each: Json) => boolean): Json[] {
  if (Array.isArray(value)) return value.flatMap((each) => objects(each, accept));
  if (!isJson(value)) return [];
  return [...(accept(value) ? [value] : []), ...Object.values(value).flatMap((each) => objects(each, accept))];
}

/** The operations of a description, with the path item that holds each. */
export function operations(description: Json): { readonly item: Json; readonly method: string; readonly operation: Json }[] {
  return Object.values(at(description, 'paths')).flatMap((item) =>
    isJson(item)
      ? ['get', 'post'].flatMap((method) => (isJson(item[method]) ? [{ item, method, operation: item[method] as Json }] : []))
      : [],
  );
}

/** The schemas of objects, wherever they stand. */
export const objectSchemas = (description: Json): Json[] =>
  objects(description, (each) => each['type'] === 'object' && isJson(each['properties']));

/** The schemas of one type, wherever they stand. */
export const typed = (description: Json, type: string): Json[] =>
  objects(description, (each) => each['type'] === type && each['in'] === undefined);

/** The answers of all operations. */
export const answers = (description: Json): Json[] =>
  operations(description).flatMap(({ operation }) => Object.values(at(operation, 'responses')).filter(isJson));
