/** One variant of an array's content: which item of the example it is, and the rules for items like it. */
export interface Variant {
  readonly index: number;
  readonly rules: Rules;
}

/** One matching rule, as Pact names them. */
export type Matcher =
  | { readonly match: 'type'; readonly min?: number; readonly max?: number }
  | { readonly match: 'regex'; readonly regex: string }
  | { readonly match: 'include'; readonly value: string }
  | { readonly match: 'statusCode'; readonly status: string | readonly number[] }
  | { readonly match: 'contentType'; readonly value: string }
  | { readonly match: 'date' | 'time' | 'datetime'; readonly format: string }
  | { readonly match: 'arrayContains'; readonly variants: readonly Variant[] }
  | { readonly match: 'eachKey' | 'eachValue'; readonly matchers: readonly Matcher[] }
  | {
      readonly match: 'equality' | 'integer' | 'decimal' | 'number' | 'boolean' | 'null' | 'notEmpty' | 'semver' | 'values';
    };

/** Matchers that must all hold (AND) or of which one must (OR), at one path expression. */
export interface Rule {
  readonly tokens: readonly string[];
  readonly combine: 'AND' | 'OR';
  readonly matchers: readonly Matcher[];
}

/** The rules of one category, such as a response's body. */
export type Rules = readonly Rule[];

/** Names that `Matcher` knows; a contract that uses another cannot be judged, and says so. */
export const MATCHERS = [
  'type',
  'regex',
  'include',
  'statusCode',
  'equality',
  'integer',
  'decimal',
  'number',
  'boolean',
  'null',
  'notEmpty',
  'semver',
  'date',
  'time',
  'datetime',
  'timestamp',
  'contentType',
  'values',
  'arrayContains',
  'eachKey',
  'eachValue',
];

/** The answers' statuses that a name of the `statusCode` matcher stands for. */
export const STATUS_CLASSES: Readonly<Record<string, readonly [number, number]>> = {
  info: [100, 199],
  success: [200, 299],
  redirect: [300, 399],
  clientError: [400, 499],
  serverError: [500, 599],
  nonError: [100, 399],
  error: [400, 599],
};

const STEP = /\.([^.[\]]+)|\[(\d+|\*)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/g;

/** Whether `parsePath` understands all of an expression: a filter that is left out would judge something else. */
export function isWholePath(expression: string): boolean {
  return expression.replace(/^\$/, '').replaceAll(STEP, '') === '';
}

/**
 * Splits a path expression (`$.items[*].name`, `$['card token']`) into steps, without the root.
 *
 * The grammar is Pact's own subset of JSONPath: names, indices and the wildcard.
 */
export function parsePath(expression: string): readonly string[] {
  return [...expression.replace(/^\$/, '').matchAll(STEP)].map(
    ([, name, index, single, double]) => name ?? index ?? single ?? double ?? '',
  );
}

/** How well an expression names a path: 2 for a step by name, 1 for a wildcard, multiplied; 0 when it does not. */
function weight(tokens: readonly string[], path: readonly string[]): number {
  if (tokens.length > path.length) return 0;
  return tokens.reduce((product, token, index) => product * (token === path[index] ? 2 : token === '*' ? 1 : 0), 1);
}

const CASCADES = new Set(['type', 'equality', 'notEmpty']);

/**
 * The rule that holds at a path: the one of greatest weight, the longer expression on a tie.
 *
 * A rule on a parent holds for its children too when it is about type, filling or equality; a minimum or maximum stays
 * behind.
 */
export function ruleAt(rules: Rules, path: readonly string[]): Rule | undefined {
  const candidates = rules
    .map((rule) => ({ rule, score: weight(rule.tokens, path), exact: rule.tokens.length === path.length }))
    .filter(({ score, exact, rule }) => score > 0 && (exact || rule.matchers.every(({ match }) => CASCADES.has(match))))
    .sort((a, b) => b.score - a.score || b.rule.tokens.length - a.rule.tokens.length);
  const [best] = candidates;
  if (best === undefined || best.exact) return best?.rule;
  return {
    ...best.rule,
    matchers: best.rule.matchers.map((matcher) => (matcher.match === 'type' ? { match: 'type' } : matcher)),
  };
}
