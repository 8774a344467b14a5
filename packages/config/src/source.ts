import { Failure, type Location, type Problem } from '@slipway/failure';
import { isMap, isNode, isPair, type Node, type Pair, parseDocument } from 'yaml';
import { findPlaces, offsetIn } from './json.ts';
import { linesOf } from './lines.ts';

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

/** Deeper than anything that people write, and well within what a stack can hold. */
const DEPTH_MAX = 500;

/** The YAML reader takes some two seconds for a mebibyte and JSON a hundredth of that. */
const SIZE_MAX = { YAML: 8, JSON: 64 } as const;

const tooDeep = (location: Location): Failure =>
  new Failure({ code: 'SOURCE_TOO_DEEP', message: `This is nested deeper than ${DEPTH_MAX} levels.`, location });

function checkSize(file: string, text: string, form: keyof typeof SIZE_MAX): void {
  const mebibytes = text.length / 2 ** 20;
  if (mebibytes <= SIZE_MAX[form]) return;
  const message = `The file has ${mebibytes.toFixed(1)} MiB; ${form} is read up to ${SIZE_MAX[form]} MiB.`;
  throw new Failure({ code: 'SOURCE_TOO_LARGE', message, remedy: 'Split it into several files.', location: { file } });
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

function jsonSource(file: string, text: string, value: unknown): SourceDocument {
  checkSize(file, text, 'JSON');
  const locationAt = linesOf(file, text);
  const places = findPlaces(text, DEPTH_MAX);
  if (places.tooDeep !== undefined) throw tooDeep(locationAt(places.tooDeep));
  const problems = places.duplicates.map(({ key, offset }): Problem => {
    const message = `The key ${JSON.stringify(key)} stands twice in its object, so one of its values would be lost.`;
    return { code: 'YAML_SYNTAX', message, location: locationAt(offset) };
  });
  if (problems.length > 0) throw new Failure(problems);
  return {
    file,
    value,
    locate: (path) => locationAt(offsetIn(places.root, path, false)),
    locateKey: (path) => locationAt(offsetIn(places.root, path, true)),
  };
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

/**
 * Parses a text that must be JSON and nothing else, with the place of every value.
 *
 * @throws Failure JSON_SYNTAX with the line, and what `parseSource` throws of JSON.
 */
export function parseJson(file: string, given: string): SourceDocument {
  const text = given.replace(/^\uFEFF/, '');
  checkSize(file, text, 'JSON');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(why)?.[1] ?? String(text.length);
    const message = `This is not valid JSON: ${why.replace(/ in JSON at .*/s, '').slice(0, 120)}.`;
    throw new Failure({ code: 'JSON_SYNTAX', message, location: linesOf(file, text)(Number(offset)) });
  }
  return jsonSource(file, text, value);
}
