import type { Media } from '../api/api.ts';
import type { Node } from '../document/node.ts';
import type { Direction, Found } from '../inclusion/index.ts';
import { anchor } from './anchor.ts';
import type { Finding, Spot } from './change.ts';
import { wordsOf } from './change.ts';
import type { Comparison } from './comparison.ts';
import { schemaFindings } from './schema.ts';

/** Whether a range such as `application/*` holds a media type; parameters that a range names must be there. */
export function accepts(range: string, type: string): boolean {
  const [[left = '', ...wanted], [right = '', ...given]] = [range.split(';'), type.split(';')] as [string[], string[]];
  const [a, b] = [left.split('/'), right.split('/')];
  const essence = left === '*/*' || left === '*' || (a[0] === b[0] && (a[1] === '*' || a[1] === b[1]));
  return essence && wanted.every((parameter) => given.includes(parameter));
}

/** Compares schemas of which the writer of the values is known. */
export function compareSchemas(
  comparison: Comparison,
  writer: Direction,
  spot: Spot,
  base: Node | undefined,
  head: Node | undefined,
): readonly Finding[] {
  const [before, after] = [base, head].map((schema) => (schema === undefined ? [] : [schema])) as [Node[], Node[]];
  const found = writer === 'request' ? comparison.request.reasons(before, after) : comparison.response.reasons(after, before);
  return schemaFindings(writer, spot, spot.part === 'body' ? found : found.filter((each) => !isTextAnyway(each)));
}

/** Parameters and headers are written as text, so a number or a boolean is a text as well. */
function isTextAnyway({ reason }: Found): boolean {
  return reason.kind === 'type' && /\bstring\b/.test(reason.wanted) && !/object|array/.test(reason.given);
}

/** Compares the media types of a body: each of before must still be there, with a schema that fits. */
export function compareMedia(
  comparison: Comparison,
  writer: Direction,
  spot: Spot,
  sides: readonly [readonly Media[], readonly Media[]],
): readonly Finding[] {
  const [before, after] = sides;
  const [first] = after;
  const matched = before.flatMap((base): readonly Finding[] => {
    const head = after.find(({ type }) => type === base.type) ?? after.find(({ type }) => accepts(type, base.type));
    const at: Spot = { ...spot, media: base.type };
    if (head !== undefined) return compareSchemas(comparison, writer, at, base.schema, head.schema);
    const message = `${wordsOf(spot)} can no longer be ${base.type}`;
    const parent = first?.at.parent;
    return [
      {
        rule: `${spot.side}-media-type-removed`,
        severity: 'error',
        spot: at,
        message,
        base: base.at,
        head: parent === undefined ? first?.at : anchor(base.at, parent),
      },
    ];
  });
  const added = after.filter(({ type }) => !before.some((base) => base.type === type));
  return [
    ...matched,
    ...added.map(({ type, at }): Finding => {
      const message = `${wordsOf(spot)} can now be ${type}`;
      return {
        rule: `${spot.side}-media-type-added`,
        severity: 'info',
        spot: { ...spot, media: type },
        message,
        base: undefined,
        head: at,
      };
    }),
  ];
}
