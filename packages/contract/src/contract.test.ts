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

/** A pact whose only rule is this matcher. */
function matching(matcher: object, path = '$.a'): string {
  return pact({ status: 200, body: { a: 'x' }, matchingRules: { body: { [path]: { matchers: [matcher] } } } });
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

const list = rules({ '$.l': { match: 'type' } });

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
      rules({ '$.id': { match: 'regex', regex: '^txn_.*' } }),
      { id: 'txn_1' },
      { id: '7' },
      ['id must be like ^txn_.*, and is "7"'],
    ],
    ['with a list of mixed examples: the first stands for what is more', list, { l: [1, 'a'] }, { l: [2, 'b', 3] }, []],
    [
      'with a more that is like the last example',
      list,
      { l: [1, 'a'] },
      { l: [2, 'b', 'c'] },
      ['l.2 must be of type number, and is "c"'],
    ],
    ['with the text "false" for a boolean', rules({ '$.a': { match: 'boolean' } }), { a: true }, { a: 'false' }, []],
    [
      'that must be filled, and lacks a key',
      rules({ '$.a': { match: 'notEmpty' } }),
      { a: { b: 1 } },
      { a: { c: 1 } },
      ['a.b is missing'],
    ],
    ['that is an empty list where there is no limit', list, { l: [1] }, { l: [] }, []],
    [
      'that is an empty list under a minimum',
      rules({ '$.l': { match: 'type', min: 1 } }),
      { l: [1] },
      { l: [] },
      ['l must hold at least 1 items, and holds 0'],
    ],
    ['that is an empty list under a maximum', rules({ '$.l': { match: 'type', max: 1 } }), { l: [1] }, { l: [] }, []],
    ['with an empty example under a minimum', rules({ '$.l': { match: 'type', min: 1 } }), { l: [] }, { l: [1] }, []],
    [
      'under a name with dots, in quotes',
      rules({ "$['card.token']": { match: 'integer' } }),
      { 'card.token': 1 },
      { 'card.token': 'x' },
      ['card.token must be a whole number, and is "x"'],
    ],
    [
      'under a name beyond ASCII',
      rules({ "$['ключ 😀'].é": { match: 'type' } }),
      { 'ключ 😀': { é: 1 } },
      { 'ключ 😀': { é: 'x' } },
      ['ключ 😀.é must be of type number, and is "x"'],
    ],
    ['with a name of other letters that look the same', [], { 'e\u0301': 1 }, { '\u00e9': 1 }, ['e\u0301 is missing']],
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
    expect(matchResponse(interaction, { status: 200, headers: {}, body: Buffer.from('{"id":"b"}') })).toEqual([]);
    expect(matchResponse(interaction, { status: 200, headers: {}, body: Buffer.from('{}') })).toEqual([
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
    ['that is cut off', '{"consumer":', ['CONTRACT_SYNTAX']],
    ['with a comma too many', '{"consumer":{"name":"a"},}', ['CONTRACT_SYNTAX']],
    ['with a pattern that is none', matching({ match: 'regex', regex: '(' }), ['CONTRACT_MATCHER_MALFORMED']],
    ['with a pattern matcher without a pattern', matching({ match: 'regex' }), ['CONTRACT_MATCHER_MALFORMED']],
    ['with a pattern that cannot be bounded', matching({ match: 'regex', regex: '(?=a)(a+)+$' }), ['CONTRACT_MATCHER_MALFORMED']],
    ['with a filter in an expression', matching({ match: 'type' }, '$.a[?(@.b)]'), ['CONTRACT_PATH_UNKNOWN']],
  ])('%s is an error, never green', (_, text, expected) => {
    expect(codes(text)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe('a body of version 4', () => {
  const kept = (body: object, answer: string | Buffer, type = 'application/json'): readonly string[] => {
    const [interaction] = parsePact('p.json', pact({ status: 200, body }, '4.0')).interactions;
    if (interaction === undefined) throw new Error('no interaction');
    return matchResponse(interaction, { status: 200, headers: { 'content-type': type }, body: Buffer.from(answer) }).map(
      ({ path, message }) => `${path.join('.')} ${message}`,
    );
  };
  const base64 = (text: string): object => ({
    content: Buffer.from(text).toString('base64'),
    contentType: 'text/plain',
    encoded: 'base64',
  });

  test('in base64 is judged by its bytes', () => {
    expect(kept(base64('grüße'), 'grüße', 'text/plain')).toEqual([]);
    expect(kept(base64('grüße'), 'gruesse', 'text/plain')).toEqual(['body is another text']);
  });

  test('that is JSON written as a text is judged as the JSON that it is, to the digit', () => {
    const body = { content: '{"id": 9007199254740993}', contentType: 'application/json', encoded: 'JSON' };
    expect(kept(body, '{"id":9007199254740993,"more":1}')).toEqual([]);
    expect(kept(body, '{"id":9007199254740992}')).toEqual(['body.id must be 9007199254740993, and is 9007199254740992']);
  });
});

/** What JSON lets be written in more than one way, and what it does not let be written. */
describe('a number of an answer', () => {
  const answered = (example: string, answer: string, matcher?: string): string => {
    const rules = matcher === undefined ? {} : { body: { '$.n': { matchers: [{ match: matcher }] } } };
    const text = pact({ status: 200, body: { n: '@' }, matchingRules: rules }).replace('"@"', example);
    const [interaction] = parsePact('p.json', text).interactions;
    if (interaction === undefined) throw new Error('no interaction');
    const headers = { 'content-type': 'application/json' };
    const [first] = matchResponse(interaction, { status: 200, headers, body: Buffer.from(`{"n":${answer}}`) });
    return first?.message ?? 'kept';
  };

  test.each<[string, string, string | undefined, string]>([
    ['1', '1', undefined, 'kept'],
    ['1', '1.0', undefined, 'kept'],
    ['1.0', '1.0', undefined, 'kept'],
    ['1', '1.0', 'type', 'kept'],
    ['1', '1.0', 'integer', 'must be a whole number, and is 1.0'],
    ['1', '1.0', 'decimal', 'kept'],
    ['1.5', '1', 'decimal', 'must be a number with a fraction, and is 1'],
    ['1000', '1e3', 'number', 'kept'],
    ['1000', '1e3', 'integer', 'must be a whole number, and is 1e3'],
    ['0', '-0', 'integer', 'kept'],
    ['9007199254740993', '9007199254740993', undefined, 'kept'],
    ['9007199254740993', '9007199254740992', undefined, 'must be 9007199254740993, and is 9007199254740992'],
    ['1', '9007199254740993', 'integer', 'kept'],
    ['1', '"NaN"', 'number', 'must be a number, and is "NaN"'],
    ['1', 'NaN', 'number', 'must be JSON, and is "{\\"n\\":NaN}"'],
    ['1', '01', 'number', 'must be JSON, and is "{\\"n\\":01}"'],
    ['1', 'Infinity', undefined, 'must be JSON, and is "{\\"n\\":Infinity}"'],
  ])('%s in the contract and %s in the answer under the matcher %s: %s', (example, answer, matcher, expected) => {
    expect(answered(example, answer, matcher)).toBe(expected);
  });
});

describe('of several rules', () => {
  test.each<[string, Record<string, Matcher>, string]>([
    [
      'the one that names the place holds before a wildcard',
      { '$.a.*': { match: 'integer' }, '$.a.b': { match: 'type' } },
      'kept',
    ],
    ['a wildcard holds before a rule on the parent', { '$.a': { match: 'type' }, '$.a[*]': { match: 'integer' } }, 'a.b'],
    ['the nearer parent holds before the farther', { $: { match: 'type' }, '$.a': { match: 'equality' } }, 'a'],
  ])('%s', (_, given, expected) => {
    const found = matchBody(rules(given), { a: { b: 'x' } }, { a: { b: 'y' } });
    expect(found[0]?.path.join('.') ?? 'kept').toBe(expected);
  });
});

describe('the problems of a pact', () => {
  test('are told together, each on the line of its matcher', () => {
    const response = {
      status: 200,
      body: { a: 'x', b: 'y' },
      matchingRules: {
        body: { '$.a': { matchers: [{ match: 'regex', regex: '[a' }] }, '$.b': { matchers: [{ match: 'magic' }] } },
      },
    };
    const text = pact(response);
    const lineOf = (part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;
    try {
      parsePact('p.json', text);
      throw new Error('it was parsed');
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      expect(error.problems.map(({ code, location }) => [code, location?.line])).toEqual([
        ['CONTRACT_MATCHER_MALFORMED', lineOf('"[a"')],
        ['CONTRACT_MATCHER_UNKNOWN', lineOf('"magic"') - 1],
      ]);
      expect(error.problems[0]?.message).toContain('has the pattern "[a", which is no regular expression');
    }
  });
});

describe('an answer', () => {
  const judgeWith = (response: object, actual: { status?: number; headers?: Record<string, string>; body: string }) => {
    const [interaction] = parsePact('p.json', pact(response)).interactions;
    if (interaction === undefined) throw new Error('no interaction');
    return matchResponse(interaction, { status: 200, headers: {}, ...actual, body: Buffer.from(actual.body) }).map(
      ({ path, message }) => `${path.join('.')} ${message}`,
    );
  };
  const header = (matcher: Matcher) => ({
    status: 200,
    headers: { 'X-A': '1' },
    matchingRules: { header: { 'X-A': { matchers: [matcher] } } },
  });

  // Each of these was judged alike by the Pact command line, version 18.1.2.
  test.each<[string, object, { status?: number; headers?: Record<string, string>; body: string }, readonly string[]]>([
    ['with a body where there must be none', { status: 200, body: null }, { body: '{}' }, ['body must be empty, and is "{}"']],
    [
      'with a body of another type',
      { status: 200, body: { a: 1 } },
      { headers: { 'content-type': 'text/plain' }, body: '{"a":1}' },
      ['body must be of the type application/json, and is of the type text/plain'],
    ],
    ['with a whole number in a header', header({ match: 'integer' }), { headers: { 'x-a': '12' }, body: '' }, []],
    [
      'with a header in another case',
      { status: 200, headers: { 'X-A': 'Abc' } },
      { headers: { 'x-a': 'abc' }, body: '' },
      ['headers.x-a must be "Abc", and is "abc"'],
    ],
    [
      'with a status of the class that is asked for',
      { status: 200, matchingRules: { status: { matchers: [{ match: 'statusCode', status: 'success' }] } } },
      { status: 204, body: '' },
      [],
    ],
  ])('%s', (_, response, actual, found) => {
    expect(judgeWith(response, actual)).toEqual(found);
  });
});

describe('status and headers', () => {
  const [interaction] = parsePact(
    'p.json',
    pact({ status: 201, headers: { 'Content-Type': 'application/json', 'X-Id': '7' } }),
  ).interactions;
  const judge = (status: number, headers: Record<string, string>) =>
    interaction ? matchResponse(interaction, { status, headers, body: Buffer.alloc(0) }).map(({ path }) => path.join('.')) : [];

  test('must be as the contract says, a charset aside', () => {
    expect(judge(201, { 'content-type': 'application/json; charset=utf-8', 'x-id': '7' })).toEqual([]);
    expect(judge(500, { 'content-type': 'text/html' })).toEqual(['status', 'headers.content-type', 'headers.x-id']);
  });
});
