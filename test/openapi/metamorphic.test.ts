import { describe, expect, test } from '@jest/globals';
import { type Change, diff, openDocuments, readApi } from '@slipway/openapi';
import { memoryFiles } from '@slipway/system/memory';
import { stringify } from 'yaml';
import { type Json, makeDescription } from './description.ts';
import { MUTATIONS } from './mutation.ts';
import { random } from './random.ts';
import { at, isJson } from './site.ts';

const SEEDS = Array.from({ length: 25 }, (_, seed) => seed + 1);

async function compare(base: Record<string, string>, head: Record<string, string>): Promise<readonly Change[]> {
  const read = async (given: Record<string, string>) =>
    readApi(await openDocuments(Object.keys(given)[0] ?? '', memoryFiles(given)));
  return diff(await read(base), await read(head), 0);
}

const asJson = (description: Json): Record<string, string> => ({ 'openapi.json': JSON.stringify(description, null, 2) });

function map(value: unknown, edit: (each: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((each) => map(each, edit));
  if (!isJson(value)) return value;
  return edit(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, map(each, edit)])));
}

const reversed = (each: Json): Json => Object.fromEntries(Object.entries(each).reverse());

/** What a schema of 3.0 is in 3.1: null is a type, and an exclusive limit a number. */
function upgraded(each: Json): Json {
  const { nullable, exclusiveMinimum, minimum, ...rest } = each;
  return {
    ...rest,
    ...(nullable === true && typeof each['type'] === 'string' && { type: [each['type'], 'null'] }),
    ...(nullable === true && Array.isArray(each['enum']) && { enum: [...each['enum'], null] }),
    ...(minimum !== undefined && (exclusiveMinimum === true ? { exclusiveMinimum: minimum } : { minimum })),
    ...(each['openapi'] !== undefined && { openapi: '3.1.0' }),
  };
}

/** The same with its schemas in a file of their own. */
function split(description: Json): Record<string, string> {
  const moved = structuredClone(description);
  const schemas = at(moved, 'components')['schemas'];
  delete at(moved, 'components')['schemas'];
  const refer = (file: string) => (each: Json) =>
    typeof each['$ref'] === 'string' ? { ...each, $ref: each['$ref'].replace('#/components/schemas/', `${file}#/`) } : each;
  return {
    'openapi.yaml': stringify(map(moved, refer('types/all%20schemas.yaml'))),
    'types/all schemas.yaml': stringify(map(schemas, refer(''))),
  };
}

/** A description that the mutations of schemas have gone over, so that it holds more than the generator makes. */
function worn(seed: number): Json {
  const description = makeDescription(seed);
  for (const name of ['let null in', 'exclude the minimum', 'make it read only', 'add a branch'])
    MUTATIONS[name]?.(description, random(seed));
  return description;
}

describe('the same description', () => {
  test.each<[string, (description: Json) => Record<string, string>]>([
    ['written twice', asJson],
    ['in YAML', (description) => ({ 'openapi.yaml': stringify(description) })],
    ['with its keys in another order', (description) => asJson(map(description, reversed) as Json)],
    ['in 3.1', (description) => asJson(map(description, upgraded) as Json)],
    ['in several files', split],
  ])('%s has no change at all', async (_, other) => {
    for (const seed of SEEDS) {
      expect(await compare(asJson(worn(seed)), other(worn(seed)))).toEqual([]);
      expect(await compare(other(worn(seed)), asJson(worn(seed)))).toEqual([]);
    }
  });
});

/** One schema as what is sent and as what is answered, under the names that both sides' rules have in common. */
const COMMON: Readonly<Record<string, string>> = {
  'request-property-added-required': 'property-missing',
  'response-property-removed': 'property-missing',
  'request-property-became-required': 'property-optional',
  'response-property-became-optional': 'property-optional',
};

const kinds = (changes: readonly Change[], side: string): readonly string[] =>
  changes
    .filter(({ severity, spot }) => severity === 'error' && spot.side === side && spot.part === 'body')
    .map(
      ({ rule, spot }) =>
        `${COMMON[rule] ?? rule.replace(/^(request|response)-/, '').replace(/-(narrowed|widened)$/, '')} ${spot.path.join('.')}`,
    )
    .sort();

/** Mutations that mean something else for who writes than for who reads. */
const ONE_SIDED = /read only|write only|close an object|open an object/;

describe('roles', () => {
  const wide = (schemas: Json, one: string): Json => ({
    openapi: '3.0.3',
    paths: {
      '/x': {
        post: {
          requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${one}` } } } },
          responses: { '200': { content: { 'application/json': { schema: { $ref: `#/components/schemas/${one}` } } } } },
        },
      },
    },
    components: { schemas: map(schemas, ({ additionalProperties: _, ...rest }) => rest) },
  });

  test.each(Object.keys(MUTATIONS).filter((name) => !ONE_SIDED.test(name)))('swapped: %s', async (name) => {
    for (const seed of SEEDS) {
      const before = wide(at(makeDescription(seed), 'components')['schemas'] as Json, 'Schema0');
      const after = structuredClone(before);
      MUTATIONS[name]?.(after, random(seed));
      if (Object.keys(at(at(after, 'paths'), '/x')).length === 0) continue;
      if (JSON.stringify(after['paths']) !== JSON.stringify(before['paths'])) continue;
      const [there, back] = [await compare(asJson(before), asJson(after)), await compare(asJson(after), asJson(before))];
      expect(kinds(there, 'request')).toEqual(kinds(back, 'response'));
      expect(kinds(there, 'response')).toEqual(kinds(back, 'request'));
    }
  });
});

test.each([
  'add an optional property',
  'add a parameter',
  'add an operation',
  'add an answer',
  'add a header',
  'describe it better',
  'deprecate an operation',
  'take another media type too',
])('to %s is never breaking', async (name) => {
  for (const seed of SEEDS) {
    const [before, after] = [makeDescription(seed), makeDescription(seed)];
    MUTATIONS[name]?.(after, random(seed));
    const errors = (await compare(asJson(before), asJson(after))).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  }
});
