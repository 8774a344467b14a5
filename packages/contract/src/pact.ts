import { parseSource, type SourceDocument } from '@slipway/config';
import { Failure, failWhen, type Location, type Problem } from '@slipway/failure';
import { contractProblems } from './problems.ts';
import { type Matcher, parsePath, type Rule, type Rules } from './rules.ts';
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
    /** The type of the body, where the contract states one beside the headers. */
    readonly contentType?: string;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** JSON or text; null when there must be none. */
    readonly body?: unknown;
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

/** What one consumer needs of one provider. */
export interface Contract {
  readonly file: string;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly Interaction[];
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

function bodyOf(part: Tree): unknown {
  const body = part['body'];
  if (!isTree(body) || !isWrapped(part)) return body;
  const { content, encoded } = body;
  return encoded === 'base64' || encoded === true ? Buffer.from(String(content), 'base64').toString('utf8') : content;
}

function rulesOf(category: unknown): Rules {
  const tree_ = tree(category);
  // Headers and status hold their matchers without a path in between; version 3 writes the status so, too.
  const entries = 'matchers' in tree_ ? [['$', tree_] as const] : Object.entries(tree_);
  return entries.map(([expression, value]) => {
    const rule = tree(value);
    const matchers = ('matchers' in rule ? items(rule['matchers']) : [rule]) as readonly Tree[];
    const named = matchers.map((matcher) => normalise(matcher));
    return {
      tokens: expression.startsWith('$') ? parsePath(expression) : [expression.toLowerCase()],
      combine: rule['combine'] === 'OR' ? 'OR' : 'AND',
      matchers: named,
    } satisfies Rule;
  });
}

/** Version 2 names a matcher by its parameters (`{"min": 2}`, `{"regex": "…"}`) where later ones say `match`. */
function normalise(matcher: Tree): Matcher {
  const match = matcher['match'] ?? ('regex' in matcher ? 'regex' : 'type');
  return { ...matcher, match } as Matcher;
}

/** Version 2 has one flat list (`$.body.id`, `$.headers.Location`); later versions have one list a category. */
function categories(response: Tree): { body: Rules; header: Rules; status: Rules } {
  const all = tree(response['matchingRules']);
  const flat = Object.keys(all).some((key) => key.startsWith('$'));
  if (!flat)
    return { body: rulesOf(all['body']), header: rulesOf(all['header'] ?? all['headers']), status: rulesOf(all['status']) };
  const under = (name: string): Rules =>
    rulesOf(all).flatMap((rule) =>
      rule.tokens[0] === name
        ? [{ ...rule, tokens: rule.tokens.slice(1).map((token) => (name === 'headers' ? token.toLowerCase() : token)) }]
        : [],
    );
  return { body: under('body'), header: under('headers'), status: [] };
}

function statesOf(interaction: Tree): Interaction['states'] {
  const old = interaction['providerState'] ?? interaction['provider_state'];
  const listed = items(interaction['providerStates']).map(tree);
  const named = typeof old === 'string' ? [{ name: old }] : listed;
  return named.map((state) => ({ name: String(tree(state)['name']), params: tree(tree(state)['params']) }));
}

function interactionOf(raw: Tree, index: number, source: SourceDocument): Interaction {
  const [request, response] = [tree(raw['request']), tree(raw['response'])];
  const [requestBody, responseBody] = [bodyOf(request), bodyOf(response)];
  const locateIn =
    (part: 'request' | 'response', raw_: Tree) =>
    ([first = '', ...rest]: readonly string[]): Location => {
      const at = ['interactions', index, part];
      return source.locateKey(
        first === 'body' ? [...at, 'body', ...(isWrapped(raw_) ? ['content'] : []), ...rest] : [...at, first, ...rest],
      );
    };
  return {
    description: String(raw['description'] ?? `interaction ${index + 1}`),
    states: statesOf(raw),
    pending: raw['pending'] === true,
    request: {
      method: String(request['method'] ?? 'GET').toUpperCase(),
      path: String(request['path'] ?? '/'),
      query: queryOf(request['query']),
      headers: texts(request['headers']),
      ...(requestBody !== undefined &&
        requestBody !== null && { body: typeof requestBody === 'string' ? requestBody : JSON.stringify(requestBody) }),
      ...(isWrapped(request) && { contentType: String(tree(request['body'])['contentType']) }),
    },
    response: {
      status: Number(response['status'] ?? 200),
      headers: texts(response['headers']),
      rules: categories(response),
      ...(responseBody !== undefined && { body: responseBody }),
      ...(isWrapped(response) && { contentType: String(tree(response['body'])['contentType']) }),
    },
    location: source.locate(['interactions', index]),
    locate: locateIn('response', response),
    locateRequest: locateIn('request', request),
  };
}

function notJson(problems: Problem | readonly Problem[], cause: unknown): Failure {
  const remedy = 'Have the consumer write it anew; it may have been cut off.';
  return new Failure(
    [problems].flat().map((problem) => ({ ...problem, code: 'CONTRACT_SYNTAX', remedy })),
    { cause },
  );
}

/** A pact is JSON; the YAML reader is asked for its knowledge of lines, and reads what no other tool would. */
function parseContract(file: string, text: string): SourceDocument {
  let source: SourceDocument;
  try {
    source = parseSource(file, text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problems = error.problems.map((problem) => ({ ...problem, message: problem.message.replace('YAML', 'JSON') }));
    throw notJson(problems, error);
  }
  try {
    JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const [, line, column] = /line (\d+) column (\d+)/.exec(reason) ?? [];
    const location = { file, ...(line !== undefined && { line: Number(line), column: Number(column) }) };
    throw notJson({ code: '', message: `This is not valid JSON: ${reason}.`, location }, error);
  }
  return source;
}

/**
 * Parses a pact of version 2, 3 or 4.
 *
 * @throws Failure with every problem on its line: what is not a pact, holds nothing, or could not be judged. None of
 * these is ever taken for an empty contract that passes.
 */
export function parsePact(file: string, text: string): Contract {
  const source = parseContract(file, text);
  failWhen(contractProblems(source));
  const root = tree(source.value);
  const interactions = items(root['interactions']).map((raw, index) => interactionOf(tree(raw), index, source));
  const name = (side: string): string => String(tree(root[side])['name']);
  return { file, consumer: name('consumer'), provider: name('provider'), interactions };
}
