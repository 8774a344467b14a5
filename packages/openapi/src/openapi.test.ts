import { describe, expect, test } from '@jest/globals';
import { Failure, type Problem } from '@slipway/failure';
import { memoryFiles } from '@slipway/system/memory';
import { type Api, type Change, diff, openDocuments, readApi } from './index.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');

async function read(text: string, name = 'openapi.yaml', others: Record<string, string> = {}): Promise<Api> {
  return readApi(await openDocuments(name, memoryFiles({ [name]: text, ...others })));
}

/** A description whose one operation takes and answers these schemas. */
function description(request: string, response: string, version = '3.0.3'): string {
  return `openapi: ${version}
paths:
  /charge:
    post:
      requestBody:
        content: { application/json: { schema: ${request} } }
      responses:
        "200":
          content: { application/json: { schema: ${response} } }
components:
  schemas:
    Money: { type: object, required: [amount], properties: { amount: { type: integer } } }
    Node: { type: object, properties: { next: { $ref: "#/components/schemas/Node" }, amount: { type: integer } } }
    Card: { type: object, required: [kind], properties: { kind: { type: string, enum: [card] } } }
    Bank: { type: object, required: [kind], properties: { kind: { type: string, enum: [bank] } } }
    Cash: { type: object, required: [kind], properties: { kind: { type: string, enum: [cash] } } }
`;
}

async function changes(before: string, after: string): Promise<readonly Change[]> {
  return diff(await read(before), await read(after), NOW);
}

const rules = (found: readonly Change[], severity: string): readonly string[] =>
  found.filter((each) => each.severity === severity).map(({ rule }) => rule);

/** Each line: a schema, what a request narrows to, and the rule; the response goes the other way round. */
const NARROWER: readonly (readonly [string, string, string, string])[] = [
  ['type', '{ type: [string, integer] }', '{ type: string }', 'type'],
  ['whole numbers', '{ type: number }', '{ type: integer }', 'type'],
  ['null in 3.0', '{ type: string, nullable: true }', '{ type: string }', 'null'],
  [
    'null beside a reference',
    '{ nullable: true, allOf: [{ $ref: "#/components/schemas/Money" }] }',
    '{ $ref: "#/components/schemas/Money" }',
    'null',
  ],
  [
    'null as an alternative',
    '{ anyOf: [{ $ref: "#/components/schemas/Money" }, { enum: [null] }] }',
    '{ $ref: "#/components/schemas/Money" }',
    'null',
  ],
  ['a value', '{ enum: [a, b] }', '{ enum: [a] }', 'enum'],
  ['a list where there was none', '{ type: string }', '{ type: string, enum: [a] }', 'enum'],
  ['a constant', '{ type: string, enum: [a, b] }', '{ const: a }', 'enum'],
  ['minimum', '{ type: integer, minimum: 0 }', '{ type: integer, minimum: 1 }', 'minimum'],
  ['exclusive minimum of 3.0', '{ type: number, minimum: 0 }', '{ type: number, minimum: 0, exclusiveMinimum: true }', 'minimum'],
  ['exclusive minimum of 3.1', '{ type: number, minimum: 0 }', '{ type: number, exclusiveMinimum: 0 }', 'minimum'],
  ['maximum', '{ type: integer }', '{ type: integer, maximum: 9 }', 'maximum'],
  ['step', '{ type: integer, multipleOf: 5 }', '{ type: integer, multipleOf: 10 }', 'multiple'],
  ['least length', '{ type: string }', '{ type: string, minLength: 1 }', 'min-length'],
  ['greatest length', '{ type: string, maxLength: 9 }', '{ type: string, maxLength: 8 }', 'max-length'],
  ['pattern', '{ type: string }', '{ type: string, pattern: ^a }', 'pattern'],
  ['format', '{ type: string }', '{ type: string, format: uuid }', 'format'],
  ['a narrower format', '{ type: integer, format: int64 }', '{ type: integer, format: int32 }', 'format'],
  ['items', '{ type: array, items: { type: number } }', '{ type: array, items: { type: integer } }', 'type'],
  ['number of items', '{ type: array, items: {} }', '{ type: array, items: {}, maxItems: 3 }', 'max-items'],
  ['items once', '{ type: array, items: {} }', '{ type: array, items: {}, uniqueItems: true }', 'unique-items'],
  ['a place in a list', '{ prefixItems: [{ type: number }] }', '{ prefixItems: [{ type: integer }] }', 'type'],
  ['number of properties', '{ type: object }', '{ type: object, minProperties: 1 }', 'min-properties'],
  [
    'a branch',
    '{ oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Bank" }] }',
    '{ oneOf: [{ $ref: "#/components/schemas/Card" }] }',
    'enum',
  ],
  [
    'one of three branches',
    '{ oneOf: [{ type: string }, { type: integer }, { type: boolean }] }',
    '{ oneOf: [{ type: string }, { type: integer }] }',
    'alternative',
  ],
  ['everything', '{ type: string }', 'false', 'alternative'],
  ['within a composition', '{ allOf: [{ type: integer }] }', '{ allOf: [{ type: integer }, { minimum: 3 }] }', 'minimum'],
  ['a condition', '{ type: string }', '{ type: string, not: { enum: [x] } }', 'keyword'],
  [
    'within a schema that holds itself',
    '{ $ref: "#/components/schemas/Node" }',
    '{ allOf: [{ $ref: "#/components/schemas/Node" }], properties: { next: { properties: { next: { properties: { amount: { maximum: 1 } } } } } } }',
    'maximum',
  ],
];

