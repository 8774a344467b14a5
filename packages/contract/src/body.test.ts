import { describe, expect, test } from '@jest/globals';
import { matchContent } from './body.ts';
import type { Mismatch } from './match.ts';
import { type Matcher, parsePath, type Rules } from './rules.ts';

const rules = (entries: Record<string, Matcher>): Rules =>
  Object.entries(entries).map(([path, matcher]) => ({ tokens: parsePath(path), combine: 'AND', matchers: [matcher] }));
const told = (found: readonly Mismatch[]): readonly string[] =>
  found.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
const judge = (type: string, expected: unknown, actual: string | Uint8Array, given: Rules = [], actualType = type) =>
  told(matchContent(given, { value: expected, type }, { bytes: Buffer.from(actual), type: actualType }));

const XML = 'application/xml';
const FORM = 'application/x-www-form-urlencoded';

describe('XML', () => {
  const order = '<order id="1" xmlns="urn:shop"><item>book</item></order>';
  test.each<[string, string, Rules, readonly string[]]>([
    [
      'that is the same but for prefix, white space and order',
      '<s:order xmlns:s="urn:shop" id="1">\n <s:x/>\n <s:item>book</s:item></s:order>',
      [],
      [],
    ],
    [
      'of another namespace',
      '<order id="1" xmlns="urn:other"><item>book</item></order>',
      [],
      ['order must be the root element, and the root is order'],
    ],
    ['that lacks an element', '<order id="1" xmlns="urn:shop"/>', [], ['order.item is missing']],
    ['that lacks an attribute', '<order xmlns="urn:shop"><item>book</item></order>', [], ['order.@id is missing']],
    [
      'with another text',
      '<order id="1" xmlns="urn:shop"><item>pen</item></order>',
      [],
      ['order.item.#text must be "book", and is "pen"'],
    ],
    [
      'with a text that a rule accepts',
      '<order id="1" xmlns="urn:shop"><item>pen</item></order>',
      rules({ "$.order.item['#text']": { match: 'type' } }),
      [],
    ],
    [
      'with an attribute that a rule refuses',
      '<order id="x" xmlns="urn:shop"><item>book</item></order>',
      rules({ "$.order['@id']": { match: 'integer' } }),
      ['order.@id must be a whole number, and is "x"'],
    ],
    [
      'with fewer elements than a rule asks for',
      order,
      rules({ '$.order.item': { match: 'type', min: 2 } }),
      ['order.item must be there at least 2 times, and is there 1 times'],
    ],
    [
      'with more elements than a rule allows',
      order.replace('</item>', '</item><item>a</item>'),
      rules({ '$.order.item': { match: 'type', max: 1 } }),
      ['order.item must be there at most 1 times, and is there 2 times'],
    ],
    [
      'with a rule on the second of its kind',
      order.replace('</item>', '</item><item>7</item>'),
      rules({ "$.order.item[1]['#text']": { match: 'integer' } }),
      [],
    ],
    ['that is none', '{"a":1}', [], ['must be XML, and is "{\\"a\\":1}"']],
    [
      'whose entities would grow without end',
      '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><order id="1" xmlns="urn:shop"><item>&c;</item></order>',
      [],
      [expect.stringContaining('order.item.#text must be "book"') as unknown as string],
    ],
  ])('%s', (_, actual, given, found) => {
    expect(judge(XML, order, actual, given)).toEqual(found);
  });
});

describe('a body', () => {
  test.each<[string, string, unknown, string | Uint8Array, readonly string[]]>([
    ['form with a field too many', FORM, 'a=1', 'a=1&b=2', ['b is a field that the contract does not know']],
    ['form that lacks a field', FORM, 'a=1&b=2', 'a=1', ['b is missing']],
    ['of text', 'text/plain', 'abc', 'abd', ['is another text']],
    ['of bytes', 'image/png', 'abc', 'abd', ['must be the same 3 bytes, and is 3 others']],
    [
      'that is nested too deeply',
      'application/json',
      { a: 1 },
      '['.repeat(200_000),
      [expect.stringMatching(/^must be JSON/) as unknown as string],
    ],
    [
      'that is not text in its charset',
      'application/json',
      { a: 1 },
      new Uint8Array([0xff, 0xfe, 0x7b]),
      ['is not text in the charset of its type, application/json'],
    ],
    [
      'with a key twice',
      'application/json',
      { a: 1 },
      '{"a":1,"a":2}',
      ['must be JSON in which no key stands twice, and is "{\\"a\\":1,\\"a\\":2}"'],
    ],
  ])('%s', (_, type, expected, actual, found) => {
    expect(judge(type, expected, actual)).toEqual(found);
  });

  test('is read in the charset that its type names', () => {
    expect(judge('text/plain', 'é', new Uint8Array([0xe9]), [], 'text/plain; charset=iso-8859-1')).toEqual([]);
  });

  test('keeps the digits of its numbers: longer ones than a double holds are told apart', () => {
    const exact = { value: JSON.parse('{"id":9007199254740992}') as unknown, type: 'application/json' };
    expect(told(matchContent([], exact, { bytes: Buffer.from('{"id":9007199254740993}') }))).toEqual([
      'id must be 9007199254740992, and is 9007199254740993',
    ]);
  });

  test.each<[string, Matcher, string, readonly string[]]>([
    ['a JSON text', { match: 'contentType', value: 'application/json' }, '{"a":1}', []],
    [
      'a text that is no JSON',
      { match: 'contentType', value: 'application/json' },
      '{"a":',
      ['must be application/json, and is text/plain'],
    ],
    ['a picture', { match: 'contentType', value: 'image/png' }, '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', []],
  ])('of which a rule asks for its type: %s', (_, matcher, text, found) => {
    const bytes = Buffer.from(text, 'latin1');
    expect(told(matchContent(rules({ $: matcher }), { value: 'x', type: 'application/octet-stream' }, { bytes }))).toEqual(found);
  });
});
