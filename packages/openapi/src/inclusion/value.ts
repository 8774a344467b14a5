import { child } from '../document/node.ts';
import { hasFormat } from '../schema/format.ts';
import { contains } from '../schema/interval.ts';
import { equal, shown, typeOf } from '../schema/json.ts';
import { matches } from '../schema/pattern.ts';
import { type Listed, type Shape, textsOf } from '../schema/shape.ts';
import { isMultiple, reasonAt } from './number.ts';
import type { Kind, Reason } from './reason.ts';

function typeFits(value: unknown, { types }: Shape): boolean {
  const type = typeOf(value);
  return types.has(type) || (type === 'integer' && types.has('number'));
}

function textReasons(listed: Listed, sub: Shape, sup: Shape): readonly Reason[] {
  const value = listed.value as string;
  const at = { sub: listed.at };
  const size = [...value].length;
  const patterns = textsOf(sup, 'pattern').flatMap(({ text, at: place }): Reason[] => {
    const found = matches(text, value);
    if (found === true) return [];
    const wanted = `like ${text}`;
    const [kind, given] =
      found === false ? (['pattern', shown(value)] as const) : (['unproven', `${shown(value)} and a pattern`] as const);
    return [{ kind, given, wanted, sup: place, ...at }];
  });
  const tooShort =
    size < sup.length.min
      ? [reasonAt('min-length', [sub, sup], [shown(value), `at least ${sup.length.min} characters`], ['minLength'])]
      : [];
  const tooLong =
    size > sup.length.max
      ? [reasonAt('max-length', [sub, sup], [shown(value), `at most ${sup.length.max} characters`], ['maxLength'])]
      : [];
  return [...patterns, ...[...tooShort, ...tooLong].map((reason) => ({ ...reason, ...at }))];
}

function numberReasons(listed: Listed, sub: Shape, sup: Shape): readonly Reason[] {
  const value = listed.value as number;
  const { numbers } = sup;
  const make = (kind: Kind, wanted: string, keys: readonly string[]): Reason => ({
    ...reasonAt(kind, [sub, sup], [shown(value), wanted], keys),
    sub: listed.at,
  });
  const small = value < numbers.min || (value === numbers.min && numbers.minOpen);
  const large = value > numbers.max || (value === numbers.max && numbers.maxOpen);
  const steps = sup.alternative.atoms.flatMap((atom) => child(atom, 'multipleOf')?.value ?? []);
  return [
    ...(contains(numbers, value) || !small ? [] : [make('minimum', `at least ${numbers.min}`, ['minimum', 'exclusiveMinimum'])]),
    ...(contains(numbers, value) || !large ? [] : [make('maximum', `at most ${numbers.max}`, ['maximum', 'exclusiveMaximum'])]),
    ...steps.flatMap((step) =>
      typeof step === 'number' && step > 0 && !isMultiple(value, step)
        ? [make('multiple', `a multiple of ${step}`, ['multipleOf'])]
        : [],
    ),
  ];
}

function formatReasons(listed: Listed, sup: Shape): readonly Reason[] {
  return textsOf(sup, 'format').flatMap(({ text, at }): Reason[] =>
    hasFormat(text, listed.value)
      ? []
      : [{ kind: 'format', given: shown(listed.value), wanted: `of the format ${text}`, sub: listed.at, sup: at }],
  );
}

/** Why a listed value, of which everything is known, is none of the wider side. */
export function valueReasons(listed: Listed, sub: Shape, sup: Shape): readonly Reason[] {
  const { value, at } = listed;
  if (!typeFits(value, sup)) {
    const kind = value === null ? 'null' : 'type';
    return [{ ...reasonAt(kind, [sub, sup], [shown(value), wordsOfTypes(sup)], ['type']), sub: at }];
  }
  if (sup.values !== undefined && !sup.values.some((each) => equal(each.value, value))) {
    const wanted = `one of ${sup.values
      .slice(0, 12)
      .map((each) => shown(each.value))
      .join(', ')}`;
    return [{ ...reasonAt('enum', [sub, sup], [shown(value), wanted], ['enum', 'const']), sub: at }];
  }
  if (typeof value === 'string') return [...textReasons(listed, sub, sup), ...formatReasons(listed, sup)];
  return typeof value === 'number' ? [...numberReasons(listed, sub, sup), ...formatReasons(listed, sup)] : [];
}

/** The types of a shape in words. */
export function wordsOfTypes({ types }: Shape): string {
  const named = [...types].filter((type) => type !== 'integer' || !types.has('number'));
  if (named.length >= 6) return 'anything';
  return named.length === 0 ? 'nothing' : named.join(' or ');
}
