import { RE2JS } from 're2js';
import type { Expectation } from './suite.ts';

/** Values by the names that stand in `{{name}}`. */
export type Values = ReadonlyMap<string, unknown>;

const PLACEHOLDER = /\{\{\s*([A-Za-z_][\w-]*)\s*\}\}/g;

/** What may be filled in somewhere in a value: every name that stands in one of its texts. */
export function placeholdersOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [...value.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(placeholdersOf);
}

const written = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Fills the placeholders of a text; one without a value stays as it is. @param encode writes each value for its place */
export function fillText(text: string, values: Values, encode: (value: string) => string = (value) => value): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => (values.has(name) ? encode(written(values.get(name))) : whole));
}

/** Fills the placeholders of every text in a value; a text that is nothing but a placeholder becomes the value itself. */
export function fill<T>(value: T, values: Values): T {
  return filled(value, values) as T;
}

function filled(value: unknown, values: Values): unknown {
  if (typeof value === 'string') {
    const [, alone] = /^\{\{\s*([A-Za-z_][\w-]*)\s*\}\}$/.exec(value) ?? [];
    return alone !== undefined && values.has(alone) ? values.get(alone) : fillText(value, values);
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, values)]));
}

/** Fills the placeholders of what is expected. In a pattern a value stands for itself, whatever characters it has. */
export function fillExpectation(expect: Expectation, values: Values): Expectation {
  const { json, schema, ...rest } = expect;
  return {
    ...(withPatterns(rest, values) as Expectation),
    ...(json !== undefined && { json: fill(json, values) }),
    ...(schema !== undefined && { schema }),
  };
}

function withPatterns(value: unknown, values: Values): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fill(value, values);
  const entries = Object.entries(value).map(([key, each]) => {
    const pattern = key === 'matches' && typeof each === 'string';
    return [key, pattern ? fillText(each, values, (text) => RE2JS.quote(text)) : withPatterns(each, values)];
  });
  return Object.fromEntries(entries);
}
