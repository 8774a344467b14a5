import { describe, expect, test } from '@jest/globals';
import { Failure, type Problem } from '@slipway/failure';
import { decodeText, parseSource } from './index.ts';

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problems;
  }
}

const YAML = 'paths:\n  /charge:\n    post:\n      - amount\n      - "on": no\n';
const JSON_TEXT =
  '{\n  "paths": {\n    "/charge": {\n      "post": [\n        "amount",\n        { "on": "no \\" }", "x": -1.5e3 }\n      ]\n    }\n  }\n}\n';

describe.each([
  ['YAML', YAML],
  ['YAML with CRLF', YAML.replaceAll('\n', '\r\n')],
  ['YAML with a byte order mark', `\uFEFF${YAML}`],
])('%s', (_, text) => {
  test('tells the line of values and keys', () => {
    const source = parseSource('a.yaml', text);
    expect(source.value).toEqual({ paths: { '/charge': { post: ['amount', { on: 'no' }] } } });
    expect(source.locate(['paths', '/charge', 'post', 0])).toMatchObject({ line: 4, column: 9 });
    expect(source.locateKey(['paths', '/charge', 'post'])).toMatchObject({ line: 3, column: 5 });
    expect(source.locateKey(['paths', '/charge', 'post', 1, 'on'])).toMatchObject({ line: 5 });
    expect(source.locate(['paths', '/charge', 'nothing', 'more'])).toMatchObject({ line: 3 });
  });
});

describe.each([
  ['JSON', JSON_TEXT],
  ['JSON with CRLF', JSON_TEXT.replaceAll('\n', '\r\n')],
])('%s', (_, text) => {
  test('tells the line of values and keys', () => {
    const source = parseSource('a.json', text);
    expect(source.value).toEqual({ paths: { '/charge': { post: ['amount', { on: 'no " }', x: -1500 }] } } });
    expect(source.locate(['paths', '/charge', 'post', 0])).toMatchObject({ line: 5, column: 9 });
    expect(source.locateKey(['paths', '/charge', 'post'])).toMatchObject({ line: 4, column: 7 });
    expect(source.locate(['paths', '/charge', 'post', 1, 'x'])).toMatchObject({ line: 6, column: 33 });
    expect(source.locate(['paths', '/charge', 'nothing', 'more'])).toMatchObject({ line: 3 });
  });
});

describe('what cannot be read', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [index, name] of [...'bcdefgh'].entries()) {
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`);
  }

  test.each<[string, string, string, number | undefined]>([
    ['a key that stands twice in JSON', '{\n  "a": 1,\n  "b": { "a": 1 },\n  "a": 2\n}', 'YAML_SYNTAX', 4],
    ['a key that stands twice in YAML', 'a: 1\nb: 2\na: 3\n', 'YAML_SYNTAX', 3],
    ['a tab that indents', 'a:\n\tb: 1\n', 'YAML_SYNTAX', 2],
    ['a NUL character', 'a: 1\nb: x\0y\n', 'YAML_SYNTAX', 2],
    ['JSON that is cut off', '{\n  "a": [1,\n', 'YAML_SYNTAX', 3],
    ['an alias bomb', bomb.join('\n'), 'YAML_ALIASES', undefined],
    ['10,000 levels of JSON', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'SOURCE_TOO_DEEP', 1],
    ['600 levels of JSON', `${'{"a":'.repeat(600)}1${'}'.repeat(600)}`, 'SOURCE_TOO_DEEP', 1],
    ['10,000 levels of YAML', `x: ${'[a, '.repeat(10_000)}1${']'.repeat(10_000)}`, 'SOURCE_TOO_DEEP', 1],
    ['50 MB of YAML', `a: ${'x'.repeat(50_000_000)}\n`, 'SOURCE_TOO_LARGE', undefined],
  ])('%s is refused', (_, text, code, line) => {
    expect(problemsOf(() => parseSource('a', text))[0]).toMatchObject({ code, location: { file: 'a' } });
    expect(problemsOf(() => parseSource('a', text))[0]?.location?.line).toBe(line);
  });

  test('50 MB of JSON is read', () => {
    const rows = Array.from({ length: 500_000 }, (_, index) => ({ index, text: 'x'.repeat(75) }));
    const source = parseSource('a.json', JSON.stringify(rows, null, 1));
    expect(source.locate([499_999, 'index'])).toMatchObject({ line: 4 * 499_999 + 3 });
  });

  test.each<[string, Uint8Array]>([
    ['UTF-16 with its mark', Buffer.from('\uFEFF{"a":1}', 'utf16le')],
    ['UTF-16 without its mark', Buffer.from('{"a":1}', 'utf16le')],
    ['Latin-1', Buffer.from('a: é', 'latin1')],
  ])('%s is refused', (_, bytes) => {
    expect(problemsOf(() => decodeText('a', bytes))[0]?.code).toBe('TEXT_ENCODING');
  });

  test('UTF-8 is read, its mark dropped', () => {
    expect(decodeText('a', Buffer.from('\uFEFFa: é'))).toBe('a: é');
  });
});
