import { describe, expect, test } from '@jest/globals';
import { matchBody, parseExactJson, parsePact } from '@slipway/contract';
import { openDocuments, readApi } from '@slipway/openapi';
import { memoryFiles } from '@slipway/system/memory';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { comparer } from './compare.ts';

type Json = Readonly<Record<string, unknown>>;

function contractOf(example: unknown, rules: Json) {
  const response = { status: 200, body: { v: example }, matchingRules: { body: rules } };
  const interactions = [{ description: 'x', request: { method: 'GET', path: '/x' }, response }];
  const pact = { consumer: { name: 'c' }, provider: { name: 'p' }, interactions };
  return parsePact('pact.json', JSON.stringify({ ...pact, metadata: { pactSpecification: { version: '3.0.0' } } }));
}

const rule = (...matchers: readonly Json[]): Json => ({ '$.v': { matchers } });

async function compared(example: unknown, rules: Json, schema: object) {
  const body = { type: 'object', required: ['v'], properties: { v: schema } };
  const responses = { 200: { content: { 'application/json': { schema: body } } } };
  const files = memoryFiles({ 'a.json': JSON.stringify({ openapi: '3.1.0', paths: { '/x': { get: { responses } } } }) });
  const { results } = comparer(readApi(await openDocuments('a.json', files)))(contractOf(example, rules));
  return results.flatMap(({ conflicts }) => conflicts.map(({ severity, message }) => ({ severity, message })));
}

async function verdict(example: unknown, rules: Json, schema: object): Promise<string> {
  const found = await compared(example, rules, schema);
  return found.some(({ severity }) => severity === 'error') ? 'breaks' : found.length > 0 ? 'unproven' : 'kept';
}

const string = { type: 'string' };
const number = { type: 'number' };
const integer = { type: 'integer' };
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more });
const map = (additionalProperties: object) => ({ type: 'object', additionalProperties });
const named = (properties: Json) => ({ type: 'object', properties, required: Object.keys(properties) });

const date = { match: 'date', format: 'yyyy-MM-dd' };
const german = { match: 'date', format: 'dd.MM.yyyy' };
const datetime = { match: 'datetime', format: "yyyy-MM-dd'T'HH:mm:ssXXX" };
const type = { match: 'type' };
const containing = { match: 'arrayContains', variants: [{ index: 0, rules: { '$.k': { matchers: [{ match: 'equality' }] } } }] };