describe.each(NARROWER)('%s', (_, wide, narrow, kind) => {
  test('narrowed in a request breaks, and widened does not', async () => {
    const found = await changes(description(wide, '{}'), description(narrow, '{}'));
    expect(rules(found, 'error')).toContain(`request-${kind}-narrowed`);
    expect(rules(await changes(description(narrow, '{}'), description(wide, '{}')), 'error')).toEqual([]);
  });

  test('widened in a response breaks, and narrowed does not', async () => {
    const found = await changes(description('{}', narrow), description('{}', wide));
    expect(rules(found, 'error')).toContain(`response-${kind}-widened`);
    expect(rules(await changes(description('{}', wide), description('{}', narrow)), 'error')).toEqual([]);
  });

  test('is no change when nothing has changed', async () => {
    expect(await changes(description(wide, narrow), description(wide, narrow))).toEqual([]);
  });
});

describe('properties', () => {
  const object = (properties: string, required = '[]'): string =>
    `{ type: object, required: ${required}, properties: { ${properties} } }`;
  const one = object('a: { type: string }');

  test.each<[string, string, string, readonly string[], readonly string[]]>([
    ['an optional one that is new', one, object('a: { type: string }, b: { type: string }'), [], []],
    ['a required one that is new', one, object('a: { type: string }, b: {}', '[b]'), ['request-property-added-required'], []],
    ['one that becomes required', one, object('a: { type: string }', '[a]'), ['request-property-became-required'], []],
    ['one that becomes optional', object('a: {}', '[a]'), object('a: {}'), [], ['response-property-became-optional']],
    ['a required one that goes', object('a: {}, b: {}', '[b]'), object('a: {}'), [], ['response-property-removed']],
    ['an optional one that goes', object('a: {}, b: {}'), object('a: {}'), [], []],
    [
      'one that goes and must not be sent',
      object('a: {}, b: {}'),
      '{ type: object, properties: { a: {} }, additionalProperties: false }',
      ['request-property-forbidden'],
      [],
    ],
    ['a required one that is only read', one, object('a: { type: string }, b: { readOnly: true }', '[b]'), [], []],
    ['a required one that is only written and goes', object('a: {}, b: { writeOnly: true }', '[b]'), object('a: {}'), [], []],
    [
      'one that becomes only written',
      object('a: {}', '[a]'),
      object('a: { writeOnly: true }', '[a]'),
      [],
      ['response-property-removed'],
    ],
  ])('%s', async (_, before, after, request, response) => {
    const found = await changes(description(before, before), description(after, after));
    expect(rules(found, 'error')).toEqual([...request, ...response]);
  });

  test('that may go, and that nothing is made of any longer, are told', async () => {
    const found = await changes(
      description(object('a: {}, b: {}'), object('a: {}, b: {}')),
      description(object('a: {}'), object('a: {}')),
    );
    expect(rules(found, 'warning')).toEqual(['request-property-removed', 'response-optional-property-removed']);
  });
});

