import { child, children, isTree, type Node, textOf } from '../document/node.ts';
import type { Alternative, Conjunction } from './alternatives.ts';
import { contains, type Interval, intersect, isEmpty, whole } from './interval.ts';
import { equal, type Type, TYPES, typeOf } from './json.ts';
import { lengthOf, numbersOf } from './limits.ts';

/** A value that a schema lists, and where. */
export interface Listed {
  readonly value: unknown;
  readonly at: Node;
}

/** What all atoms of one alternative say together, keyword by keyword. */
export interface Shape {
  readonly alternative: Alternative;
  readonly types: ReadonlySet<Type>;
  /** The only values there are, when they are listed. */
  readonly values?: readonly Listed[];
  readonly numbers: Interval;
  readonly length: Interval;
  readonly itemCount: Interval;
  readonly propertyCount: Interval;
  readonly properties: ReadonlyMap<string, Conjunction>;
  readonly required: ReadonlyMap<string, Node>;
  /** Schemas of properties that are not named; false where there must be none, undefined where nothing is said. */
  readonly additional: Conjunction | false | undefined;
  readonly patterned: readonly (readonly [string, Node])[];
  readonly items: Conjunction;
  readonly prefix: readonly Conjunction[];
}

const isModern = ({ documents }: Node): boolean => documents.version === '3.1' || documents.version === '3.2';

function typesOf(atom: Node): ReadonlySet<Type> | undefined {
  if (!isTree(atom.value)) return atom.value === false ? new Set() : undefined;
  const { type } = atom.value;
  const named = [type].flat().filter((each): each is Type => [...TYPES, 'integer'].includes(each as Type));
  // Swagger 2.0 has a type of its own for uploads, which are bytes.
  if (type === 'file') return new Set(['string']);
  if (named.length === 0) return undefined;
  const nullable = !isModern(atom) && (atom.value['nullable'] === true || atom.value['x-nullable'] === true);
  return new Set(nullable ? [...named, 'null'] : named);
}

function both(a: ReadonlySet<Type>, b: ReadonlySet<Type>): ReadonlySet<Type> {
  const holds = (set: ReadonlySet<Type>, type: Type): boolean => set.has(type) || (type === 'integer' && set.has('number'));
  return new Set([...[...a].filter((type) => holds(b, type)), ...[...b].filter((type) => holds(a, type))]);
}

/** The values that an atom lists; before 3.1 a nullable list holds null without naming it. */
function valuesOf(atom: Node): readonly Listed[] | undefined {
  const listed = child(atom, 'enum');
  const constant = child(atom, 'const');
  if (constant !== undefined) return [{ value: constant.value, at: constant }];
  if (listed === undefined || !Array.isArray(listed.value)) return undefined;
  const values = children(listed).map(([, at]) => ({ value: at.value, at }));
  const nullable = !isModern(atom) && child(atom, 'nullable')?.value === true;
  return nullable && !values.some(({ value }) => value === null) ? [...values, { value: null, at: listed }] : values;
}

const NONE: Conjunction = [];
const NO_PREFIX: readonly Conjunction[] = [];
const NO_PROPERTIES: ReadonlyMap<string, Conjunction> = new Map();
const NO_REQUIRED: Shape['required'] = new Map();
const EVERY_TYPE: ReadonlySet<Type> = new Set(TYPES);

/** The values of a keyword. Most schemas hold few keywords, so nothing is made for those that are not there. */
function gather(atoms: Conjunction, key: string): Conjunction {
  let found: Node[] | undefined;
  for (const atom of atoms) {
    const node = child(atom, key);
    if (node === undefined) continue;
    found ??= [];
    found.push(node);
  }
  return found ?? NONE;
}

function propertiesOf(atoms: Conjunction): ReadonlyMap<string, Conjunction> {
  const given = gather(atoms, 'properties');
  if (given.length === 0) return NO_PROPERTIES;
  const found = new Map<string, Node[]>();
  for (const [name, node] of given.flatMap(children)) {
    const known = found.get(name);
    if (known === undefined) found.set(name, [node]);
    else known.push(node);
  }
  return found;
}

