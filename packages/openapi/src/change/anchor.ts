import type { Location } from '@slipway/failure';
import { child, children, isTree, locate, type Node } from '../document/node.ts';
import { equal } from '../schema/json.ts';

/** The last line of what a node holds, as far as its keys tell. */
function lastOf(node: Node): Node {
  const last = children(node).at(-1)?.[1];
  return last === undefined ? node : lastOf(last);
}

/** The counterpart of a neighbour in the new description. */
function counterpart(neighbour: Node, parent: Node): Node | undefined {
  if (!Array.isArray(parent.value)) return neighbour.key === undefined ? undefined : child(parent, neighbour.key);
  const name = isTree(neighbour.value) ? neighbour.value['name'] : undefined;
  return children(parent)
    .map(([, each]) => each)
    .find((each) =>
      isTree(each.value) && name !== undefined ? each.value['name'] === name : equal(each.value, neighbour.value),
    );
}

/**
 * The line of the new description beside which something is gone.
 *
 * A review shows a few lines around each change, so it is what follows the last neighbour before it that is still there, be
 * that new or kept; else the end of that neighbour, else what both are in.
 */
export function anchor(gone: Node, parent: Node): Location {
  const neighbours = gone.parent === undefined ? [] : children(gone.parent).map(([, each]) => each);
  const at = neighbours.findIndex(({ key }) => key === gone.key);
  const before = neighbours
    .slice(0, Math.max(0, at))
    .reverse()
    .map((each) => counterpart(each, parent))
    .find((each) => each !== undefined);
  const present = children(parent).map(([, each]) => each);
  const next = present[before === undefined ? 0 : present.findIndex(({ key }) => key === before.key) + 1];
  return locate(next ?? (before === undefined ? parent : lastOf(before)));
}
