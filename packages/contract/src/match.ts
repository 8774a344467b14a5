import { compilePattern } from './pattern.ts';
import { type Matcher, type Rules, ruleAt } from './rules.ts';

/** One thing in an answer that is not as the contract says. */
export interface Mismatch {
  /** Steps from the answer's root, such as `["body", "transaction_id"]`. */
  readonly path: readonly string[];
  readonly message: string;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeOf(value) === 'object';
}

function equal(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, index) => equal(value, b[index]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && equal(a[key], b[key]));
}

function typeProblem(matcher: { min?: number; max?: number }, expected: unknown, actual: unknown): string | undefined {
  if (typeOf(actual) !== typeOf(expected)) return `must be of type ${typeOf(expected)}, and is ${shown(actual)}`;
  if (!Array.isArray(actual)) return undefined;
  if (matcher.min !== undefined && actual.length < matcher.min)
    return `must hold at least ${matcher.min} items, and holds ${actual.length}`;
  if (matcher.max !== undefined && actual.length > matcher.max)
    return `must hold at most ${matcher.max} items, and holds ${actual.length}`;
  return undefined;
}

/** What is wrong with a value by one matcher; undefined when it is right. */
export function matcherProblem(matcher: Matcher, expected: unknown, actual: unknown): string | undefined {
  const unless = (right: boolean, what: string): string | undefined =>
    right ? undefined : `must be ${what}, and is ${shown(actual)}`;
  switch (matcher.match) {
    case 'type':
      return typeProblem(matcher, expected, actual);
    case 'regex':
      return unless(
        compilePattern(matcher.regex).test(typeof actual === 'string' ? actual : JSON.stringify(actual)),
        `like ${matcher.regex}`,
      );
    case 'include':
      return unless(String(actual).includes(matcher.value), `a text with ${shown(matcher.value)} in it`);
    case 'integer':
      return unless(Number.isInteger(actual), 'a whole number');
    case 'decimal':
    case 'number':
      return unless(typeof actual === 'number', 'a number');
    case 'boolean':
      // The specification counts the texts "true" and "false" as booleans, too.
      return unless(['true', 'false'].includes(String(actual)), 'true or false');
    case 'null':
      return unless(actual === null, 'null');
    case 'notEmpty':
      return unless(actual !== null && actual !== '' && !equal(actual, []) && !equal(actual, {}), 'filled');
    case 'equality':
      return unless(equal(expected, actual), shown(expected));
    case 'statusCode':
      return undefined;
  }
}

function ruleProblems(rules: Rules, path: readonly string[], expected: unknown, actual: unknown): readonly string[] | undefined {
  const rule = ruleAt(rules, path);
  if (rule === undefined) return undefined;
  const problems = rule.matchers.map((matcher) => matcherProblem(matcher, expected, actual));
  const found = problems.filter((problem) => problem !== undefined);
  return rule.combine === 'OR' && found.length < problems.length ? [] : found;
}

function objectMismatches(
  rules: Rules,
  path: readonly string[],
  expected: Record<string, unknown>,
  actual: unknown,
): readonly Mismatch[] {
  if (!isRecord(actual)) return [{ path, message: `must be an object, and is ${shown(actual)}` }];
  return Object.entries(expected).flatMap(([key, value]) =>
    key in actual ? matchValue(rules, [...path, key], value, actual[key]) : [{ path: [...path, key], message: 'is missing' }],
  );
}

function arrayMismatches(
  rules: Rules,
  path: readonly string[],
  expected: readonly unknown[],
  actual: unknown,
): readonly Mismatch[] {
  if (!Array.isArray(actual)) return [{ path, message: `must be an array, and is ${shown(actual)}` }];
  const byType = ruleAt(rules, path)?.matchers.some(({ match }) => match === 'type') ?? false;
  if (!byType && actual.length !== expected.length) {
    return [{ path, message: `must hold ${expected.length} items, and holds ${actual.length}` }];
  }
  // With a type rule the example's items stand for any number of items: its first one for all that it does not hold.
  return actual.flatMap((item, index) =>
    matchValue(rules, [...path, String(index)], index < expected.length ? expected[index] : expected[0], item),
  );
}

function matchValue(rules: Rules, path: readonly string[], expected: unknown, actual: unknown): readonly Mismatch[] {
  const problems = ruleProblems(rules, path, expected, actual);
  if (problems !== undefined && problems.length > 0) return problems.map((message) => ({ path, message }));
  const settled = ruleAt(rules, path)?.matchers.every(({ match }) => !['type', 'notEmpty'].includes(match)) ?? false;
  if (settled) return [];
  if (Array.isArray(expected))
    return expected.length === 0 && problems !== undefined ? [] : arrayMismatches(rules, path, expected, actual);
  if (isRecord(expected)) return objectMismatches(rules, path, expected, actual);
  return problems !== undefined || equal(expected, actual)
    ? []
    : [{ path, message: `must be ${shown(expected)}, and is ${shown(actual)}` }];
}

/**
 * Matches an answer's JSON body with a contract's example under its rules.
 *
 * Postel's law, as in Pact: the answer may hold more than the example; what the example holds must be there.
 */
export function matchBody(rules: Rules, expected: unknown, actual: unknown): readonly Mismatch[] {
  return matchValue(rules, [], expected, actual);
}
