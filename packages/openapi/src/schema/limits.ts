import { isTree, type Node } from '../document/node.ts';
import { ALL, type Interval, intersect } from './interval.ts';

const numberAt = (value: unknown): number | undefined => (typeof value === 'number' && !Number.isNaN(value) ? value : undefined);

/**
 * The numbers that one schema lets in.
 *
 * Until 3.0 `exclusiveMinimum` is a flag beside `minimum`, from 3.1 on it is a number of its own; read by its own type it is
 * right in both.
 */
export function numbersOf(atom: Node | undefined): Interval {
  if (atom === undefined || !isTree(atom.value)) return ALL;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = atom.value;
  if ((minimum ?? maximum ?? exclusiveMinimum ?? exclusiveMaximum) === undefined) return ALL;
  const closed: Interval = {
    min: numberAt(minimum) ?? -Infinity,
    max: numberAt(maximum) ?? Infinity,
    minOpen: exclusiveMinimum === true,
    maxOpen: exclusiveMaximum === true,
  };
  const open: Interval = {
    min: numberAt(exclusiveMinimum) ?? -Infinity,
    max: numberAt(exclusiveMaximum) ?? Infinity,
    minOpen: numberAt(exclusiveMinimum) !== undefined,
    maxOpen: numberAt(exclusiveMaximum) !== undefined,
  };
  return intersect(closed, open);
}

const KEYS = {
  Length: ['minLength', 'maxLength'],
  Items: ['minItems', 'maxItems'],
  Properties: ['minProperties', 'maxProperties'],
} as const;

const ANY_LENGTH: Interval = { ...ALL, min: 0 };

/** How long or how many one schema lets a value be; never less than nothing. */
export function lengthOf(atom: Node | undefined, kind: 'Length' | 'Items' | 'Properties'): Interval {
  if (atom === undefined || !isTree(atom.value)) return ANY_LENGTH;
  const { value } = atom;
  const [minKey, maxKey] = KEYS[kind];
  if ((value[minKey] ?? value[maxKey]) === undefined) return ANY_LENGTH;
  const [min, max] = [numberAt(value[minKey]), numberAt(value[maxKey])];
  return { min: Math.max(0, min ?? 0), max: max ?? Infinity, minOpen: false, maxOpen: false };
}