describe('operations', () => {
  const base = `openapi: 3.0.3
servers: [{ url: "https://x.example/v1" }]
paths:
  /charges/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, default: 10 } }
        - { name: tags, in: query, schema: { type: array, items: { type: string } } }
      security: [{ key: [] }, { oauth: [read] }]
      responses:
        "200":
          headers: { X-Rate: { required: true, schema: { type: integer } } }
          content: { application/json: {}, text/csv: {} }
        "404": {}
    delete: { deprecated: true, x-sunset: "2026-05-01", responses: { "204": {} } }
    put: { deprecated: true, x-sunset: "2026-07-01", responses: { "204": {} } }
    post:
      requestBody: { content: { application/json: {}, application/xml: {} } }
      callbacks: { paid: { "{$request.body#/url}": { post: { requestBody: { content: { application/json: { schema: { type: object, required: [a], properties: { a: {} } } } } }, responses: { "200": {} } } } } }
      responses: { "200": {}, "409": {} }
webhooks:
  charged: { post: { requestBody: { content: { application/json: { schema: { enum: [a] } } } }, responses: { "200": {} } } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    oauth: { type: oauth2, flows: {} }
`;

  test.each<[string, string, string, readonly string[]]>([
    ['one that goes', '    post:\n      requestBody', '    patch:\n      requestBody', ['operation-removed']],
    ['one that goes after its sunset', '    delete: {', '    x-delete: {', []],
    ['one that goes before its sunset', '    put: {', '    x-put: {', ['operation-removed-before-sunset']],
    ['a sunset that is brought forward', '2026-07-01', '2026-06-15', ['sunset-brought-forward']],
    ['a sunset that is no day', '2026-07-01', 'soon', ['sunset-malformed']],
    ['a path parameter of another name', '{id}:\n    parameters: [{ name: id', '{key}:\n    parameters: [{ name: key', []],
    ['a required parameter', 'limit, in: query', 'limit, required: true, in: query', ['request-parameter-became-required']],
    [
      'a parameter that is new and required',
      'parameters:\n',
      'parameters:\n        - { name: new, in: header, required: true, schema: {} }\n',
      ['request-parameter-added-required'],
    ],
    ['a list that is written otherwise', 'tags, in', 'tags, explode: false, in', ['request-parameter-style-changed']],
    ['a number that is written otherwise', 'limit, in', 'limit, explode: false, in', []],
    ['a text where a number was', 'type: integer, default: 10', 'type: string, default: 10', []],
    ['credentials that are no longer enough', '[{ key: [] }, { oauth: [read] }]', '[{ key: [] }]', ['request-security-narrowed']],
    ['a scope more', 'oauth: [read]', 'oauth: [read, write]', ['request-security-narrowed']],
    ['credentials that are sent elsewhere', 'in: header, name: X-Key', 'in: query, name: X-Key', ['request-security-narrowed']],
    ['no credentials any longer', 'security: [{ key: [] }, { oauth: [read] }]', 'security: []', []],
    ['another server path', '/v1', '/v2', ['server-path-changed']],
    ['another host', 'x.example', 'y.example', []],
    ['a header that goes', 'X-Rate:', 'X-Other:', ['response-header-removed']],
    ['a header that may be missing', 'X-Rate: { required: true,', 'X-Rate: {', ['response-header-became-optional']],
    ['a media type that is answered no more', ', text/csv: {}', '', ['response-media-type-removed']],
    ['a media type that is taken no more', ', application/xml: {}', '', ['request-media-type-removed']],
    [
      'a body that is required',
      'requestBody: { content: { application/json: {}',
      'requestBody: { required: true, content: { application/json: {}',
      ['request-body-became-required'],
    ],
    ['a success that goes', '"200":\n', '"201":\n', ['response-success-status-removed']],
    ['a success that a range covers', '"200":\n', '2XX:\n', []],
    [
      'a callback that no longer sends a field',
      'required: [a], properties: { a: {} }',
      'properties: {}',
      ['response-property-removed'],
    ],
    ['a callback that may send more', 'properties: { a: {} }', 'properties: { a: {}, b: {} }', []],
    ['a webhook that may send another value', 'enum: [a]', 'enum: [a, b]', ['response-enum-widened']],
    ['a webhook that goes', '  charged:', '  paid:', ['operation-removed']],
  ])('%s', async (_, from, to, expected) => {
    expect(base).toContain(from);
    const found = await changes(base, base.replace(from, to));
    expect([...new Set(rules(found, 'error'))]).toEqual(expected);
  });
});

