import { ExactNumber } from './exact-json.ts';

/** A value as a person reads it, cut to a length that fits into a sentence. */
export function shown(value: unknown): string {
  const text = value instanceof ExactNumber ? value.text : (JSON.stringify(value) ?? 'nothing');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

/** The JSON type of a value. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof ExactNumber) return 'number';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeOf(value) === 'object';
}

const exact = (value: unknown): unknown => (typeof value === 'number' ? new ExactNumber(String(value)) : value);

/** Whether two JSON values are the same; numbers are the same when they stand for the same number. */
export function equal(one: unknown, other: unknown): boolean {
  const [a, b] = [exact(one), exact(other)];
  if (a instanceof ExactNumber && b instanceof ExactNumber) return a.equals(b);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, index) => equal(value, b[index]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}
