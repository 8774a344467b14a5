import type { SourceDocument } from '@slipway/config';
import type { Location } from '@slipway/failure';
import { type Reference, referenceOf } from './reference.ts';

/** The versions whose rules differ. 3.2 adds to 3.1 and changes nothing that is compared here. */
export type Version = '2.0' | '3.0' | '3.1' | '3.2';

/** All files of one description, read. */
export interface Documents {
  readonly version: Version;
  readonly files: ReadonlyMap<string, SourceDocument>;
}

/** One value of a description, which knows where it stands. */
export interface Node {
  readonly documents: Documents;
  readonly file: string;
  readonly value: unknown;
  readonly parent?: Node;
  readonly key?: string | number;
}

/** A JSON object of which nothing is known yet. */
export type Tree = { readonly [key: string]: unknown };

/** Whether a value is a JSON object. */
export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The top of one file. */
export function rootOf(documents: Documents, file: string): Node {
  return { documents, file, value: documents.files.get(file)?.value };
}

/** The value of a key or index; undefined when there is none. */
export function child(node: Node, key: string | number): Node | undefined {
  const { value } = node;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return { documents: node.documents, file: node.file, value: (value as Tree)[key], parent: node, key };
}

/** The values of an object or array with their keys. */
export function children(node: Node | undefined): readonly (readonly [string, Node])[] {
  if (node === undefined || typeof node.value !== 'object' || node.value === null) return [];
  const { documents, file, value } = node;
  const numbered = Array.isArray(value);
  // Every value of a description passes here several times: no more than the pairs themselves is made.
  return Object.entries(value).map(([key, each]) => [
    key,
    { documents, file, value: each as unknown, parent: node, key: numbered ? Number(key) : key },
  ]);
}

/** The value at a path below a node. */
export function descend(node: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  return path.reduce<Node | undefined>((at, key) => (at === undefined ? undefined : child(at, key)), node);
}

/** The path of a node from the top of its file. */
export function pathOf(node: Node): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Node | undefined = node; at?.key !== undefined; at = at.parent) path.unshift(at.key);
  return path;
}

/** Where a node stands: at its key, when it has one. */
export function locate(node: Node): Location {
  return node.documents.files.get(node.file)?.locateKey(pathOf(node)) ?? { file: node.file };
}

/** The text of a key's value; undefined when it is none. */
export function textOf(node: Node | undefined, key: string): string | undefined {
  const value = node === undefined ? undefined : child(node, key)?.value;
  return typeof value === 'string' ? value : undefined;
}

function anchorIn(node: Node, name: string): Node | undefined {
  if (isTree(node.value) && (node.value['$anchor'] === name || node.value['$dynamicAnchor'] === name)) return node;
  for (const [, each] of children(node)) {
    const found = anchorIn(each, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a reference names; undefined when there is no such thing in the files that were read. */
export function target(documents: Documents, reference: Extract<Reference, { kind: 'target' | 'anchor' }>): Node | undefined {
  if (!documents.files.has(reference.file)) return undefined;
  const root = rootOf(documents, reference.file);
  return reference.kind === 'anchor' ? anchorIn(root, reference.name) : descend(root, reference.path);
}

/** The reference that a node is, when it is one. */
export function referenceAt(node: Node): Reference | undefined {
  const text = textOf(node, '$ref') ?? textOf(node, '$dynamicRef');
  return text === undefined ? undefined : referenceOf(text, node.file);
}

/** What a node stands for after its references; the node itself when it is none. Opened documents have no endless chains. */
export function resolve(node: Node): Node {
  let at = node;
  for (let reference = referenceAt(at); reference !== undefined; reference = referenceAt(at)) {
    const next = reference.kind === 'target' || reference.kind === 'anchor' ? target(at.documents, reference) : undefined;
    if (next === undefined || next.value === node.value) return at;
    at = next;
  }
  return at;
}
