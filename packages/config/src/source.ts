import { Failure, type Location, type Problem } from '@slipway/failure';
import { isMap, isNode, isPair, LineCounter, type Node, type Pair, parseDocument } from 'yaml';

/** A YAML or JSON text as a value that still knows where each part of it stands. */
export interface SourceDocument {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at a path; of its nearest ancestor when the path ends in nothing. */
  locate(path: readonly (string | number)[]): Location;
  /** The place of the key that the path's last step names. */
  locateKey(path: readonly (string | number)[]): Location;
}

function pairAt(parent: unknown, key: string | number): Pair | undefined {
  if (!isMap(parent)) return undefined;
  return parent.items.find((item) => String(isNode(item.key) ? item.key.toJSON() : item.key) === String(key));
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node.range?.[0] ?? undefined) : undefined;
}

function child(node: unknown, step: string | number): unknown {
  if (isMap(node)) return pairAt(node, step)?.value;
  const items = (node as { items?: readonly unknown[] } | null)?.items;
  const item = items?.[Number(step)];
  return isPair(item) ? item.value : item;
}

function offsetOf(root: Node | null, path: readonly (string | number)[], ofKey: boolean): number {
  let node: unknown = root;
  let offset = startOf(root) ?? 0;
  for (const [index, step] of path.entries()) {
    const key = pairAt(node, step)?.key;
    const next = child(node, step);
    const at = (ofKey && index === path.length - 1) || startOf(next) === undefined ? startOf(key) : startOf(next);
    if (at === undefined) return offset;
    [node, offset] = [next, at];
  }
  return offset;
}

/**
 * Parses a YAML (or JSON) text that must hold exactly one document without errors or duplicate keys.
 *
 * @throws Failure YAML_SYNTAX with every syntax error, each with line and column.
 */
export function parseSource(file: string, text: string): SourceDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const locationAt = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    code: 'YAML_SYNTAX',
    message: `This is not valid YAML: ${error.message.split('\n')[0]}.`,
    location: locationAt(error.pos[0]),
  }));
  if (problems.length > 0) throw new Failure(problems);
  return {
    file,
    value: document.toJS({ maxAliasCount: 100 }),
    locate: (path) => locationAt(offsetOf(document.contents, path, false)),
    locateKey: (path) => locationAt(offsetOf(document.contents, path, true)),
  };
}
