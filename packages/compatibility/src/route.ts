import type { Api, Operation } from '@slipway/openapi';
import { literal } from './literal.ts';

/** An operation that a request's path and method name, with the path's parameters as they were sent. */
export interface Route {
  readonly operation: Operation;
  readonly parameters: ReadonlyMap<string, string>;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function match(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const [wanted, given] = [template, path].map((each) => each.replace(/(?<=.)\/$/, '').split('/')) as [string[], string[]];
  if (wanted.length !== given.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [index, segment] of wanted.entries()) {
    const names = [...segment.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    const pattern = segment
      .split(/\{[^}]+\}/)
      .map(literal)
      .join('(.+?)');
    const found = new RegExp(`^${pattern}$`).exec(given[index] ?? '');
    if (found === null) return undefined;
    for (const [place, name] of names.entries()) parameters.set(name, decode(found[place + 1] ?? ''));
  }
  return parameters;
}

/** How many letters of a template are its own: the more, the more exactly it names a path. */
const ownLetters = ({ path }: Operation): number => path.replace(/\{[^}]+\}/g, '').length;

/**
 * The operation that a request goes to; undefined when the description has none.
 *
 * Contracts name paths with the server's base path or without it, so both are tried.
 */
export function routeOf({ operations }: Api, method: string, path: string): Route | undefined {
  const candidates = operations
    .filter((operation) => operation.method === method)
    .flatMap((operation) => {
      const found = [...operation.basePaths, '']
        .map((base) => match(`${base}${operation.path}`, path))
        .find((each) => each !== undefined);
      return found === undefined ? [] : [{ operation, parameters: found }];
    });
  return candidates.sort((a, b) => ownLetters(b.operation) - ownLetters(a.operation))[0];
}