const CASES: readonly (readonly [string, unknown, Json, object, 'kept' | 'unproven' | 'breaks'])[] = [
  ['a date within dates', '2026-01-31', rule(date), { ...string, format: 'date' }, 'kept'],
  ['a date within any text', '2026-01-31', rule(date), string, 'unproven'],
  ['a date within identifiers', '2026-01-31', rule(date), { ...string, format: 'uuid' }, 'breaks'],
  ['a date within listed days', '2026-01-31', rule(date), { enum: ['2026-01-31', '2026-02-28'] }, 'kept'],
  ['a date within listed texts that are none', '2026-01-31', rule(date), { enum: ['2026-01-31', '2026-02-30'] }, 'breaks'],
  ['a date within numbers', '2026-01-31', rule(date), integer, 'breaks'],
  ['a date written otherwise within dates', '31.01.2026', rule(german), string, 'unproven'],
  ['a date written otherwise within a list', '31.01.2026', rule(german), { enum: ['31.01.2026'] }, 'kept'],
  ['a date written otherwise within others', '31.01.2026', rule(german), { enum: ['31.01.2026', '2026-01-31'] }, 'breaks'],
  ['a time within any text', '10:00:00', rule({ match: 'time', format: 'HH:mm:ss' }), string, 'unproven'],
  ['a time within others', '10:00:00', rule({ match: 'time', format: 'HH:mm:ss' }), { enum: ['10:00:00', 'noon'] }, 'breaks'],
  [
    'a date and time within dates and times',
    '2026-01-31T10:00:00Z',
    rule(datetime),
    { ...string, format: 'date-time' },
    'unproven',
  ],
  ['a date and time within null', '2026-01-31T10:00:00Z', rule(datetime), { type: ['string', 'null'] }, 'breaks'],
  ['a version within any text', '1.2.3', rule({ match: 'semver' }), string, 'unproven'],
  ['a version within versions', '1.2.3', rule({ match: 'semver' }), { enum: ['1.2.3', '2.0.0-rc.1+x'] }, 'kept'],
  ['a version within others', '1.2.3', rule({ match: 'semver' }), { enum: ['1.2.3', 'v2.0.0'] }, 'breaks'],
  ['content of a type', '{}', rule({ match: 'contentType', value: 'application/json' }), string, 'unproven'],
  ['content of a type within numbers', '{}', rule({ match: 'contentType', value: 'application/json' }), integer, 'breaks'],
  ['a text in any text', 'a txn', rule({ match: 'include', value: 'txn' }), string, 'unproven'],
  ['a text in listed ones', 'a txn', rule({ match: 'include', value: 'txn' }), { enum: ['a txn', 'txn b'] }, 'kept'],
  ['a fraction within numbers', 1.5, rule({ match: 'decimal' }), number, 'unproven'],
  ['a fraction within whole numbers', 1.5, rule({ match: 'decimal' }), integer, 'breaks'],
  ['a fraction within texts', 1.5, rule({ match: 'decimal' }), string, 'breaks'],
  ['a whole number within numbers', 1, rule({ match: 'integer' }), number, 'breaks'],
  ['a whole number within whole numbers', 1, rule({ match: 'integer' }), integer, 'kept'],
  ['a number like a pattern', 12, rule({ match: 'regex', regex: '\\d+' }), integer, 'unproven'],
  ['truth within truth', true, rule({ match: 'boolean' }), { type: 'boolean' }, 'kept'],
  ['truth within its words', true, rule({ match: 'boolean' }), { enum: [true, 'true', 'false'] }, 'kept'],
  ['truth within other words', true, rule({ match: 'boolean' }), { enum: [true, 'yes'] }, 'breaks'],
  ['something filled within texts', 'x', rule({ match: 'notEmpty' }), string, 'unproven'],
  ['something filled within filled texts', 'x', rule({ match: 'notEmpty' }), { ...string, minLength: 1 }, 'kept'],
  ['something filled within numbers too', 'x', rule({ match: 'notEmpty' }), { enum: ['x', 1] }, 'kept'],
  ['something filled within null', 'x', rule({ match: 'notEmpty' }), { type: ['string', 'null'], minLength: 1 }, 'breaks'],
  ['something filled within the empty text', 'x', rule({ match: 'notEmpty' }), { enum: ['x', ''] }, 'breaks'],
  ['filled lists within lists', [1], rule({ match: 'notEmpty' }), list(integer), 'unproven'],
  ['filled lists within filled lists', [1], rule({ match: 'notEmpty' }), list(integer, { minItems: 1 }), 'kept'],
  ['at least one item', [1], rule({ match: 'type', min: 1 }), list(integer), 'unproven'],
  ['at least two items where there is one', [1, 2], rule({ match: 'type', min: 2 }), list(integer, { maxItems: 1 }), 'breaks'],
  ['items of another type', [1], rule({ match: 'type', min: 1 }), list(string, { minItems: 1 }), 'breaks'],
  ['a second item that asks for more', [{ a: 1 }, { a: 1, b: 1 }], rule(type), list(named({ a: integer })), 'breaks'],
  [
    'values under any key',
    { k: 1 },
    { ...rule({ match: 'values' }), '$.v.*': { matchers: [{ match: 'integer' }] } },
    map(integer),
    'kept',
  ],
  ['values under other keys', { k: { a: 1 } }, rule({ match: 'values' }), map(named({ b: integer })), 'breaks'],
  ['each value within its type', { k: 1 }, rule({ match: 'eachValue', rules: [{ match: 'integer' }] }), map(integer), 'kept'],
  ['each value within another', { k: 1 }, rule({ match: 'eachValue', rules: [{ match: 'integer' }] }), map(number), 'breaks'],
  ['each value by named keys', { k: 1 }, rule({ match: 'eachValue', rules: [type] }), named({ k: number, o: string }), 'breaks'],
  ['each key', { k: 1 }, rule({ match: 'eachKey', rules: [{ match: 'regex', regex: 'k.*' }] }), map(integer), 'unproven'],
  ['each key of what has none', { k: 1 }, rule({ match: 'eachKey', rules: [{ match: 'regex', regex: 'k' }] }), string, 'breaks'],
  ['an item among others', [{ k: 'a' }], rule(containing), list(named({ k: string })), 'unproven'],
  ['an item among what is no list', [{ k: 'a' }], rule(containing), named({ k: string }), 'breaks'],
  [
    'one of two types',
    'x',
    { '$.v': { combine: 'OR', matchers: [type, { match: 'null' }] } },
    { type: ['string', 'null'] },
    'kept',
  ],
  [
    'one of two types within a third',
    'x',
    { '$.v': { combine: 'OR', matchers: [type, { match: 'null' }] } },
    { enum: ['x', 1] },
    'breaks',
  ],
  ['two rules at once', 'ab', rule(type, { match: 'include', value: 'a' }), { enum: ['ab', 'b'] }, 'breaks'],
  ['the very value', 'x', rule({ match: 'equality' }), string, 'kept'],
  ['the very value that there is not', 'x', rule({ match: 'equality' }), { enum: ['y'] }, 'breaks'],
];

