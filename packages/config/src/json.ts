/** Where one value of a JSON text begins, and what is in it. */
export interface JsonNode {
  readonly start: number;
  readonly members?: Map<string, { readonly key: number; readonly node: JsonNode }>;
  readonly items?: JsonNode[];
}

/** The places of every value of a JSON text, with what a JSON reader would pass over. */
export interface JsonPlaces {
  readonly root: JsonNode;
  /** Offsets of keys that stand a second time in their object. */
  readonly duplicates: readonly { readonly key: string; readonly offset: number }[];
  /** Offset of the first value that lies deeper than the limit. */
  readonly tooDeep?: number;
}

const QUOTE = 34;
const BACKSLASH = 92;

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== QUOTE && at < text.length; code = text.charCodeAt(at)) {
    at += code === BACKSLASH ? 2 : 1;
  }
  return at + 1;
}

/** The text of a JSON string; most hold nothing that stands for something else. */
function textAt(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  return inner.includes('\\') ? (JSON.parse(text.slice(start, end)) as string) : inner;
}

const SCALAR_END = /[,\]}\s]/g;

function endOfScalar(text: string, start: number): number {
  SCALAR_END.lastIndex = start;
  return SCALAR_END.exec(text)?.index ?? text.length;
}

function nodeAt(text: string, start: number): JsonNode {
  if (text[start] === '{') return { start, members: new Map() };
  return text[start] === '[' ? { start, items: [] } : { start };
}

/**
 * Finds the place of every value in a text that `JSON.parse` has accepted; a loop and no recursion, however deep it is.
 *
 * A general reader that keeps places takes fifty times as long, which decides how many contracts a run can compare.
 */
export function findPlaces(text: string, depthMax: number): JsonPlaces {
  const open: JsonNode[] = [];
  const duplicates: { key: string; offset: number }[] = [];
  let root: JsonNode = { start: 0 };
  let pending: { key: string; offset: number } | undefined;
  let tooDeep: number | undefined;
  const put = (node: JsonNode): void => {
    const parent = open.at(-1);
    if (parent === undefined) root = node;
    else if (parent.items !== undefined) parent.items.push(node);
    else if (pending !== undefined) {
      if (parent.members?.has(pending.key)) duplicates.push(pending);
      parent.members?.set(pending.key, { key: pending.offset, node });
      pending = undefined;
    }
  };
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? '';
    if (character <= ' ' || character === ',' || character === ':') at += 1;
    else if (character === '}' || character === ']') {
      open.pop();
      at += 1;
    } else if (character === '"' && open.at(-1)?.members !== undefined && pending === undefined) {
      const end = endOfString(text, at);
      pending = { key: textAt(text, at, end), offset: at };
      at = end;
    } else {
      const node = nodeAt(text, at);
      put(node);
      const container = node.members !== undefined || node.items !== undefined;
      if (container) open.push(node);
      if (open.length > depthMax) tooDeep ??= at;
      at = container ? at + 1 : character === '"' ? endOfString(text, at) : endOfScalar(text, at);
    }
  }
  return { root, duplicates, ...(tooDeep !== undefined && { tooDeep }) };
}

/** The offset of the value at a path, or of the key that the last step names; of the nearest ancestor when there is none. */
export function offsetIn(root: JsonNode, path: readonly (string | number)[], ofKey: boolean): number {
  let node = root;
  for (const [index, step] of path.entries()) {
    const member = node.members?.get(String(step));
    const next = member?.node ?? node.items?.[Number(step)];
    if (next === undefined) return node.start;
    if (ofKey && index === path.length - 1) return member?.key ?? next.start;
    node = next;
  }
  return node.start;
}
