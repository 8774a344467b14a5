import { child, children, isTree, type Node, referenceAt, resolve } from '../document/node.ts';

/** Schemas of which a value must meet every one, each taken without its references and compositions. */
export type Conjunction = readonly Node[];

/** One of the ways to meet a schema: what must hold, and the branches that were taken to get here. */
export interface Alternative {
  readonly atoms: Conjunction;
  readonly branches: readonly Node[];
  /** Schemas whose compositions are to be compared as written, for taken apart they would be too many. */
  readonly opaque: readonly Node[];
}

/** More ways than these are compared as they are written. */
const LIMIT = 64;

const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf'];

const NULL = { type: 'null' };

const ANYTHING: Alternative = { atoms: [], branches: [], opaque: [] };

const only = (atom: Node): Alternative => ({ ...ANYTHING, atoms: [atom] });

function product(left: readonly Alternative[], right: readonly Alternative[]): readonly Alternative[] {
  return left.flatMap((a) =>
    right.map((b) => ({
      atoms: [...a.atoms, ...b.atoms],
      branches: [...a.branches, ...b.branches],
      opaque: [...a.opaque, ...b.opaque],
    })),
  );
}

function union(node: Node, keyword: 'anyOf' | 'oneOf', open: ReadonlySet<unknown>): readonly Alternative[] {
  return children(child(node, keyword)).flatMap(([, branch]) =>
    expand(branch, open).map((way) => ({ ...way, branches: [branch, ...way.branches] })),
  );
}

/** Before 3.1, `nullable` beside a composition lets null in, whatever the composition says. */
function withNull(node: Node, ways: readonly Alternative[]): readonly Alternative[] {
  const { documents, value } = node;
  if (!isTree(value) || documents.version === '3.1' || documents.version === '3.2') return ways;
  const nullable = value['nullable'] === true || value['x-nullable'] === true;
  const composed = ['allOf', 'anyOf', 'oneOf'].some((keyword) => keyword in value);
  return nullable && composed ? [...ways, only({ ...node, value: NULL })] : ways;
}

/** The ways to meet a schema. `open` holds what is being expanded, so that a schema that refers to itself ends. */
function expand(node: Node, open: ReadonlySet<unknown>): readonly Alternative[] {
  if (!isTree(node.value)) return node.value === false ? [only(node)] : [ANYTHING];
  if (open.has(node.value)) return [ANYTHING];
  const within = new Set([...open, node.value]);
  if (referenceAt(node) !== undefined) {
    const to = resolve(node);
    const reached = to === node ? [ANYTHING] : expand(to, within);
    const alone = /^[23]\.0$/.test(node.documents.version) || Object.keys(node.value).length === 1;
    return alone ? reached : product([only(node)], reached);
  }
  let ways: readonly Alternative[] = [only(node)];
  if (!COMPOSITIONS.some((keyword) => keyword in (node.value as object))) return ways;
  for (const [, part] of children(child(node, 'allOf'))) ways = bounded(ways, expand(part, within), part);
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const branches = union(node, keyword, within);
    if (branches.length > 0) ways = bounded(ways, branches, node);
  }
  return withNull(node, ways);
}

function bounded(ways: readonly Alternative[], more: readonly Alternative[], whole: Node): readonly Alternative[] {
  if (ways.length * more.length <= LIMIT) return product(ways, more);
  return ways.map((way) => ({ ...way, opaque: [...way.opaque, whole] }));
}

/** What was expanded once: a schema is part of many comparisons, and never changes. */
const expanded = new WeakMap<object, readonly Alternative[]>();

function expandOnce(schema: Node): readonly Alternative[] {
  if (!isTree(schema.value)) return expand(schema, new Set());
  const known = expanded.get(schema.value) ?? expand(schema, new Set()).map(distinct);
  expanded.set(schema.value, known);
  return known;
}

const distinct = (way: Alternative): Alternative =>
  way.atoms.length < 2 ? way : { ...way, atoms: [...new Map(way.atoms.map((atom) => [atom.value, atom])).values()] };

/** The ways to meet all schemas of a list. */
export function alternatives(schemas: Conjunction): readonly Alternative[] {
  const [only] = schemas;
  if (schemas.length === 1 && only !== undefined) return expandOnce(only);
  let ways: readonly Alternative[] = [ANYTHING];
  for (const schema of schemas) ways = bounded(ways, expandOnce(schema), schema);
  return ways.map(distinct);
}
