import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { matchBody } from './match.ts';
import { parsePact } from './pact.ts';
import { matchResponse } from './response.ts';
import { type Matcher, parsePath, type Rules } from './rules.ts';

const rules = (entries: Record<string, Matcher>): Rules =>
  Object.entries(entries).map(([path, matcher]) => ({ tokens: parsePath(path), combine: 'AND', matchers: [matcher] }));

function pact(response: object, version = '3.0.0'): string {
  const content = {
    consumer: { name: 'order' },
    provider: { name: 'payment' },
    interactions: [{ description: 'a charge', request: { method: 'post', path: '/charge' }, response }],
    metadata: { pactSpecification: { version } },
  };
  return JSON.stringify(content, null, 2);
}

function codes(text: string): readonly string[] {
  try {
    parsePact('p.json', text);
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

describe('a body', () => {
  test.each<[string, Rules, unknown, unknown, readonly string[]]>([
    ['that is equal', [], { a: 1 }, { a: 1 }, []],
    ['that holds more', [], { a: 1 }, { a: 1, b: 2 }, []],
    ['that lacks a key', [], { a: 1, transaction_id: 'x' }, { a: 1 }, ['transaction_id is missing']],
    ['with another value', [], { a: { b: 1 } }, { a: { b: 2 } }, ['a.b must be 1, and is 2']],
    ['with another value of the type that the rule asks for', rules({ '$.a': { match: 'type' } }), { a: 'x' }, { a: 'y' }, []],
    ['with another type', rules({ '$.a': { match: 'type' } }), { a: 'x' }, { a: 7 }, ['a must be of type string, and is 7']],
    ['whose rule on the parent holds for children', rules({ $: { match: 'type' } }), { a: { b: 1 } }, { a: { b: 9 } }, []],
    ['with an array of another length', [], [1, 2], [1], [' must hold 2 items, and holds 1']],
    [
      'with more items by type',
      rules({ '$.l': { match: 'type', min: 1 } }),
      { l: [{ n: 'a' }] },
      { l: [{ n: 'b' }, { n: 'c' }] },
      [],
    ],
    [
      'with a wrong later item by type',
      rules({ '$.l': { match: 'type', min: 1 } }),
      { l: [{ n: 'a' }] },
      { l: [{ n: 'b' }, { m: 'c' }] },
      ['l.1.n is missing'],
    ],
    [
      'with too few items',
      rules({ '$.l': { match: 'type', min: 2 } }),
      { l: [1, 2] },
      { l: [1] },
      ['l must hold at least 2 items, and holds 1'],
    ],
    [
      'under a wildcard',
      rules({ '$.l[*].n': { match: 'integer' }, '$.l': { match: 'type' } }),
      { l: [{ n: 1 }] },
      { l: [{ n: 2.5 }] },
      ['l.0.n must be a whole number, and is 2.5'],
    ],
    [
      'under a pattern',
      rules({ '$.id': { match: 'regex', regex: '^txn_' } }),
      { id: 'txn_1' },
      { id: '7' },
      ['id must be like ^txn_, and is "7"'],
    ],
    [
      'that is null where a text is needed',
      rules({ '$.a': { match: 'type' } }),
      { a: 'x' },
      { a: null },
      ['a must be of type string, and is null'],
    ],
  ])('%s', (_, given, expected, actual, found) => {
    expect(matchBody(given, expected, actual).map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual(found);
  });
});

describe('a pact', () => {
  test.each([
    ['2.0.0', { status: 200, body: { id: 'a' }, matchingRules: { '$.body.id': { match: 'type' } } }],
    [
      '3.0.0',
      { status: 200, body: { id: 'a' }, matchingRules: { body: { '$.id': { combine: 'AND', matchers: [{ match: 'type' }] } } } },
    ],
    [
      '4.0',
      {
        status: 200,
        body: { content: { id: 'a' }, contentType: 'application/json', encoded: false },
        matchingRules: { body: { '$.id': { matchers: [{ match: 'type' }] } } },
      },
    ],
  ])('of version %s is read with its rules, and knows the line of each field', (version, response) => {
    const text = pact(response, version);
    const [interaction] = parsePact('p.json', text).interactions;
    if (interaction === undefined) throw new Error('no interaction');
    expect(matchResponse(interaction, { status: 200, headers: {}, body: '{"id":"b"}' })).toEqual([]);
    expect(matchResponse(interaction, { status: 200, headers: {}, body: '{}' })).toEqual([
      { path: ['body', 'id'], message: 'is missing' },
    ]);
    const line = text.split('\n').findIndex((each) => each.includes('"id": "a"')) + 1;
    expect(interaction.locate(['body', 'id']).line).toBe(line);
  });

  test.each<[string, string, readonly string[]]>([
    ['that is another document', '{"foo": "bar"}', ['CONTRACT_MALFORMED', 'CONTRACT_MALFORMED', 'CONTRACT_EMPTY']],
    ['without interactions', '{"consumer":{"name":"a"},"provider":{"name":"b"},"interactions":[]}', ['CONTRACT_EMPTY']],
    [
      'with an unknown matcher',
      pact({ status: 200, body: { a: 1 }, matchingRules: { body: { '$.a': { matchers: [{ match: 'magic' }] } } } }),
      ['CONTRACT_MATCHER_UNKNOWN'],
    ],
    ['that is cut off', '{"consumer":', ['YAML_SYNTAX']],
  ])('%s is an error, never green', (_, text, expected) => {
    expect(codes(text)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe('status and headers', () => {
  const [interaction] = parsePact(
    'p.json',
    pact({ status: 201, headers: { 'Content-Type': 'application/json', 'X-Id': '7' } }),
  ).interactions;
  const judge = (status: number, headers: Record<string, string>) =>
    interaction ? matchResponse(interaction, { status, headers, body: '' }).map(({ path }) => path.join('.')) : [];

  test('must be as the contract says, a charset aside', () => {
    expect(judge(201, { 'content-type': 'application/json; charset=utf-8', 'x-id': '7' })).toEqual([]);
    expect(judge(500, { 'content-type': 'text/html' })).toEqual(['status', 'headers.content-type', 'headers.x-id']);
  });
});
