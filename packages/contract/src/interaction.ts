import type { SourceDocument } from '@slipway/config';
import type { Location } from '@slipway/failure';
import { type Generator, generatorsOf } from './generator.ts';
import { categories } from './matching-rules.ts';
import { writeExactJson } from './exact-json.ts';
import { contentOf } from './json-text.ts';
import type { Rules } from './rules.ts';
import { isTree, items, type Tree, tree } from './tree.ts';

/** One example of a contract: a request, and what the answer must be. */
export interface Interaction {
  readonly description: string;
  readonly states: readonly { readonly name: string; readonly params: Readonly<Record<string, unknown>> }[];
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    /** The body, where the contract holds bytes. */
    readonly bytes?: Uint8Array;
    /** The type of the body, where the contract states one beside the headers. */
    readonly contentType?: string;
    /** What is made anew each time before the request is sent. */
    readonly generators: readonly Generator[];
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** JSON or text; null when there must be none. */
    readonly body?: unknown;
    /** The same body with its numbers as they are written. */
    readonly exact?: unknown;
    /** The body, where the contract holds bytes. */
    readonly bytes?: Uint8Array;
    /** The type of the body, where the contract states one beside the headers. */
    readonly contentType?: string;
    readonly rules: { readonly body: Rules; readonly header: Rules; readonly status: Rules };
  };
  /** The provider's team has not agreed to it yet: when it is broken that is told, and stops nothing. */
  readonly pending: boolean;
  /** Where the interaction stands in the contract's file. */
  readonly location: Location;
  /** Where a part of the expected answer stands, by its path from the answer's root. */
  locate(path: readonly string[]): Location;
  /** Where a part of the request stands, by its path from the request's root. */
  locateRequest(path: readonly string[]): Location;
}

const texts = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tree(value)).map(([name, text]) => [name.toLowerCase(), [text].flat().join(', ')]));

function queryOf(query: unknown): string {
  if (typeof query === 'string') return query;
  const pairs = Object.entries(tree(query)).flatMap(([name, values]) => [values].flat().map((value) => [name, String(value)]));
  return new URLSearchParams(pairs as [string, string][]).toString();
}

/** Version 4 wraps a body in its content and type; earlier versions hold it bare. */
const isWrapped = ({ body }: Tree): boolean => isTree(body) && 'content' in body && 'contentType' in body;

interface Held {
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly contentType?: string;
}

function bodyOf(part: Tree, form: 'plain' | 'exact' = 'plain'): Held {
  const body = part['body'];
  if (!isTree(body) || !isWrapped(part)) return body === undefined ? {} : { body };
  const { content, encoded } = body;
  const contentType = String(body['contentType']);
  if (encoded !== 'base64' && encoded !== true) return { body: contentOf(body, form), contentType };
  const bytes = Buffer.from(String(content), 'base64');
  return { body: bytes.toString('utf8'), bytes, contentType };
}

/** The provider states of an interaction, as any version writes them. */
export function statesOf(interaction: Tree): Interaction['states'] {
  const old = interaction['providerState'] ?? interaction['provider_state'];
  const listed = items(interaction['providerStates']).map(tree);
  const named = typeof old === 'string' ? [{ name: old }] : listed;
  return named.map((state) => ({ name: String(tree(state)['name']), params: tree(tree(state)['params']) }));
}

function requestOf(request: Tree, exact: Tree): Interaction['request'] {
  const { body, ...held } = bodyOf(request);
  const { body: exactBody } = bodyOf(exact, 'exact');
  return {
    method: String(request['method'] ?? 'GET').toUpperCase(),
    path: String(request['path'] ?? '/'),
    query: queryOf(request['query']),
    headers: texts(request['headers']),
    generators: generatorsOf(request['generators']),
    ...(body !== undefined && body !== null && { body: typeof body === 'string' ? body : writeExactJson(exactBody) }),
    ...held,
  };
}

function responseOf(response: Tree, exact: Tree): Interaction['response'] {
  const held = bodyOf(response);
  return {
    status: Number(response['status'] ?? 200),
    headers: texts(response['headers']),
    rules: categories(response),
    ...held,
    ...(held.body !== undefined && { exact: bodyOf(exact, 'exact').body }),
  };
}

/** Reads an interaction over HTTP; `exact` is the same one with its numbers as they are written. */
export function interactionOf(raw: Tree, exact: Tree, index: number, source: SourceDocument): Interaction {
  const locateIn =
    (part: 'request' | 'response') =>
    ([first = '', ...rest]: readonly string[]): Location => {
      const at = ['interactions', index, part];
      const inside = isWrapped(tree(raw[part])) ? ['content'] : [];
      return source.locateKey(first === 'body' ? [...at, 'body', ...inside, ...rest] : [...at, first, ...rest]);
    };
  return {
    description: String(raw['description'] ?? `interaction ${index + 1}`),
    states: statesOf(raw),
    pending: raw['pending'] === true,
    request: requestOf(tree(raw['request']), tree(exact['request'])),
    response: responseOf(tree(raw['response']), tree(exact['response'])),
    location: source.locate(['interactions', index]),
    locate: locateIn('response'),
    locateRequest: locateIn('request'),
  };
}
