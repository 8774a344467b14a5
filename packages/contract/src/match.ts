import { matcherProblem } from './matcher.ts';
import { type Matcher, type Rule, type Rules, ruleAt, type Variant } from './rules.ts';
import { equal, isRecord, shown, typeOf } from './value.ts';

/** One thing in an answer that is not as the contract says. */
export interface Mismatch {
  /** Steps from the answer's root, such as `["body", "transaction_id"]`. */
  readonly path: readonly string[];
  readonly message: string;
}

type Path = readonly string[];
type Record_ = Readonly<Record<string, unknown>>;

function objectMismatches(rules: Rules, path: Path, expected: Record_, actual: unknown): readonly Mismatch[] {
  if (!isRecord(actual)) return [{ path, message: `must be an object, and is ${shown(actual)}` }];
  return Object.entries(expected).flatMap(([key, value]) =>
    Object.hasOwn(actual, key)
      ? matchValue(rules, [...path, key], value, actual[key])
      : [{ path: [...path, key], message: 'is missing' }],
  );
}

/** Every item as the example's item at its place; what is beyond the example, as its first one. */
function itemMismatches(rules: Rules, path: Path, expected: readonly unknown[], actual: unknown): readonly Mismatch[] {
  if (!Array.isArray(actual)) return [{ path, message: `must be an array, and is ${shown(actual)}` }];
  if (expected.length === 0) return [];
  return actual.flatMap((item, index) =>
    matchValue(rules, [...path, String(index)], index < expected.length ? expected[index] : expected[0], item),
  );
}

/** The parts of a value, where a rule on the value leaves them to rules of their own. */
function partMismatches(rules: Rules, path: Path, expected: unknown, actual: unknown): readonly Mismatch[] {
  if (Array.isArray(expected)) return itemMismatches(rules, path, expected, actual);
  return isRecord(expected) ? objectMismatches(rules, path, expected, actual) : [];
}

/** Without any rule: objects hold at least what the example holds, arrays as many items, and all else is equal. */
function plainMismatches(rules: Rules, path: Path, expected: unknown, actual: unknown): readonly Mismatch[] {
  if (Array.isArray(expected) && Array.isArray(actual) && actual.length !== expected.length)
    return [{ path, message: `must hold ${expected.length} items, and holds ${actual.length}` }];
  if (Array.isArray(expected) || isRecord(expected)) return partMismatches(rules, path, expected, actual);
  return equal(expected, actual) ? [] : [{ path, message: `must be ${shown(expected)}, and is ${shown(actual)}` }];
}

/** Any key will do; each value is as the example's value under that key, or as its first one. */
function valuesMismatches(rules: Rules, path: Path, expected: unknown, actual: unknown): readonly Mismatch[] {
  if (Array.isArray(expected)) return itemMismatches(rules, path, expected, actual);
  if (!isRecord(expected) || !isRecord(actual)) return [{ path, message: `must be an object, and is ${shown(actual)}` }];
  const [first] = Object.values(expected);
  if (first === undefined) return [];
  return Object.entries(actual).flatMap(([key, value]) =>
    matchValue(rules, [...path, key], Object.hasOwn(expected, key) ? expected[key] : first, value),
  );
}

/** The matchers hold for every value: they are rules on all that is directly below. */
function eachValueMismatches(rules: Rules, path: Path, matchers: readonly Matcher[], expected: unknown, actual: unknown) {
  const below: Rule = { tokens: [...path, '*'], combine: 'AND', matchers };
  return valuesMismatches([...rules, below], path, expected, actual);
}

/** Each key is judged; of the values under keys that the example has too, only whether they can have parts at all. */
function eachKeyMismatches(path: Path, matchers: readonly Matcher[], expected: unknown, actual: unknown): readonly Mismatch[] {
  if (!isRecord(actual)) return [{ path, message: `must be an object, and is ${shown(actual)}` }];
  const examples = isRecord(expected) ? expected : {};
  const [example = ''] = Object.keys(examples);
  return Object.entries(actual).flatMap(([key, value]) => {
    const [wanted, given] = [typeOf(examples[key]), typeOf(value)];
    const apart =
      Object.hasOwn(examples, key) && wanted !== given && [wanted, given].some((type) => /^(object|array)$/.test(type));
    const problems = matchers.map((matcher) => matcherProblem(matcher, example, key)).filter((problem) => problem !== undefined);
    return [
      ...problems.map((problem) => ({ path: [...path, key], message: `is a key that ${problem}` })),
      ...(apart ? [{ path: [...path, key], message: `must be of type ${wanted}, and is ${shown(value)}` }] : []),
    ];
  });
}

/** Somewhere in the array there must be an item like each variant; of one that is nowhere, the nearest miss is told. */
function variantMismatches(path: Path, variants: readonly Variant[], expected: unknown, actual: unknown): readonly Mismatch[] {
  if (!Array.isArray(actual)) return [{ path, message: `must be an array, and is ${shown(actual)}` }];
  return variants.flatMap(({ index, rules }) => {
    const example = Array.isArray(expected) ? (expected[index] as unknown) : undefined;
    const misses = actual.map((item) => matchValue(rules, [], example, item));
    if (misses.some((miss) => miss.length === 0)) return [];
    const [nearest] = misses.toSorted((a, b) => a.length - b.length);
    const why = nearest?.map((miss) => `${miss.path.join('.') || 'it'} ${miss.message}`).join(', ');
    const message = `must hold an item like ${shown(example)}, and ${why === undefined ? 'is empty' : `of the nearest ${why}`}`;
    return [{ path: [...path, String(index)], message }];
  });
}

function matcherMismatches(matcher: Matcher, rules: Rules, path: Path, expected: unknown, actual: unknown): readonly Mismatch[] {
  switch (matcher.match) {
    case 'values':
      return valuesMismatches(rules, path, expected, actual);
    case 'eachValue':
      return eachValueMismatches(rules, path, matcher.matchers, expected, actual);
    case 'eachKey':
      return eachKeyMismatches(path, matcher.matchers, expected, actual);
    case 'arrayContains':
      return variantMismatches(path, matcher.variants, expected, actual);
    default: {
      const problem = matcherProblem(matcher, expected, actual);
      if (problem !== undefined) return [{ path, message: problem }];
      return matcher.match === 'type' || matcher.match === 'notEmpty' ? partMismatches(rules, path, expected, actual) : [];
    }
  }
}

function matchValue(rules: Rules, path: Path, expected: unknown, actual: unknown): readonly Mismatch[] {
  const rule = ruleAt(rules, path);
  if (rule === undefined) return plainMismatches(rules, path, expected, actual);
  const found = rule.matchers.map((matcher) => matcherMismatches(matcher, rules, path, expected, actual));
  if (rule.combine === 'OR' && found.some((each) => each.length === 0)) return [];
  return found.flat();
}

/**
 * Matches an answer's JSON body with a contract's example under its rules.
 *
 * Postel's law, as in Pact: the answer may hold more than the example; what the example holds must be there.
 *
 * @param expected the example; numbers as `ExactNumber`, or as JavaScript has them.
 * @param actual the value, with its numbers as `parseExactJson` reads them.
 */
export function matchBody(rules: Rules, expected: unknown, actual: unknown): readonly Mismatch[] {
  return matchValue(rules, [], expected, actual);
}
