import { type Matcher, parsePath, type Rule, type Rules } from './rules.ts';
import { DEFAULT_FORMATS } from './temporal.ts';
import { items, type Tree, tree } from './tree.ts';

const matchersIn = (value: unknown): readonly Matcher[] => items(value).map((each) => normalise(tree(each)));

/** The rules of one category, as versions 3 and 4 write them. */
export function rulesOf(category: unknown): Rules {
  const tree_ = tree(category);
  // Headers and status hold their matchers without a path in between; version 3 writes the status so, too.
  const entries = 'matchers' in tree_ ? [['$', tree_] as const] : Object.entries(tree_);
  return entries.map(([expression, value]) => {
    const rule = tree(value);
    return {
      tokens: expression.startsWith('$') ? parsePath(expression) : [expression.toLowerCase()],
      combine: rule['combine'] === 'OR' ? 'OR' : 'AND',
      matchers: 'matchers' in rule ? matchersIn(rule['matchers']) : [normalise(rule)],
    } satisfies Rule;
  });
}

const TEMPORAL = { date: 'date', time: 'time', datetime: 'datetime', timestamp: 'datetime' } as const;

/** Version 2 names a matcher by its parameters (`{"min": 2}`, `{"regex": "…"}`) where later ones say `match`. */
function normalise(matcher: Tree): Matcher {
  const match = String(matcher['match'] ?? ('regex' in matcher ? 'regex' : 'type'));
  if (Object.hasOwn(TEMPORAL, match)) {
    const kind = TEMPORAL[match as keyof typeof TEMPORAL];
    return { match: kind, format: String(matcher['format'] ?? matcher[match] ?? DEFAULT_FORMATS[kind]) };
  }
  if (match === 'eachKey' || match === 'eachValue') return { match, matchers: matchersIn(matcher['rules']) };
  if (match === 'arrayContains') {
    const variants = items(matcher['variants']).map(tree);
    return { match, variants: variants.map(({ index, rules }) => ({ index: Number(index ?? 0), rules: rulesOf(rules) })) };
  }
  return { ...matcher, match } as Matcher;
}

/** Version 2 has one flat list (`$.body.id`, `$.headers.Location`); later versions have one list a category. */
export function categories(response: Tree): { body: Rules; header: Rules; status: Rules } {
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
