import { isTree } from '../document/node.ts';

/** A value's JSON type; whole numbers are their own. */
export type Type = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'integer' | 'string';

/** The types of JSON Schema other than `integer`, which `number` holds. */
export const TYPES: readonly Type[] = ['null', 'boolean', 'object', 'array', 'number', 'string'];

/** The type of a value. */
export function typeOf(value: unknown): Type {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' || typeof value === 'string' ? (typeof value as Type) : 'object';
}

/** Whether two JSON values are equal; the order of keys does not count. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => equal(each, b[index]));
  if (!isTree(a) || !isTree(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}

/** A value as a reader should see it, cut when it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
