import type { Mismatch } from './match.ts';
import { matcherProblem, readNumber } from './matcher.ts';
import { type Matcher, type Rules, ruleAt } from './rules.ts';
import { shown } from './value.ts';

function valuesOf(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}

/** A text is all that a form, a header or an XML element holds; matchers of numbers read it first. */
export function textValue({ match }: Matcher, text: string): unknown {
  return ['integer', 'decimal', 'number'].includes(match) ? (readNumber(text) ?? text) : text;
}

function fieldMismatches(
  rules: Rules,
  name: string,
  expected: readonly string[],
  actual: readonly string[],
): readonly Mismatch[] {
  const rule = ruleAt(rules, [name]) ?? ruleAt(rules, [name, '0']);
  const path = [name];
  if (rule === undefined) {
    const same = expected.length === actual.length && expected.every((value, index) => value === actual[index]);
    return same ? [] : [{ path, message: `must be ${shown(expected.join(', '))}, and is ${shown(actual.join(', '))}` }];
  }
  return actual.flatMap((value, index) =>
    rule.matchers.flatMap((matcher) => {
      const problem = matcherProblem(matcher, expected[index] ?? expected[0] ?? '', textValue(matcher, value));
      return problem === undefined ? [] : [{ path, message: problem }];
    }),
  );
}

/** Matches a form (`application/x-www-form-urlencoded`): the same fields, in any order, each with its values in theirs. */
export function matchForm(rules: Rules, expected: string, actual: string): readonly Mismatch[] {
  const [wanted, given] = [valuesOf(expected), valuesOf(actual)];
  const missing = [...wanted.keys()].filter((name) => !given.has(name)).map((name) => ({ path: [name], message: 'is missing' }));
  const added = [...given.keys()]
    .filter((name) => !wanted.has(name))
    .map((name) => ({ path: [name], message: 'is a field that the contract does not know' }));
  const found = [...wanted].flatMap(([name, values]) => {
    const actualValues = given.get(name);
    return actualValues === undefined ? [] : fieldMismatches(rules, name, values, actualValues);
  });
  return [...missing, ...added, ...found];
}
