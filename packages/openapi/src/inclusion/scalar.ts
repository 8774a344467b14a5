import { formatWithin } from '../schema/format.ts';
import { shown, type Type } from '../schema/json.ts';
import { type Shape, textsOf } from '../schema/shape.ts';
import { limitReasons, reasonAt } from './number.ts';
import type { Reason } from './reason.ts';
import { valueReasons, wordsOfTypes } from './value.ts';

function typeReasons(sub: Shape, sup: Shape): readonly Reason[] {
  const has = (type: Type): boolean => sup.types.has(type) || (type === 'integer' && sup.types.has('number'));
  const extra = [...sub.types].filter((type) => !has(type));
  const sides = [sub, sup] as const;
  return [
    ...(extra.includes('null') ? [reasonAt('null', sides, ['null', wordsOfTypes(sup)], ['type', 'nullable'])] : []),
    ...(extra.some((type) => type !== 'null') ? [reasonAt('type', sides, [wordsOfTypes(sub), wordsOfTypes(sup)], ['type'])] : []),
  ];
}

function patternReasons(sub: Shape, sup: Shape): readonly Reason[] {
  const own = textsOf(sub, 'pattern').map(({ text }) => text);
  return textsOf(sup, 'pattern')
    .filter(({ text }) => !own.includes(text) && !['', '.*', '^.*$'].includes(text))
    .map(({ text }) => {
      const given = own.length === 0 ? 'any text' : `like ${own.join(' and ')}`;
      return reasonAt('pattern', [sub, sup], [given, `like ${text}`], ['pattern']);
    });
}

function formatReasons(sub: Shape, sup: Shape): readonly Reason[] {
  const own = textsOf(sub, 'format').map(({ text }) => text);
  return textsOf(sup, 'format')
    .filter(({ text }) => !own.some((each) => formatWithin(each, text)))
    .map(({ text }) => {
      const given = own.length === 0 ? 'of no format' : `of the format ${own.join(' and ')}`;
      return reasonAt('format', [sub, sup], [given, `of the format ${text}`], ['format']);
    });
}

/** An open set of values within a listed one: only true and false can be written out. */
function listReasons(sub: Shape, sup: Shape): readonly Reason[] {
  if (sup.values === undefined) return [];
  const boolean = [...sub.types].every((type) => type === 'boolean' || type === 'null');
  const has = (value: unknown): boolean => sup.values?.some((each) => each.value === value) ?? false;
  if (boolean && [true, false].every(has) && (!sub.types.has('null') || has(null))) return [];
  const wanted = `one of ${sup.values
    .slice(0, 12)
    .map((each) => shown(each.value))
    .join(', ')}`;
  return [reasonAt('enum', [sub, sup], [`any ${wordsOfTypes(sub)}`, wanted], ['enum', 'const'])];
}

/** Why the values of one shape, each taken as a whole, are not within another: types, lists, limits, patterns, formats. */
export function scalarReasons(sub: Shape, sup: Shape): readonly Reason[] {
  if (sub.values !== undefined) return sub.values.flatMap((listed) => valueReasons(listed, sub, sup));
  const types = typeReasons(sub, sup);
  const common = [...sub.types].some((type) => sup.types.has(type) || (type === 'integer' && sup.types.has('number')));
  if (!common) return types;
  const text = sub.types.has('string') && sup.types.has('string');
  return [
    ...types,
    ...listReasons(sub, sup),
    ...limitReasons(sub, sup),
    ...(text ? patternReasons(sub, sup) : []),
    ...formatReasons(sub, sup),
  ];
}
