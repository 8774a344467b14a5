import { type Matcher, ruleAt, type Rules } from '@slipway/contract';
import type { Node } from '@slipway/openapi';
import { literal } from './literal.ts';

type Schema = { readonly [key: string]: unknown };

const DOCUMENTS: Node['documents'] = { version: '3.1', files: new Map() };

/** A schema of our own making, in the terms of JSON Schema as OpenAPI 3.1 has it. It stands in no file. */
export function schemaNode(value: unknown): Node {
  return { documents: DOCUMENTS, file: '', value };
}

const made = new Map<string, Schema>();

/** JSON has no word for a number that is too large for it, and would write null. */
const keyOf = (schema: Schema): string =>
  JSON.stringify(schema, (_, each: unknown) => (each === Infinity || each === -Infinity ? { number: String(each) } : each));

/** Schemas that say the same are one and the same, so that what is found of a pair is known of all pairs like it. */
function unique(schema: Schema): Schema {
  const key = keyOf(schema);
  const known = made.get(key) ?? schema;
  made.set(key, known);
  return known;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function example(value: unknown): Schema {
  if (Array.isArray(value)) {
    return { type: 'array', minItems: value.length, maxItems: value.length, prefixItems: value.map(example), items: false };
  }
  if (typeof value !== 'object' || value === null) return unique({ const: value });
  const properties = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, example(each)]));
  return { type: 'object', properties, required: Object.keys(value), additionalProperties: false };
}

/** The schema that only this value meets, objects with just these properties; the same one for the same value. */
export const exampleSchema = (value: unknown): Schema => unique(example(value));

/** What one matcher accepts by itself; undefined for one whose values no schema can tell. */
function accepted(matcher: Matcher, expected: unknown): Schema | undefined {
  switch (matcher.match) {
    case 'type':
      return {
        type: typeName(expected),
        ...(matcher.min !== undefined && { minItems: matcher.min }),
        ...(matcher.max !== undefined && { maxItems: matcher.max }),
      };
    case 'regex':
      return { type: typeName(expected), ...(typeof expected === 'string' && { pattern: `^(?:${matcher.regex})$` }) };
    case 'include':
      return { type: 'string', pattern: literal(matcher.value) };
    case 'integer':
      return { type: 'integer' };
    case 'decimal':
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'null':
      return { type: 'null' };
    case 'notEmpty':
      return { type: typeName(expected), minLength: 1, minItems: 1, minProperties: 1 };
    default:
      return undefined;
  }
}

/** What is below a value that is read: every property of the example, and any number of items like its first. */
function below(expected: unknown, rules: Rules, path: readonly string[]): Schema {
  if (Array.isArray(expected)) {
    const byType = ruleAt(rules, path)?.matchers.some(({ match }) => match === 'type') ?? false;
    const items = expected.map((each, index) => reader(each, rules, [...path, String(index)]));
    return { type: 'array', ...(byType ? { ...(items[0] !== undefined && { items: items[0] }) } : { prefixItems: items }) };
  }
  if (typeof expected !== 'object' || expected === null) return {};
  const properties = Object.entries(expected).map(([key, each]) => [key, reader(each, rules, [...path, key])] as const);
  return { type: 'object', properties: Object.fromEntries(properties), required: Object.keys(expected) };
}

function reader(expected: unknown, rules: Rules, path: readonly string[]): Schema {
  const rule = ruleAt(rules, path);
  const inner = below(expected, rules, path);
  const own = (rule?.matchers ?? []).flatMap((matcher) => accepted(matcher, expected) ?? []);
  if (own.length === 0) return inner;
  const whole =
    rule?.combine === 'OR' && own.length === rule.matchers.length ? { ...inner, anyOf: own } : { ...inner, allOf: own };
  return typeof expected === 'object' ? whole : unique(whole);
}

/**
 * What a consumer accepts of an answer, by its example and matching rules.
 *
 * Where no rule is about a value the contract wants the example's own. Which of its values a provider answers depends on
 * its state, so here it must only be there; whether the example can be answered at all is asked apart. What reads the same
 * gives the same schema.
 */
export const readerSchema = (expected: unknown, rules: Rules, path: readonly string[] = []): Schema =>
  unique(reader(expected, rules, path));
