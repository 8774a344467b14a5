import { child, type Node } from '../document/node.ts';
import { type Interval, maxWithin, minWithin } from '../schema/interval.ts';
import type { Shape } from '../schema/shape.ts';
import type { Kind, Reason } from './reason.ts';

function place({ alternative }: Shape, keys: readonly string[]): Node | undefined {
  for (const atom of alternative.atoms) {
    const found = keys.map((key) => child(atom, key)).find((node) => node !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A reason with the places of the keywords that it is about. */
export function reasonAt(
  kind: Kind,
  sides: readonly [Shape, Shape],
  words: readonly [string, string],
  keys: readonly string[],
): Reason {
  const [sub, sup] = sides.map((side) => place(side, keys) ?? side.alternative.atoms[0]);
  return { kind, given: words[0], wanted: words[1], ...(sub !== undefined && { sub }), ...(sup !== undefined && { sup }) };
}

const lower = ({ min, minOpen }: Interval, unit: string): string =>
  min === -Infinity ? 'any number, however small' : `${minOpen ? 'over' : 'at least'} ${min}${unit}`;

const upper = ({ max, maxOpen }: Interval, unit: string): string =>
  max === Infinity
    ? `without an upper limit${unit === '' ? '' : ` of${unit}`}`
    : `${maxOpen ? 'under' : 'at most'} ${max}${unit}`;

interface Measure {
  readonly of: 'numbers' | 'length' | 'itemCount' | 'propertyCount';
  readonly kinds: readonly [Kind, Kind];
  readonly unit: string;
  readonly keys: readonly [readonly string[], readonly string[]];
}

const MEASURES: readonly (Measure & { readonly types: readonly string[] })[] = [
  {
    of: 'numbers',
    types: ['number', 'integer'],
    kinds: ['minimum', 'maximum'],
    unit: '',
    keys: [
      ['minimum', 'exclusiveMinimum'],
      ['maximum', 'exclusiveMaximum'],
    ],
  },
  {
    of: 'length',
    types: ['string'],
    kinds: ['min-length', 'max-length'],
    unit: ' characters',
    keys: [['minLength'], ['maxLength']],
  },
  { of: 'itemCount', types: ['array'], kinds: ['min-items', 'max-items'], unit: ' items', keys: [['minItems'], ['maxItems']] },
  {
    of: 'propertyCount',
    types: ['object'],
    kinds: ['min-properties', 'max-properties'],
    unit: ' properties',
    keys: [['minProperties'], ['maxProperties']],
  },
];

function measured({ of, kinds, unit, keys }: Measure, sub: Shape, sup: Shape): readonly Reason[] {
  const [inner, outer] = [sub[of], sup[of]];
  if (inner === outer) return [];
  const sides = [sub, sup] as const;
  return [
    ...(minWithin(inner, outer) ? [] : [reasonAt(kinds[0], sides, [lower(inner, unit), lower(outer, unit)], keys[0])]),
    ...(maxWithin(inner, outer) ? [] : [reasonAt(kinds[1], sides, [upper(inner, unit), upper(outer, unit)], keys[1])]),
  ];
}

const multiplesOf = ({ alternative }: Shape): readonly number[] =>
  alternative.atoms
    .map((atom) => child(atom, 'multipleOf')?.value)
    .filter((each): each is number => typeof each === 'number' && each > 0);

/** Whether one number is a multiple of another, in spite of what binary fractions make of decimal ones. */
export const isMultiple = (value: number, of: number): boolean =>
  Math.abs(value / of - Math.round(value / of)) < 1e-9 * Math.max(1, Math.abs(value / of));

/** Limits of size that the wider side does not have room for, of the types that both sides know. */
export function limitReasons(sub: Shape, sup: Shape): readonly Reason[] {
  const shared = (types: readonly string[]): boolean => [...sub.types].some((type) => types.includes(type));
  const found: Reason[] = [];
  for (const measure of MEASURES) if (shared(measure.types)) found.push(...measured(measure, sub, sup));
  if (!shared(['number', 'integer'])) return found;
  const own = multiplesOf(sub);
  const wholeOnly = !sub.types.has('number');
  const missing = multiplesOf(sup).filter((wanted) => {
    if (wanted === 1 && wholeOnly) return false;
    return !own.some((each) => isMultiple(each, wanted));
  });
  const words = (of: readonly number[]): string => (of.length === 0 ? 'any number' : `a multiple of ${of.join(' and ')}`);
  return missing.length === 0
    ? found
    : [...found, reasonAt('multiple', [sub, sup], [words(own), words(missing)], ['multipleOf'])];
}
