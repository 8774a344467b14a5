import { describe, expect, test } from '@jest/globals';
import { Inclusion } from '@slipway/openapi';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { exampleSchema, schemaNode } from './reader.ts';

/** Schemas that hold every keyword whose meaning for one value is judged here, by a judge that has never seen this code. */
const SCHEMAS: readonly object[] = [
  { type: 'string' },
  { type: ['string', 'null'] },
  { type: 'string', minLength: 2, maxLength: 4 },
  { type: 'string', pattern: '^txn_' },
  { enum: ['a', 1, null] },
  { const: 'txn_1' },
  { type: 'integer', minimum: 1, exclusiveMaximum: 10 },
  { type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 },
  { type: 'boolean' },
  { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 2 },
  { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } },
  { type: 'object', required: ['a'], properties: { a: { type: 'integer' }, b: { type: 'string' } } },
  { type: 'object', properties: { a: { type: 'integer' } }, additionalProperties: false },
  { type: 'object', properties: { a: {} }, additionalProperties: { type: 'string' } },
  { type: 'object', properties: { a: { type: 'object', required: ['b'], properties: { b: { enum: [1, 'x'] } } } } },
  { oneOf: [{ type: 'string', maxLength: 1 }, { type: 'integer' }] },
  {
    anyOf: [
      { type: 'object', required: ['a'], properties: { a: { const: 1 } } },
      { type: 'object', required: ['b'], properties: { b: {} } },
    ],
  },
  { allOf: [{ type: 'integer' }, { minimum: 2 }, { maximum: 5 }] },
  { allOf: [{ type: 'object', required: ['a'], properties: { a: {} } }, { properties: { b: { type: 'string' } } }] },
  { patternProperties: { '^a$': { type: 'integer' } }, type: 'object' },
  { type: 'array', uniqueItems: true },
  { type: 'object', minProperties: 1, maxProperties: 1 },
  {},
];

const VALUES: readonly unknown[] = [
  'a',
  'ab',
  'abcde',
  'txn_1',
  '',
  '😀',
  0,
  1,
  2,
  3.5,
  10,
  -1,
  2 ** 53,
  true,
  null,
  [],
  [1],
  ['x', 1],
  [1, 2, 3],
  [1, 1],
  {},
  { a: 1 },
  { a: 'x' },
  { b: 'x' },
  { a: 1, b: 'x' },
  { a: 1, b: 2 },
  { a: { b: 1 } },
  { a: { b: 'y' } },
  { a: {} },
];

describe('the schema of a value', () => {
  test('is the same for the same value', () => {
    expect(exampleSchema({ a: [1, 'x'] })).toBe(exampleSchema({ a: [1, 'x'] }));
  });

  test.each([[[null, Infinity, -Infinity, 'Infinity']], [[1, '1', true, 'true']]])('is another for each of %j', (values) => {
    expect(values.map(exampleSchema)).toEqual(values.map((value) => ({ const: value })));
  });
});

describe.each(['request', 'answer'] as const)('one value of a %s within a schema', (view) => {
  const ajv = new Ajv2020({ strict: false });

  test.each(SCHEMAS.map((schema) => [JSON.stringify(schema), schema] as const))('%s takes what ajv takes', (_, schema) => {
    const validate = ajv.compile(schema);
    const taken = (value: unknown): boolean =>
      // A property that is passed over does no harm by itself, and JSON Schema lets it in.
      new Inclusion(view)
        .reasons([schemaNode(exampleSchema(value))], [schemaNode(schema)])
        .every(({ reason }) => reason.kind === 'property-ignored');
    expect(VALUES.map((value) => [value, taken(value)])).toEqual(VALUES.map((value) => [value, validate(value)]));
  });
});

describe('one schema within another', () => {
  const ajv = new Ajv2020({ strict: false });
  const validators = SCHEMAS.map((schema) => ajv.compile(schema));

  test('is never said to be while a value of the one is none of the other', () => {
    const missed = SCHEMAS.flatMap((sub, i) =>
      SCHEMAS.flatMap((sup, j) => {
        const witness = VALUES.find(
          (value) => isClosed(sub, value) && validators[i]?.(value) === true && validators[j]?.(value) === false,
        );
        if (witness === undefined) return [];
        const found = new Inclusion('request').reasons([schemaNode(sub)], [schemaNode(sup)]);
        return found.length === 0 ? [`${JSON.stringify(sub)} in ${JSON.stringify(sup)}: ${JSON.stringify(witness)}`] : [];
      }),
    );
    expect(missed).toEqual([]);
  });

  test('is said to be of each schema within itself', () => {
    for (const schema of SCHEMAS)
      expect(new Inclusion('request').reasons([schemaNode(schema)], [schemaNode(structuredClone(schema))])).toEqual([]);
  });
});

/** Whether a value holds only properties that the schema names somewhere: others are taken not to be sent. */
function isClosed(schema: object, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  const text = JSON.stringify(schema);
  return Object.entries(value).every(([key, each]) => text.includes(`"${key}":`) && isClosed(schema, each));
}
