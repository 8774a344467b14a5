import { child } from '../document/node.ts';
import type { Shape } from '../schema/shape.ts';
import { reasonAt } from './number.ts';
import type { Edge, Relation } from './reason.ts';

const isUnique = ({ alternative }: Shape): boolean =>
  alternative.atoms.some((atom) => child(atom, 'uniqueItems')?.value === true);

function prefixEdges(sub: Shape, sup: Shape): readonly Edge[] {
  const length = Math.max(sub.prefix.length, sup.prefix.length);
  return Array.from({ length }, (_, index) => ({
    step: `[${index}]`,
    sub: sub.prefix[index] ?? sub.items,
    sup: sup.prefix[index] ?? sup.items,
  }));
}

/** How the lists of one shape relate to another's. */
export function arrayRelation(sub: Shape, sup: Shape): Relation {
  const edges = [...prefixEdges(sub, sup)];
  const noItems = sub.items.some(({ value }) => value === false);
  if (!noItems && (sub.items.length > 0 || sup.items.length > 0)) edges.push({ step: '[]', sub: sub.items, sup: sup.items });
  const single = sub.itemCount.max <= 1;
  const unique = isUnique(sup) && !isUnique(sub) && !single;
  const reason = reasonAt('unique-items', [sub, sup], ['with an item twice', 'each item once'], ['uniqueItems']);
  return { reasons: unique ? [reason] : [], edges };
}
