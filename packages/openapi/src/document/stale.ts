import type { Location } from '@slipway/failure';
import { children, type Documents, isTree, locate, type Node, rootOf } from './node.ts';

/** Keys below which every key is a name that the author chose, or a value of their own. */
const NAMES = /^(properties|schemas|patternProperties|definitions|example|examples|default|enum|const)$/;

/** Where a description of 3.1 or later says `nullable`, which meant something only before and lets no null in any longer. */
export function staleNullables(documents: Documents): readonly Location[] {
  if (documents.version === '2.0' || documents.version === '3.0') return [];
  const found: Location[] = [];
  const visit = (node: Node, isNames: boolean): void => {
    for (const [key, each] of children(node)) {
      if (key === 'nullable' && each.value === true && !isNames) found.push(locate(each));
      else if (isTree(each.value) || Array.isArray(each.value)) visit(each, !isNames && NAMES.test(key));
    }
  };
  for (const file of documents.files.keys()) visit(rootOf(documents, file), false);
  return found;
}
