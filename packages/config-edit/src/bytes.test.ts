import { expect, test } from '@jest/globals';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { parseAllDocuments } from 'yaml';
import { editImage } from './edit.ts';

const DIGEST = `sha256:${'5e'.repeat(32)}`;
const IMAGE = { repository: 'ghcr.io/org/orders', tag: '2026e11', digest: DIGEST };
const FILES = 1500;

/** A made-up file around one scalar: everything that a person may write before, behind and between. */
function madeUp(seed: number) {
  const random = xoroshiro128plus(seed);
  const pick = <T>(values: readonly T[]): T => values[uniformInt(random, 0, values.length - 1)] as T;
  const maybe = (text: string): string => pick(['', text]);
  const end = pick(['\n', '\r\n']);
  const quote = pick(['', "'", '"']);
  const noise = (): string =>
    pick([
      '',
      '# ümlaut 🙂 {[',
      'a: &a1 {x: [1, "2"], y: *a0}',
      'text: |-\n  image: no\n\n  tag: x',
      'q: "a\\n\\"b: c"',
      "\"k: y\": 'it''s'",
    ]);
  const value = `${quote}${pick(['old', '1.10', 'x-y', 'true'])}${quote}`;
  const properties = `${maybe('&mine ')}${maybe('!!str ')}`;
  const [open, close] = pick([
    ['svc:\n    image:\n        tag: ', ''],
    ['svc: {image: {a: [b, c], tag: ', ', z: "}"}}'],
    ['svc:\n  image: {tag: ', '}'],
    ['? svc\n: image:\n    # comment\n    tag:   ', ''],
    ['svc:\n  image:\n    tag:\n      ', ''],
  ] as const);
  const head = `${maybe('\uFEFF')}${maybe('# first\n')}${pick(['', '---\n', 'other: 1\n---\n'])}a0: &a0 zero\n${noise().replace('a1', 'b1').replace('a: ', 'aa: ').replace('text', 'text0').replace('q:', 'q0:').replace('"k: y"', 'k0')}\n`;
  const tail = `${pick(['', ' # behind', '   '])}\n${noise()}${pick(['', '\n', '\n\n', '\n...\n', '\n---\nmore: [svc]\n'])}`;
  const lines = (text: string): string => text.replaceAll('\n', end);
  return { before: lines(`${head}${open}${properties}`), value, after: lines(`${close}${tail}`), quote };
}

const valuesOf = (text: string): unknown[] => parseAllDocuments(text).map((document) => document.toJS() as unknown);

function withTag(values: unknown[], tag: string): unknown[] {
  return values.map((value) => {
    const { svc, ...rest } = value as { svc?: { image: object } };
    return svc === undefined || Array.isArray(svc) ? value : { ...rest, svc: { image: { ...svc.image, tag } } };
  });
}

test(`of ${FILES} made-up files only the bytes of the scalar change, and only its value`, () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= FILES; seed += 1) {
    const { before, value, after, quote } = madeUp(seed);
    const text = before + value + after;
    const target = { kind: 'paths', paths: [{ path: 'svc.image.tag', part: 'tag' }] } as const;
    const edit = editImage('made-up.yaml', text, target, IMAGE);
    // A number in YAML 1.2: bare it would not be text.
    const written = quote === "'" ? `'${IMAGE.tag}'` : `"${IMAGE.tag}"`;
    expect(edit.text).toBe(before + written + after);
    expect(valuesOf(edit.text)).toEqual(withTag(valuesOf(text), IMAGE.tag));
    expect(edit.changes).toHaveLength(1);
    expect(editImage('made-up.yaml', edit.text, target, IMAGE)).toEqual({ text: edit.text, changes: [] });
    seen.add(text);
  }
  expect(seen.size).toBeGreaterThan(FILES * 0.9);
});
