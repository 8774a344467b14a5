import type { Node } from '../document/node.ts';
import type { Shape } from '../schema/shape.ts';
import type { Reason } from './reason.ts';
import { nameOf } from './union.ts';
import { wordsOfTypes } from './value.ts';

/** Two alternatives that are branches of one `oneOf`, of which a value may meet no more than one. */
export interface Rivals {
  readonly pair: readonly [Shape, Shape];
  readonly keyword: Node;
}

const branchOf = ({ alternative }: Shape): readonly Node[] =>
  alternative.branches.filter(({ parent }) => parent?.key === 'oneOf');

/** Every two alternatives that rule each other out. */
export function rivalsAmong(shapes: readonly Shape[]): readonly Rivals[] {
  return shapes.flatMap((one, index) =>
    shapes.slice(index + 1).flatMap((other) => {
      const fork = branchOf(one).find((branch) =>
        branchOf(other).some(({ parent, key }) => parent?.value === branch.parent?.value && key !== branch.key),
      );
      return fork?.parent === undefined ? [] : [{ pair: [one, other] as const, keyword: fork.parent }];
    }),
  );
}

/** Whether a schema has been taken apart at a `oneOf` of its own, which then says what may be at once. */
export const isForked = (shape: Shape): boolean => branchOf(shape).length > 0;

/** Those values of a shape that hold every property which two others ask for, and none but those that must be there. */
export function fitting(shape: Shape, [one, other]: Rivals['pair']): Shape {
  const asked = [...one.required, ...other.required].filter(([name]) => shape.properties.has(name));
  const required = new Map([...shape.required, ...asked]);
  return { ...shape, required, properties: new Map([...shape.properties].filter(([name]) => required.has(name))) };
}

/** The reason that some values of a piece are in both of two alternatives, of which they may be in one. */
export function overlapReason(sub: Shape, { pair, keyword }: Rivals): Reason {
  const names = pair.map((shape) => nameOf(shape) ?? wordsOfTypes(shape));
  const [place] = sub.alternative.atoms;
  return {
    kind: 'overlap',
    given: `two of them at once (${names.join(' and ')})`,
    wanted: 'exactly one of the branches of "oneOf"',
    sup: keyword,
    ...(place !== undefined && { sub: place }),
  };
}
