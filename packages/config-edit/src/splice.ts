import { Failure } from '@slipway/failure';
import { isAlias, isScalar, parseDocument } from 'yaml';
import { aliasOf, type Place, textOf } from './place.ts';
import type { YamlFile } from './yaml-file.ts';

/** A text that takes the place of a scalar's own. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Kinds of value as problems name them. */
function kindOf({ node }: Place): string {
  if (isAlias(node)) return `the alias *${node.source}`;
  return isScalar(node) ? 'empty' : 'a map or a list';
}

/**
 * Whether every reader takes the bare text for a string.
 *
 * YAML 1.1, which some tools of Kubernetes read, has numbers and words that 1.2 has not, and the other way round: a commit
 * such as 1234e56 is a number in one of them.
 */
function isPlainText(value: string): boolean {
  if (!/^\w(?:[\w./:@+-]*[\w])?$/.test(value)) return false;
  const versions = ['1.1', '1.2'] as const;
  return versions.every((version) => parseDocument(value, { version }).toJS() === value) && !/^[\d_.:+-]+$/.test(value);
}

function render(value: string, type: string): string {
  if (type === 'single-quoted-scalar') return `'${value.replaceAll("'", "''")}'`;
  return type === 'scalar' && isPlainText(value) ? value : JSON.stringify(value);
}

function refuse(code: string, message: string, remedy: string, at: YamlFile, offset: number): never {
  throw new Failure({ code, message, remedy, location: at.locate(offset) });
}

/** The source of a scalar that may be replaced. */
function sourceOf(
  at: YamlFile,
  place: Place,
  what: string,
): { readonly type: string; readonly start: number; readonly source: string } {
  const offset = place.node.range?.[0] ?? 0;
  const token = isScalar(place.node) ? place.node.srcToken : undefined;
  const type = token?.type ?? '';
  if (type === 'block-scalar')
    refuse('VALUE_BLOCK', `The ${what} is a block of text (| or >).`, 'Write it on one line, behind its key.', at, offset);
  if (token === undefined || !('source' in token) || token.source === '' || textOf(place.node) === undefined)
    refuse('VALUE_UNFIT', `The ${what} is ${kindOf(place)}.`, 'Write a text there; it is replaced from then on.', at, offset);
  const alias = aliasOf(place);
  if (alias !== undefined) {
    const line = at.locate(alias.range?.[0] ?? 0).line;
    const message = `The ${what} has an anchor that is used on line ${line} as well, where it would change too.`;
    refuse('VALUE_SHARED', message, 'Write the value out in both places.', at, offset);
  }
  return { type, start: token.offset, source: token.source };
}

/**
 * What is to be replaced so that the scalar has the value, in the way of quoting that is there.
 *
 * @param what names the value in problems, such as `digest`
 * @returns undefined when it has the value.
 * @throws Failure VALUE_BLOCK, VALUE_UNFIT, VALUE_SHARED: what cannot be replaced without changing anything else.
 */
export function spliceFor(at: YamlFile, place: Place, value: string, what: string): Splice | undefined {
  const { type, start, source } = sourceOf(at, place, what);
  if (isScalar(place.node) && place.node.value === value) return undefined;
  return { start, end: start + source.length, text: render(value, type) };
}

/** The text with the splices made; they must not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  return splices
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}
