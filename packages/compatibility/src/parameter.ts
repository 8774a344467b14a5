import type { Interaction } from '@slipway/contract';
import { type Inclusion, nameOf, type Operation, type Parameter } from '@slipway/openapi';
import type { Finding } from './conflict.ts';
import { exampleSchema, schemaNode } from './reader.ts';
import type { Route } from './route.ts';
import { found } from './wording.ts';

const SEPARATORS: Readonly<Record<string, RegExp>> = { spaceDelimited: /[ ]/, pipeDelimited: /\|/, tabDelimited: /\t/ };

/** What a text may stand for: parameters are written as text, whatever type they have. */
export function readings(text: string): readonly unknown[] {
  const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? [Number(text)] : [];
  const word = text === 'true' ? [true] : text === 'false' ? [false] : [];
  return [...number, ...word, text];
}

/** The values that a parameter's texts may stand for: as a list, and alone as what they look like. */
function candidates(texts: readonly string[], { style }: Parameter): readonly unknown[] {
  const [first = ''] = texts;
  const parts = texts.length > 1 ? texts : first.split(SEPARATORS[style] ?? /,/);
  const numbers = parts.map((part) => readings(part)[0]);
  return [...(texts.length === 1 ? readings(first) : []), numbers, [...parts]];
}

function valueFindings(
  parameter: Parameter,
  texts: readonly string[],
  spot: Finding['spot'],
  place: readonly string[],
  request: Inclusion,
): readonly Finding[] {
  // A parameter that is an object, or a document of its own, is written in more ways than are told apart here.
  if (parameter.schema === undefined || parameter.style === 'deepObject') return [];
  const schema = [parameter.schema];
  const tried: ReturnType<Inclusion['reasons']>[] = [];
  for (const value of candidates(texts, parameter)) {
    const reasons = request.reasons([schemaNode(exampleSchema(value))], schema);
    if (reasons.length === 0) return [];
    tried.push(reasons);
  }
  return found(tried[0] ?? [], spot, 'contract-parameter-refused', () => place).slice(0, 1);
}

/** What is wrong with the parameters of a contract's request. */
export function parameterFindings(
  { request }: Interaction,
  { operation, parameters }: Route,
  inclusion: Inclusion,
): readonly Finding[] {
  const query = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(request.query)) query.set(name, [...(query.get(name) ?? []), value]);
  const name = nameOf(operation);
  const sent = (parameter: Parameter): readonly string[] | undefined => {
    if (parameter.in === 'path') return [parameters.get(parameter.name) ?? ''];
    if (parameter.in === 'query') return query.get(parameter.name) ?? query.get(`${parameter.name}[]`);
    const header = request.headers[parameter.name];
    return parameter.in === 'header' && header !== undefined ? [header] : undefined;
  };
  const known = operation.parameters.flatMap((parameter): readonly Finding[] => {
    const spot: Finding['spot'] = { operation: name, side: 'request', part: `${parameter.in} ${parameter.name}`, path: [] };
    const place =
      parameter.in === 'path' ? ['path'] : parameter.in === 'query' ? ['query', parameter.name] : ['headers', parameter.name];
    const texts = sent(parameter);
    // Credentials are no one's business here, and must not be shown.
    if (IMPLIED.has(parameter.name) || parameter.in === 'cookie') return [];
    if (texts !== undefined) return valueFindings(parameter, texts, spot, place, inclusion);
    if (!parameter.required) return [];
    return [
      {
        rule: 'contract-parameter-missing',
        spot,
        words: 'is required, and is not sent',
        place: place.slice(0, 1),
        at: parameter.at,
      },
    ];
  });
  return [...known, ...unknownQuery(operation, query)];
}

/** Headers that a description must not list as parameters; where one does, a client writes them by itself. */
const IMPLIED = new Set(['accept', 'content-type', 'authorization']);

function unknownQuery(operation: Operation, query: ReadonlyMap<string, readonly string[]>): readonly Finding[] {
  // An object or a whole query string may be spread over names that the description does not list.
  const spread = operation.parameters.some(
    ({ in: place, style }) => place === 'querystring' || (place === 'query' && style === 'deepObject'),
  );
  const names = operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  const keys = [...operation.security].flatMap(({ schemes }) => [...schemes.keys()]);
  if (spread || keys.length > 0) return [];
  return [...query.keys()].flatMap((key) =>
    names.includes(key) || names.includes(key.replace(/\[\]$/, ''))
      ? []
      : [
          {
            rule: 'contract-parameter-unknown',
            spot: { operation: nameOf(operation), side: 'request' as const, part: `query ${key}` as const, path: [] },
            words: 'is sent, and the provider does not know it',
            place: ['query', key],
            at: operation.at,
          },
        ],
  );
}