describe('a change', () => {
  const before = description(
    '{}',
    '\n                type: object\n                required: [status, transaction_id]\n                properties:\n                  status: { type: string }\n                  transaction_id: { type: string }',
  )
    .replace('content: { application/json: { schema: \n', 'content:\n            application/json:\n              schema:\n')
    .replace('transaction_id: { type: string } } }', 'transaction_id: { type: string }');

  test('of what is gone stands beside it, tells where it was, and keeps its fingerprint when other lines move', async () => {
    const after = before
      .replace('                  transaction_id: { type: string }\n', '')
      .replace('[status, transaction_id]', '[status]');
    const [change] = await changes(before, after);
    const lineOf = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;
    expect(change).toMatchObject({
      rule: 'response-property-removed',
      message: 'transaction_id in the answer 200 to POST /charge is gone',
      base: { line: lineOf(before, 'transaction_id: {') },
      head: { line: lineOf(after, 'status: {') },
    });
    const [moved] = await changes(`# a line more\n${before}`, `# another\n\n${after}`);
    expect(moved?.fingerprint).toBe(change?.fingerprint);
  });
});

/** What oasdiff got wrong or argued about, by the numbers of its issues (https://github.com/oasdiff/oasdiff/issues/N). */
describe('compositions that were missed elsewhere', () => {
  const object = (required: string, ...names: readonly string[]): string =>
    `{ type: object, required: [${required}], properties: { ${names.map((name) => `${name}: { type: string }`).join(', ')} } }`;
  const one = (...branches: readonly string[]): string => `{ oneOf: [${branches.join(', ')}] }`;
  const any = (...branches: readonly string[]): string => `{ anyOf: [${branches.join(', ')}] }`;
  const closed = (text: string): string => text.replace('type: object', 'type: object, additionalProperties: false');

  test.each<[string, 'request' | 'response', string, string, string | undefined]>([
    [
      '314: a field that may be missing, in a oneOf',
      'response',
      one(object('a', 'a')),
      one(object('', 'a')),
      'response-property-became-optional',
    ],
    [
      '314: a field that may be missing, in an anyOf',
      'response',
      any(object('a', 'a')),
      any(object('', 'a')),
      'response-property-became-optional',
    ],
    [
      '610: a branch more in an answer',
      'response',
      one(object('a', 'a')),
      one(object('a', 'a'), object('b', 'b')),
      'response-property-removed',
    ],
    ['610: a branch more in a request', 'request', one(object('a', 'a')), one(object('a', 'a'), object('b', 'b')), undefined],
    [
      '348: a branch less',
      'request',
      any('{ type: string }', '{ type: integer }'),
      any('{ type: string }'),
      'request-type-narrowed',
    ],
    ['723: a branch less in an answer', 'response', one('{ type: string }', '{ type: integer }'), '{ type: string }', undefined],
    [
      '702: an object that becomes branches which both take it',
      'request',
      object('a, b', 'a', 'b'),
      one(object('a', 'a', 'b'), object('b', 'a', 'b')),
      'request-overlap-narrowed',
    ],
    [
      '1037: an object that may hold what the other branch asks for',
      'request',
      object('a', 'a', 'b'),
      one(object('a', 'a', 'b'), object('b', 'b')),
      'request-overlap-narrowed',
    ],
    [
      '1037: an integer that is a number as well',
      'request',
      '{ type: integer }',
      one('{ type: integer }', '{ type: number }'),
      'request-overlap-narrowed',
    ],
    [
      '1037: an object that becomes a choice of any',
      'request',
      object('a', 'a', 'b'),
      any(object('a', 'a', 'b'), object('b', 'b')),
      undefined,
    ],
    [
      '1037: an object that becomes branches of which one takes it',
      'request',
      closed(object('a', 'a')),
      one(closed(object('a', 'a')), closed(object('c', 'c'))),
      undefined,
    ],
    [
      '1037: an object that becomes branches of which none takes it',
      'request',
      object('a', 'a'),
      one(object('c', 'c'), object('d', 'd')),
      'request-property-added-required',
    ],
    [
      'an answer that meets two branches',
      'response',
      one(object('a', 'a', 'b'), object('b', 'a', 'b')),
      object('a, b', 'a', 'b'),
      'response-overlap-widened',
    ],
    [
      '1190: a field that takes anything, and then nothing',
      'request',
      '{ type: object, properties: { a: true } }',
      '{ type: object, properties: { a: false } }',
      'request-alternative-narrowed',
    ],
    [
      '1190: a field that takes anything, and then text',
      'request',
      '{ type: object, properties: { a: true } }',
      object('', 'a'),
      'request-type-narrowed',
    ],
    [
      '1190: a field that is text, and then anything',
      'response',
      object('a', 'a'),
      '{ type: object, required: [a], properties: { a: true } }',
      'response-type-widened',
    ],
    [
      '1190: a field that is nothing, and then anything',
      'response',
      '{ type: object, properties: { a: false } }',
      '{ type: object, properties: { a: true } }',
      'response-alternative-widened',
    ],
    [
      '1190: items that are anything, and then nothing',
      'request',
      '{ type: array, items: true }',
      '{ type: array, items: false }',
      'request-alternative-narrowed',
    ],
    ['1190: a body that is anything, and then nothing', 'request', 'true', 'false', 'request-alternative-narrowed'],
    [
      '106: a field more, in an allOf',
      'response',
      `{ allOf: [${object('', 'a')}] }`,
      `{ allOf: [${object('', 'a', 'b')}] }`,
      undefined,
    ],
    [
      'a field that an allOf requires',
      'request',
      object('', 'a'),
      `{ allOf: [${object('', 'a')}, { required: [a] }] }`,
      'request-property-became-required',
    ],
  ])('%s', async (_, side, before, after, rule) => {
    const of = (schema: string): string =>
      side === 'request' ? description(schema, '{}', '3.1.0') : description('{}', schema, '3.1.0');
    const found = rules(await changes(of(before), of(after)), 'error');
    if (rule === undefined) expect(found).toEqual([]);
    else expect(found).toContain(rule);
  });
});