describe('what a consumer reads beside what is promised', () => {
  test.each(CASES)('%s', async (_, example, rules, schema, expected) => {
    expect(await verdict(example, rules, schema)).toBe(expected);
  });

  test('is said in words, not in our patterns', async () => {
    const messages = await Promise.all(
      [datetime, { match: 'semver' }, { match: 'contentType', value: 'image/png' }].map((each) =>
        compared('2026-01-31T10:00:00Z', rule(each), string),
      ),
    );
    expect(messages.flat().map(({ message }) => message)).toEqual([
      expect.stringContaining("and the consumer needs a date and time written as yyyy-MM-dd'T'HH:mm:ssXXX"),
      expect.stringContaining('and the consumer needs a semantic version'),
      expect.stringContaining('and the consumer needs content of the type image/png'),
    ]);
  });
});

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true;

const VALUES: readonly unknown[] = [
  ...['', 'x', 'y', 'ab', 'b', 'a txn', '1.2.3', 'v2.0.0', 'true', 'yes', '2026-01-31', '2026-02-30', '31.01.2026', 'noon', '{}'],
  ...['10:00:00', '2026-01-31T10:00:00Z', 0, 1, 1.5, 12, -3, true, false, null],
  ...[
    [],
    [1],
    ['x'],
    [1.5],
    [{ a: 1 }, { a: 1 }],
    [{ k: 'b' }],
    {},
    { k: 1 },
    { k: 1.5 },
    { k: 'x' },
    { k: { a: 1 } },
    { o: { b: 1 } },
  ],
];

describe('no break is missed in silence', () => {
  const ajv = new Ajv2020({
    strict: false,
    formats: { date: isDay, 'date-time': true, uuid: /^[0-9a-f-]{36}$/ },
  });
  const schemas = [...new Map(CASES.map(([, , , schema]) => [JSON.stringify(schema), schema])).values()];
  const judged = CASES.filter(([, , rules]) => !JSON.stringify(rules).includes('"$.v":{"matchers":[{"match":"equality"}]}'));

  test.each(judged)('%s: what is kept takes every value that there may be', async (_, example, rules) => {
    const missed: string[] = [];
    const body = contractOf(example, rules).interactions[0]?.response;
    for (const schema of schemas) {
      if ((await verdict(example, rules, schema)) !== 'kept') continue;
      const validate = ajv.compile(schema);
      for (const value of VALUES) {
        const read = parseExactJson(JSON.stringify({ v: value }));
        if (!validate(value) || !('value' in read) || !isNamed(schema, value)) continue;
        const told = matchBody(body?.rules.body ?? [], body?.body, read.value);
        if (told.length > 0) missed.push(`${JSON.stringify(schema)} lets ${JSON.stringify(value)} in`);
      }
    }
    expect(missed).toEqual([]);
  });
});

/** Whether an object holds only what its schema speaks of: others are taken not to be answered. */
function isNamed(schema: object, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const text = JSON.stringify(schema);
  return (
    Array.isArray(value) || text.includes('additionalProperties') || Object.keys(value).every((key) => text.includes(`"${key}":`))
  );
}
