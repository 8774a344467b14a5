import { child, children, isTree, type Node, textOf } from '../document/node.ts';
import type { Shape } from '../schema/shape.ts';
import type { Reason } from './reason.ts';
import { sameSchema } from './same.ts';
import { wordsOfTypes } from './value.ts';

/** Keywords whose sets are not reasoned about: what the wider side says of them, the narrower must say alike. */
const COMPARED = [
  'not',
  'if',
  'then',
  'else',
  'contains',
  'minContains',
  'maxContains',
  'propertyNames',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'unevaluatedItems',
  'additionalItems',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
];

const gather = ({ alternative }: Shape, key: string): readonly Node[] =>
  alternative.atoms.flatMap((atom) => child(atom, key) ?? []);

/** Whether there is anything to compare: most schemas hold none of these keywords. */
const holdsAny = ({ alternative }: Shape): boolean =>
  alternative.atoms.some(({ value }) => isTree(value) && COMPARED.some((key) => key in value));

function comparedReasons(sub: Shape, sup: Shape, key: string): readonly Reason[] {
  const own = gather(sub, key);
  return gather(sup, key).flatMap((wanted): Reason[] => {
    // Nothing is forbidden by these two when they let everything in.
    if (wanted.value === true || own.some((each) => sameSchema(each, wanted))) return [];
    const hit = key === 'not' ? forbidden(wanted, sub) : undefined;
    if (hit === 'none') return [];
    if (hit === 'all') return [{ kind: 'type', given: wordsOfTypes(sub), wanted: `not ${textOf(wanted, 'type')}`, sup: wanted }];
    const [first] = own;
    const given = first === undefined ? `without "${key}"` : `with another "${key}"`;
    return [{ kind: 'keyword', given, wanted: `as "${key}" says`, sup: wanted, ...(first !== undefined && { sub: first }) }];
  });
}

/** What `not` forbids where it forbids a type alone: the types of the one side tell whether it holds that at all. */
function forbidden(wanted: Node, { types }: Shape): 'all' | 'none' | undefined {
  const type = textOf(wanted, 'type');
  if (type === undefined || !isTree(wanted.value) || Object.keys(wanted.value).length > 1) return undefined;
  const within = (each: string): boolean => each === type || (each === 'integer' && type === 'number');
  if ([...types].every(within)) return 'all';
  return [...types].some((each) => within(each) || (each === 'number' && type === 'integer')) ? undefined : 'none';
}

/** Compositions that were too many to take apart. */
function opaqueReasons({ alternative: sub }: Shape, { alternative: sup }: Shape): readonly Reason[] {
  return sup.opaque.flatMap((wanted): Reason[] =>
    sub.opaque.some((each) => sameSchema(each, wanted))
      ? []
      : [{ kind: 'keyword', given: 'composed otherwise', wanted: 'composed as the schema says', sup: wanted }],
  );
}

function discriminatorReasons(sub: Shape, sup: Shape): readonly Reason[] {
  const [inner] = gather(sub, 'discriminator');
  const [outer] = gather(sup, 'discriminator');
  if (inner === undefined || outer === undefined) return [];
  const [given, wanted] = [textOf(inner, 'propertyName') ?? inner.value, textOf(outer, 'propertyName') ?? outer.value];
  if (given !== wanted)
    return [
      {
        kind: 'discriminator',
        given: `told apart by ${String(given)}`,
        wanted: `told apart by ${String(wanted)}`,
        sub: inner,
        sup: outer,
      },
    ];
  const [names, known] = [child(inner, 'mapping'), child(outer, 'mapping')];
  if (names === undefined || known === undefined) return [];
  return children(names).flatMap(([name, node]): Reason[] => {
    const other = child(known, name);
    const last = (value: unknown): unknown => String(value).split('/').at(-1);
    if (other !== undefined && last(other.value) === last(node.value)) return [];
    const meant = other === undefined ? 'nothing' : String(other.value);
    return [
      {
        kind: 'discriminator',
        given: `"${name}" for ${String(node.value)}`,
        wanted: `"${name}" for ${meant}`,
        sub: node,
        sup: other ?? known,
      },
    ];
  });
}

/** Why one shape is not within another by keywords that are compared as they are written. */
export function keywordReasons(sub: Shape, sup: Shape): readonly Reason[] {
  return [
    ...(holdsAny(sup) ? COMPARED.flatMap((key) => comparedReasons(sub, sup, key)) : []),
    ...opaqueReasons(sub, sup),
    ...discriminatorReasons(sub, sup),
  ];
}
