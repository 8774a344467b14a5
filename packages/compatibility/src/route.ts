import type { Api, Operation } from '@slipway/openapi';

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

/**
 * The texts that stand for the names of a segment such as `{id}.{format}`; undefined when it does not fit.
 *
 * What stands between two names is looked for from the left: a pattern with a wild part for each name could be kept busy for
 * ever by a path that its author chooses.
 */
function captures(fixed: readonly string[], text: string): readonly string[] | undefined {
  const [first = '', ...rest] = fixed;
  const last = rest.pop();
  if (last === undefined) return text === first ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const found: string[] = [];
  let from = first.length;
  for (const part of rest) {
    const to = text.indexOf(part, from + 1);
    if (to < 0) return undefined;
    found.push(text.slice(from, to));
    from = to + part.length;
  }
  const end = text.length - last.length;
  return end > from ? [...found, text.slice(from, end)] : undefined;
}

function match(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const [wanted, given] = [template, path].map((each) => each.replace(/(?<=.)\/$/, '').split('/')) as [string[], string[]];
  if (wanted.length !== given.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [index, segment] of wanted.entries()) {
    const found = captures(segment.split(/\{[^}]+\}/), given[index] ?? '');
    if (found === undefined) return undefined;
    const names = [...segment.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    for (const [place, name] of names.entries()) parameters.set(name, decode(found[place] ?? ''));
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
