import { type Matcher, type Rule, ruleAt, type Rules } from '@slipway/contract';
import type { Node } from '@slipway/openapi';
import { patternOf } from './reader-pattern.ts';

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

/** The same text for equal values, whatever the order of their properties. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

function example(value: unknown): Schema {
  if (Array.isArray(value)) {
    const uniqueItems = new Set(value.map(canonical)).size === value.length;
    const size = { minItems: value.length, maxItems: value.length };
    return { type: 'array', ...size, uniqueItems, prefixItems: value.map(example), items: false };
  }
  if (typeof value !== 'object' || value === null) return unique({ const: value });
  const properties = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, example(each)]));
  const required = Object.keys(value);
  const size = { minProperties: required.length, maxProperties: required.length };
  return { type: 'object', ...size, properties, required, additionalProperties: false };
}

/** The schema that only this value meets, objects with just these properties; the same one for the same value. */
export const exampleSchema = (value: unknown): Schema => unique(example(value));

/** Which of its values a provider answers depends on its state, so each must only be there, and its parts be as they are read. */
function partsSchema(expected: unknown, rules: Rules, path: readonly string[]): Schema {
  if (Array.isArray(expected)) {
    const prefixItems = expected.map((each, index) => read(each, rules, [...path, String(index)]));
    return { type: 'array', prefixItems };
  }
  if (typeof expected !== 'object' || expected === null) return {};
  const properties = Object.entries(expected).map(([key, each]) => [key, read(each, rules, [...path, key])] as const);
  return { type: 'object', properties: Object.fromEntries(properties), required: Object.keys(expected) };
}

/** What is below a value whose type is judged: items beyond the example are read as its first one. */
function typedParts(expected: unknown, rules: Rules, path: readonly string[]): Schema {
  const parts = partsSchema(expected, rules, path);
  if (!Array.isArray(expected)) return parts;
  const items = expected.map((each, index) => read(each, rules, [...path, String(index)]));
  const [first] = items;
  if (first === undefined) return { type: 'array' };
  const alike = items.every((each) => canonical(each) === canonical(first));
  return { type: 'array', items: first, ...(!alike && { prefixItems: items }) };
}

/** Any key will do; what stands under it is read as the example's value under that key, or as its first one. */
function valuesSchema(expected: unknown, rules: Rules, path: readonly string[]): Schema {
  if (Array.isArray(expected)) return typedParts(expected, rules, path);
  if (typeof expected !== 'object' || expected === null) return { type: 'object' };
  const readings = Object.entries(expected).map(([key, each]) => [key, read(each, rules, [...path, key])] as const);
  const [first] = readings;
  if (first === undefined) return { type: 'object' };
  const alike = readings.every(([, each]) => canonical(each) === canonical(first[1]));
  return { type: 'object', additionalProperties: first[1], ...(!alike && { properties: Object.fromEntries(readings) }) };
}

/** What a value that fits a pattern may be, beside text: the pattern is about how it is written. */
function patternSchema(matcher: Matcher, expected: unknown): Schema {
  const pattern = patternOf(matcher) ?? '';
  if (typeof expected === 'string') return { type: 'string', pattern };
  // No schema can tell how a number is written, so that is asked as what no one can tell.
  return { type: typeName(expected), not: { description: `written ${matcher.match}`, pattern } };
}

function notEmptySchema(expected: unknown, parts: Schema): Schema {
  if (Array.isArray(expected)) return { ...parts, minItems: 1 };
  if (typeof expected === 'object' && expected !== null)
    return { ...parts, ...('required' in parts ? {} : { minProperties: 1 }) };
  const any = ['string', 'number', 'boolean', 'object', 'array'];
  return { type: any, minLength: 1, minItems: 1, minProperties: 1 };
}

/** What one matcher accepts of a value and everything below it. */
function matcherSchema(matcher: Matcher, expected: unknown, rules: Rules, path: readonly string[]): Schema {
  switch (matcher.match) {
    case 'type': {
      const { min, max } = matcher;
      const size = { ...(min !== undefined && { minItems: min }), ...(max !== undefined && { maxItems: max }) };
      return { ...typedParts(expected, rules, path), type: typeName(expected), ...(Array.isArray(expected) && size) };
    }
    case 'notEmpty':
      return notEmptySchema(expected, typedParts(expected, rules, path));
    case 'integer':
      return { type: 'integer' };
    case 'decimal':
      return { type: 'number', not: { type: 'integer' } };
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { anyOf: [{ type: 'boolean' }, { enum: ['true', 'false'] }] };
    case 'null':
      return { type: 'null' };
    case 'values':
      return valuesSchema(expected, rules, path);
    case 'eachValue': {
      const below: Rule = { tokens: [...path, '*'], combine: 'AND', matchers: matcher.matchers };
      return valuesSchema(expected, [...rules, below], path);
    }
    case 'eachKey': {
      const [example = ''] = Object.keys(typeof expected === 'object' && expected !== null ? expected : {});
      const names = matcher.matchers.map((each) => matcherSchema(each, example, [], []));
      return { type: 'object', propertyNames: { allOf: names } };
    }
    case 'arrayContains': {
      const examples: readonly unknown[] = Array.isArray(expected) ? expected : [];
      const variants = matcher.variants.map(({ index, rules: own }) => ({ contains: read(examples[index], own, []) }));
      return { type: 'array', allOf: variants };
    }
    case 'regex':
    case 'include':
    case 'semver':
    case 'contentType':
    case 'datetime':
    case 'time':
      return patternSchema(matcher, expected);
    case 'date':
      // The one format that descriptions name, too, and mean the same by.
      return matcher.format === 'yyyy-MM-dd' ? { type: 'string', format: 'date' } : patternSchema(matcher, expected);
    case 'equality':
    case 'statusCode':
      return partsSchema(expected, rules, path);
  }
}

const leaf = (expected: unknown, schema: Schema): Schema => (typeof expected === 'object' ? schema : unique(schema));

function read(expected: unknown, rules: Rules, path: readonly string[]): Schema {
  const rule = ruleAt(rules, path);
  if (rule === undefined) return partsSchema(expected, rules, path);
  const own = rule.matchers.map((matcher) => leaf(expected, matcherSchema(matcher, expected, rules, path)));
  const [only] = own;
  if (only !== undefined && own.length === 1) return only;
  return rule.combine === 'OR' ? { anyOf: own } : { allOf: own };
}

/**
 * What a consumer accepts of an answer, by its example and matching rules.
 *
 * Where no rule is about a value, or its rule is equality, the contract wants the example's own. Which of its values a provider
 * answers depends on its state, so here it must only be there; whether the example can be answered at all is asked apart. What
 * reads the same gives the same schema.
 */
export const readerSchema = (expected: unknown, rules: Rules, path: readonly string[] = []): Schema =>
  unique(read(expected, rules, path));
