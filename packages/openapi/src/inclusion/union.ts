import { type Node, textOf } from '../document/node.ts';
import { alternatives, type Conjunction } from '../schema/alternatives.ts';
import { type Shape, shapeOf } from '../schema/shape.ts';
import type { Reason } from './reason.ts';
import { wordsOfTypes } from './value.ts';

/** The ways to meet all of some schemas; those that no value can go are left out. */
export const ways = (schemas: Conjunction): readonly Shape[] =>
  alternatives(schemas)
    .map(shapeOf)
    .filter(({ types }) => types.size > 0);

/** What people call a branch: the schema that it refers to, or its title. */
export function nameOf({ alternative }: Shape): string | undefined {
  const [branch]: readonly (Node | undefined)[] = alternative.branches;
  return branch === undefined ? undefined : (textOf(branch, '$ref')?.split('/').at(-1) ?? textOf(branch, 'title'));
}

/** One piece a type and value, so that what several alternatives hold together is found in them one by one. */
export function pieces(shape: Shape): readonly Shape[] {
  if (shape.values !== undefined) return shape.values.map((listed) => ({ ...shape, values: [listed] }));
  return shape.types.size <= 1 ? [shape] : [...shape.types].map((type) => ({ ...shape, types: new Set([type]) }));
}

/** The reason that a piece is in none of the alternatives. */
export function unionReason(sub: Shape, sups: readonly Shape[]): Reason {
  const place = sub.alternative.branches[0] ?? sub.alternative.atoms[0];
  const [other] = sups.flatMap(({ alternative }) => alternative.branches[0]?.parent ?? alternative.atoms);
  const wanted = new Set(sups.map((each) => nameOf(each) ?? wordsOfTypes(each)));
  return {
    kind: sub.types.size === 1 && sub.types.has('null') ? 'null' : 'alternative',
    given: nameOf(sub) ?? wordsOfTypes(sub),
    wanted: [...wanted].join(' or ') || 'nothing',
    ...(place !== undefined && { sub: place }),
    ...(other !== undefined && { sup: other }),
  };
}

/**
 * The alternative that a piece which is in none of them was most likely meant for; undefined when it is none.
 *
 * The one of the same name, else the only one of its type, else the one that stands at its place.
 */
export function meant(sub: Shape, index: number, sups: readonly Shape[]): number | undefined {
  const name = nameOf(sub);
  const named = name === undefined ? -1 : sups.findIndex((sup) => nameOf(sup) === name);
  if (named >= 0) return named;
  const kin = sups.flatMap(({ types }, at) => ([...sub.types].some((type) => types.has(type)) ? [at] : []));
  if (kin.length === 1) return kin[0];
  return name === undefined && kin.includes(index) ? index : undefined;
}