function additionalOf(atoms: Conjunction): Shape['additional'] {
  const given = [...gather(atoms, 'additionalProperties'), ...gather(atoms, 'unevaluatedProperties')];
  if (given.some(({ value }) => value === false)) return false;
  return given.length === 0 ? undefined : given.filter(({ value }) => value !== true);
}

function prefixOf(atoms: Conjunction): readonly Conjunction[] {
  const lists = [...gather(atoms, 'prefixItems'), ...gather(atoms, 'items').filter(({ value }) => Array.isArray(value))];
  if (lists.length === 0) return NO_PREFIX;
  const length = Math.max(0, ...lists.map((list) => children(list).length));
  return Array.from({ length }, (_, index) => lists.flatMap((list) => child(list, index) ?? []));
}

/** The types and values that remain when each must agree with the other, and with the limits of numbers. */
function narrowed(atoms: Conjunction): Pick<Shape, 'types' | 'values' | 'numbers'> {
  let types: ReadonlySet<Type> = EVERY_TYPE;
  let values: readonly Listed[] | undefined;
  for (const atom of atoms) {
    const [own, listed] = [typesOf(atom), valuesOf(atom)];
    if (own !== undefined) types = types === EVERY_TYPE ? own : both(types, own);
    if (listed !== undefined)
      values = values === undefined ? listed : values.filter(({ value }) => listed.some((other) => equal(other.value, value)));
  }
  const range = atoms.map(numbersOf).reduce(intersect);
  const numbers = types.has('integer') && !types.has('number') ? whole(range) : range;
  const typed = values?.filter(({ value }) => {
    const type = typeOf(value);
    if (!types.has(type) && !(type === 'integer' && types.has('number'))) return false;
    return typeof value !== 'number' || contains(numbers, value);
  });
  if (typed === undefined) return { types: isEmpty(numbers) ? without(types) : types, numbers };
  return { types: new Set(typed.map(({ value }) => typeOf(value))), values: typed, numbers };
}

const without = (types: ReadonlySet<Type>): ReadonlySet<Type> =>
  new Set([...types].filter((type) => type !== 'number' && type !== 'integer'));

const shapes = new WeakMap<Alternative, Shape>();

/** What one alternative says. An atom of its own says nothing about what it does not name. */
export function shapeOf(alternative: Alternative): Shape {
  const shape = shapes.get(alternative) ?? makeShape(alternative);
  shapes.set(alternative, shape);
  return shape;
}

function requiredOf(atoms: Conjunction): Shape['required'] {
  const lists = gather(atoms, 'required').filter(({ value }) => Array.isArray(value));
  return lists.length === 0 ? NO_REQUIRED : new Map(lists.flatMap(children).map(([, node]) => [String(node.value), node]));
}

const limits = (atoms: Conjunction, kind: 'Length' | 'Items' | 'Properties'): Interval =>
  atoms
    .map((atom) => lengthOf(atom, kind))
    .reduce((all, own) => (own === all ? all : intersect(all, own)), lengthOf(undefined, kind));

function makeShape(alternative: Alternative): Shape {
  const { atoms } = alternative;
  const pattern = gather(atoms, 'patternProperties');
  return {
    alternative,
    ...(atoms.length === 0 ? { types: EVERY_TYPE, numbers: numbersOf(undefined) } : narrowed(atoms)),
    length: limits(atoms, 'Length'),
    itemCount: limits(atoms, 'Items'),
    propertyCount: limits(atoms, 'Properties'),
    properties: propertiesOf(atoms),
    required: requiredOf(atoms),
    additional: additionalOf(atoms),
    patterned: pattern.length === 0 ? [] : pattern.flatMap(children),
    items: gather(atoms, 'items').filter(({ value }) => !Array.isArray(value)),
    prefix: prefixOf(atoms),
  };
}

/** The texts that the atoms of a shape give a keyword, such as its patterns or formats. */
export function textsOf({ alternative }: Shape, key: string): readonly { readonly text: string; readonly at: Node }[] {
  return alternative.atoms.flatMap((atom) => {
    const text = textOf(atom, key);
    return text === undefined ? [] : [{ text, at: child(atom, key) ?? atom }];
  });
}