describe('what cannot be compared', () => {
  const problemsOf = async (text: string, name?: string, others?: Record<string, string>): Promise<readonly Problem[]> => {
    try {
      await read(text, name, others);
      return [];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return error.problems;
    }
  };
  const referring = (reference: string): string => description(`{ $ref: "${reference}" }`, '{}');

  test.each<[string, string, string, number | undefined]>([
    ['a version to come', 'openapi: 4.0.0\npaths: {}\n', 'OPENAPI_UNKNOWN', 1],
    ['Swagger 1.2', 'swaggerVersion: "1.2"\n', 'OPENAPI_UNKNOWN', 1],
    ['no version', 'paths: {}\n', 'OPENAPI_UNKNOWN', undefined],
    ['another file', '{"foo":"bar"}', 'OPENAPI_UNKNOWN', undefined],
    ['a list', '[]', 'OPENAPI_UNKNOWN', undefined],
    ['no operation', 'openapi: 3.0.3\npaths: {}\n', 'OPENAPI_EMPTY', 2],
    ['paths that are a list', 'openapi: 3.0.3\npaths: []\n', 'OPENAPI_MALFORMED', 2],
    ['a status that is none', description('{}', '{}').replace('"200"', '"2000"'), 'OPENAPI_MALFORMED', 8],
    [
      'a parameter without a name',
      description('{}', '{}').replace('    post:\n', '    post:\n      parameters: [{ in: query }]\n'),
      'OPENAPI_MALFORMED',
      5,
    ],
    ['a reference to the web', referring('https://example.com/a.yaml'), 'REF_URL', 6],
    ['a reference to nothing', referring('#/components/schemas/None'), 'REF_MISSING', 6],
    ['a reference to no file', referring('none.yaml'), 'REF_MISSING', 6],
    ['a reference out of the repository', referring('../../etc/passwd.yaml'), 'REF_MISSING', 6],
    ['a reference that is none', referring('#%'), 'REF_MALFORMED', 6],
  ])('%s is refused on its line', async (_, text, code, line) => {
    const [problem] = await problemsOf(text);
    expect([problem?.code, problem?.location?.line]).toEqual([code, line]);
  });

  test('references that lead to one another, and one out of the repository, are refused', async () => {
    const circle = description('{}', '{}').replace(
      '    Money:',
      '    A: { $ref: "#/components/schemas/B" }\n    B: { $ref: "#/components/schemas/A" }\n    Money:',
    );
    expect((await problemsOf(circle)).map(({ code }) => code)).toEqual(['REF_CIRCULAR', 'REF_CIRCULAR']);
    const files = { '../secret.yaml': 'a: 1\n' };
    expect((await problemsOf(referring('../secret.yaml'), 'openapi.yaml', files)).map(({ code }) => code)).toEqual([
      'REF_OUTSIDE',
    ]);
  });

  test('a file that is referred to is read with its own lines, by names with blanks and slashes', async () => {
    const other = { 'shared types/money.yaml': 'a/b:\n  type: integer\n' };
    const text = referring('shared%20types/money.yaml#/a~1b');
    const [before, after] = [
      await read(text, 'openapi.yaml', other),
      await read(text, 'openapi.yaml', { 'shared types/money.yaml': 'a/b:\n  type: integer\n  minimum: 3\n' }),
    ];
    expect(diff(before, after, NOW)).toMatchObject([
      { rule: 'request-minimum-narrowed', head: { file: 'shared types/money.yaml', line: 3 } },
    ]);
  });
});

describe('Swagger 2.0', () => {
  test('is compared with what it was in 3.0', async () => {
    const old = `swagger: "2.0"
basePath: /
consumes: [application/json]
produces: [application/json]
paths:
  /charge:
    post:
      parameters:
        - { name: limit, in: query, type: integer, required: true }
        - { name: body, in: body, schema: { $ref: "#/definitions/Money" } }
      responses: { "200": { description: Done., schema: { $ref: "#/definitions/Money" } } }
definitions:
  Money: { type: object, required: [amount], properties: { amount: { type: integer } } }
`;
    const money = '{ $ref: "#/components/schemas/Money" }';
    const parameter = '      parameters: [{ name: limit, in: query, required: true, schema: { type: integer } }]\n';
    const text = description(money, money).replace('      requestBody:\n', `${parameter}      requestBody:\n`);
    expect(await changes(old, text)).toEqual([]);
    const found = await changes(
      old,
      text.replace('amount: { type: integer } } }\n    Node', 'amount: { type: string } } }\n    Node'),
    );
    expect(rules(found, 'error')).toEqual(['request-type-narrowed', 'response-type-widened']);
  });
});
