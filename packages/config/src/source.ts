import { Failure, type Problem } from '@slipway/failure';
import { isMap, isNode, isPair, type Node, type Pair, parseDocument } from 'yaml';
import { jsonSource } from './json-source.ts';
import { checkSize, DEPTH_MAX, tooDeep } from './limits.ts';
import { linesOf } from './lines.ts';
import type { SourceDocument } from './source-document.ts';

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

/** JSON that the JSON reader accepts; undefined when it does not, for YAML may still be. */
function readJson(text: string): { readonly value: unknown } | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function checkDepth(value: unknown, file: string, levels = DEPTH_MAX): void {
  if (typeof value !== 'object' || value === null) return;
  if (levels === 0) throw tooDeep({ file });
  for (const each of Object.values(value)) checkDepth(each, file, levels - 1);
}

/** The reader calls itself for every level, and refuses aliases that stand for more than can be written out. */
function yamlValue<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep({ file });
    if (!(error instanceof ReferenceError)) throw error;
    const message = 'The aliases of this file stand for more than 1000 values.';
    throw new Failure({ code: 'YAML_ALIASES', message, remedy: 'Write them out, or use fewer.', location: { file } });
  }
}

function yamlSource(file: string, text: string): SourceDocument {
  checkSize(file, text, 'YAML');
  const locationAt = linesOf(file, text);
  const document = yamlValue(file, () => parseDocument(text, { prettyErrors: false, uniqueKeys: true }));
  const overflow = document.errors.find(({ message }) => message.includes('call stack'));
  if (overflow !== undefined) throw tooDeep(locationAt(overflow.pos[0]));
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    code: 'YAML_SYNTAX',
    message: `This is not valid YAML: ${error.message.split('\n')[0]}.`,
    location: locationAt(error.pos[0]),
  }));
  if (problems.length > 0) throw new Failure(problems);
  const value: unknown = yamlValue(file, () => document.toJS({ maxAliasCount: 1000 }));
  checkDepth(value, file);
  return {
    file,
    value,
    locate: (path) => locationAt(offsetOf(document.contents, path, false)),
    locateKey: (path) => locationAt(offsetOf(document.contents, path, true)),
  };
}

/**
 * Parses a YAML (or JSON) text that must hold exactly one document without errors or duplicate keys.
 *
 * @throws Failure YAML_SYNTAX with every syntax error, each with line and column; SOURCE_TOO_DEEP, SOURCE_TOO_LARGE and
 * YAML_ALIASES for what could not be read in bounded time.
 */
export function parseSource(file: string, given: string): SourceDocument {
  const text = given.replace(/^\uFEFF/, '');
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const message = 'There is a NUL character in this file, which is no text then.';
    throw new Failure({ code: 'YAML_SYNTAX', message, location: linesOf(file, text)(nul) });
  }
  const json = readJson(text);
  return json === undefined ? yamlSource(file, text) : jsonSource(file, text, json.value);
}
