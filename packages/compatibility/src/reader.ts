import { type Matcher, ruleAt, type Rules } from '@slipway/contract';
import type { Node } from '@slipway/openapi';
import { literal } from './literal.ts';

type Schema = { readonly [key: string]: unknown };

/** A schema of our own making, in the terms of JSON Schema as OpenAPI 3.1 has it. It stands in no file. */
export function schemaNode(value: unknown): Node {
  return { documents: { version: '3.1', files: new Map() }, file: '', value };
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

/** The schema that only this value meets, objects with just these properties. */
export function exampleSchema(value: unknown): Schema {
  if (Array.isArray(value)) {
    const uniqueItems = new Set(value.map(canonical)).size === value.length;
    const size = { minItems: value.length, maxItems: value.length };
    return { type: 'array', ...size, uniqueItems, prefixItems: value.map(exampleSchema), items: false };
  }
  if (typeof value !== 'object' || value === null) return { const: value };
  const properties = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, exampleSchema(each)]));
  const required = Object.keys(value);
  const size = { minProperties: required.length, maxProperties: required.length };
  return { type: 'object', ...size, properties, required, additionalProperties: false };
}

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
    const items = expected.map((each, index) => readerSchema(each, rules, [...path, String(index)]));
    return { type: 'array', ...(byType ? { ...(items[0] !== undefined && { items: items[0] }) } : { prefixItems: items }) };
  }
  if (typeof expected !== 'object' || expected === null) return {};
  const properties = Object.entries(expected).map(([key, each]) => [key, readerSchema(each, rules, [...path, key])] as const);
  return { type: 'object', properties: Object.fromEntries(properties), required: Object.keys(expected) };
}

/**
 * What a consumer accepts of an answer, by its example and matching rules.
 *
 * Where no rule is about a value the contract wants the example's own. Which of its values a provider answers depends on
 * its state, so here it must only be there; whether the example can be answered at all is asked apart.
 */
export function readerSchema(expected: unknown, rules: Rules, path: readonly string[] = []): Schema {
  const rule = ruleAt(rules, path);
  const inner = below(expected, rules, path);
  const own = (rule?.matchers ?? []).flatMap((matcher) => accepted(matcher, expected) ?? []);
  if (own.length === 0) return inner;
  return rule?.combine === 'OR' && own.length === rule.matchers.length ? { ...inner, anyOf: own } : { ...inner, allOf: own };
}
