import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, visit } from 'yaml';
import type { Step } from './path.ts';
import type { YamlFile } from './yaml-file.ts';

/** A value in a file. */
export interface Place {
  readonly node: Node;
  readonly document: Document.Parsed;
  /** The value and everything that it lies in, outermost first. */
  readonly within: readonly Node[];
}

/** The places that a path leads to, and how far it led where it led nowhere. */
export interface Search {
  readonly places: readonly Place[];
  /** The last places that were reached, and the step that led no further. */
  readonly stopped?: { readonly at: readonly Place[]; readonly step: Step };
}

/** The text of a scalar; undefined for anything else. */
export function textOf(node: unknown): string | undefined {
  return isScalar(node) && node.value !== null ? String(node.value) : undefined;
}

/** The value under a key of a map; undefined when there is none, or no map. */
export function valueAt(node: unknown, key: string): Node | undefined {
  if (!isMap(node)) return undefined;
  const value = node.items.find((pair) => textOf(pair.key) === key)?.value;
  return isNode(value) ? value : undefined;
}

function entriesOf(node: Node, { key, value }: Extract<Step, { kind: 'entry' }>): readonly Node[] {
  const candidates: readonly unknown[] = isSeq(node) ? node.items : [node];
  return candidates.filter(isNode).filter((each) => textOf(valueAt(each, key)) === value);
}

function children(node: Node, step: Step): readonly Node[] {
  if (step.kind === 'entry') return entriesOf(node, step);
  const child = step.kind === 'key' ? valueAt(node, step.name) : isSeq(node) ? node.items[step.index] : undefined;
  return isNode(child) ? [child] : [];
}

/** The place of a child. */
export function inside(place: Place, node: Node): Place {
  return node === place.node ? place : { ...place, node, within: [...place.within, node] };
}

/** The documents of a file as places. */
export function rootsOf({ documents }: YamlFile): readonly Place[] {
  return documents.flatMap((document) => {
    const node: Node | null = document.contents;
    return node === null ? [] : [{ node, document, within: [node] }];
  });
}

/** Follows a path in every document. */
export function search(roots: readonly Place[], steps: readonly Step[]): Search {
  let places = roots;
  for (const step of steps) {
    const next = places.flatMap((place) => children(place.node, step).map((node) => inside(place, node)));
    if (next.length === 0) return { places: [], stopped: { at: places, step } };
    places = next;
  }
  return { places };
}

/** An alias of the document that stands for the value or for something that it lies in; undefined when there is none. */
export function aliasOf({ document, within }: Place): Node | undefined {
  const anchors = new Set(within.flatMap((node) => (isAlias(node) ? [] : ((node as { anchor?: string }).anchor ?? []))));
  let found: Node | undefined;
  if (anchors.size > 0)
    visit(document, {
      Alias: (_, alias) => {
        if (!anchors.has(alias.source)) return undefined;
        found = alias;
        return visit.BREAK;
      },
    });
  return found;
}
