import { type Answer, type Mismatch, shown, textOf } from './answer.ts';
import { select } from './json-path.ts';
import { schemaJudge } from './json-schema.ts';
import { find } from './pattern.ts';
import type { Expectation, PathRule } from './suite.ts';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Path = readonly (string | number)[];

/** What of an expected value is not in the actual one; objects may have more keys. */
function missing(expected: unknown, actual: unknown, at: Path): readonly Mismatch[] {
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([key, value]) => missing(value, own(actual, key), [...at, key]));
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((value, index) => missing(value, actual[index], [...at, index]));
  }
  if (expected === actual) return [];
  return [{ at, message: `expected ${at.slice(1).join('.')} to be ${shown(expected)}, got ${shown(actual)}` }];
}

const own = (value: Record<string, unknown>, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

/** Whether two values of JSON are the same; the order of keys is no difference. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => same(each, b[index]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

function typeFits(type: NonNullable<PathRule['type']>, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  const actual: string = typeof value;
  return actual === type;
}

function valueClauses(rule: PathRule, value: unknown): readonly (readonly [string, string])[] {
  const clauses: (readonly [string, string])[] = [];
  if (rule.equals !== undefined && !same(rule.equals, value)) clauses.push(['equals', `to be ${shown(rule.equals)}`]);
  if (rule.type !== undefined && !typeFits(rule.type, value)) clauses.push(['type', `to be of type ${rule.type}`]);
  const fits = rule.matches === undefined || (typeof value === 'string' && find(rule.matches, value) !== undefined);
  if (!fits) clauses.push(['matches', `to match ${shown(rule.matches)}`]);
  return clauses;
}

function ruleMismatches(path: string, rule: PathRule, body: unknown): readonly Mismatch[] {
  const at = ['expect', 'paths', path];
  const values = select(path, body);
  if (rule.exists === false) {
    if (values.length === 0) return [];
    return [{ at: [...at, 'exists'], message: `expected ${path} to select nothing, got ${shown(values[0])}` }];
  }
  if (rule.count !== undefined && values.length !== rule.count)
    return [{ at: [...at, 'count'], message: `expected ${path} to select ${rule.count} values, got ${values.length}` }];
  if (values.length === 0 && rule.count !== 0) return [{ at, message: `expected ${path} to exist, and it selects nothing` }];
  return values.flatMap((value) =>
    valueClauses(rule, value).map(([key, clause]) => {
      return { at: [...at, key], message: `expected ${path} ${clause}, got ${shown(value)}` };
    }),
  );
}

function schemaMismatches(schema: NonNullable<Expectation['schema']>, body: unknown): readonly Mismatch[] {
  const wrong = schemaJudge(schema)(body);
  if (wrong.length === 0) return [];
  const more = wrong.length > 5 ? `; and ${wrong.length - 5} more` : '';
  const message = `expected the body to be as its schema says: ${wrong.slice(0, 5).join('; ')}${more}`;
  return [{ at: ['expect', 'schema'], message }];
}

/** Every expectation of a JSON body that an answer does not meet. */
export function jsonMismatches(expect: Expectation, answer: Answer): readonly Mismatch[] {
  const asked = (['json', 'paths', 'schema'] as const).find((key) => expect[key] !== undefined);
  if (asked === undefined) return [];
  const parsed = parsedJson(textOf(answer));
  if (parsed === undefined) return [{ at: ['expect', asked], message: `expected a JSON body, got ${shown(textOf(answer))}` }];
  const { body } = parsed;
  return [
    ...(expect.json === undefined ? [] : missing(expect.json, body, ['expect', 'json'])),
    ...Object.entries(expect.paths ?? {}).flatMap(([path, rule]) => ruleMismatches(path, rule, body)),
    ...(expect.schema === undefined ? [] : schemaMismatches(expect.schema, body)),
  ];
}

function parsedJson(text: string): { readonly body: unknown } | undefined {
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
