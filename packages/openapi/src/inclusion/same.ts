import { children, isTree, type Node, resolve } from '../document/node.ts';
import { equal } from '../schema/json.ts';

const ANNOTATIONS =
  /^(x-.*|title|description|example|examples|default|deprecated|externalDocs|xml|\$comment|readOnly|writeOnly)$/;

/** Whether two schemas are written alike, through their references and apart from what only explains them. */
export function sameSchema(a: Node, b: Node, open: ReadonlyMap<unknown, ReadonlySet<unknown>> = new Map()): boolean {
  const [left, right] = [resolve(a), resolve(b)];
  if (typeof left.value !== 'object' || typeof right.value !== 'object' || left.value === null || right.value === null)
    return equal(left.value, right.value);
  if (Array.isArray(left.value) !== Array.isArray(right.value)) return false;
  if (open.get(left.value)?.has(right.value)) return true;
  const within = new Map(open).set(left.value, new Set([...(open.get(left.value) ?? []), right.value]));
  const parts = (node: Node): ReadonlyMap<string, Node> =>
    new Map(children(node).filter(([key]) => !isTree(node.value) || !ANNOTATIONS.test(key)));
  const [ours, theirs] = [parts(left), parts(right)];
  return (
    ours.size === theirs.size &&
    [...ours].every(([key, node]) => {
      const other = theirs.get(key);
      return other !== undefined && sameSchema(node, other, within);
    })
  );
}
