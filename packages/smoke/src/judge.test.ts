import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Answer } from './answer.ts';
import { captureAll } from './capture.ts';
import { judgeAnswer, judgeTimes } from './judge.ts';
import { parseSuite } from './parse.ts';
import { fill, fillExpectation } from './placeholder.ts';
import type { Expectation, SuiteRequest } from './suite.ts';

const DAY = 86_400_000;
const BENCH = { now: 100 * DAY, sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') };
const BODY = '{"id":7,"items":[{"sku":"a-1","price":2.5},{"sku":"b-2","price":1}],"note":null,"toString":"x"}';

function answer(given: Partial<Answer> & { text?: string } = {}): Answer {
  const { text = BODY, ...rest } = given;
  const headers = { 'content-type': 'application/json', etag: '"v1"' };
  return { status: 200, headers, body: Buffer.from(text), ms: 40, redirects: [], certificates: [], ...rest };
}

const wrong = (rule: Expectation, given?: Parameters<typeof answer>[0]): readonly (readonly (string | number)[])[] =>
  judgeAnswer(rule, answer(given), BENCH).map(({ at }) => at.slice(1));

const SKU = (pattern: string) => ({ properties: { items: { items: { properties: { sku: { pattern } } } } } });
const SHA = BENCH.sha256(Buffer.from(BODY));
const chain = [
  { subject: 'orders', issuer: 'middle', validUntil: 160 * DAY },
  { subject: 'middle', issuer: 'root', validUntil: 99 * DAY },
];

const EDGE = { name: 'a.test', addresses: ['192.0.2.7', '2001:db8::1'], aliasOf: ['edge.net', 'lb.example.net'] };

describe('an expectation', () => {
  type Given = Parameters<typeof answer>[0];
  test.each<[string, Expectation, Expectation, Given?, Given?]>([
    ['a status', { status: 200 }, { status: 201 }],
    ['a list of statuses', { status: [201, 200] }, { status: [201, 204] }],
    ['a class of statuses', { status: '2xx' }, { status: ['1xx', '4xx'] }],
    ['a header', { headers: { ETag: '"v1"' } }, { headers: { ETag: '"v2"' } }],
    ['a header by a pattern', { headers: { etag: { matches: '^"v' } } }, { headers: { etag: { matches: '^v' } } }],
    ['a header that is there', { headers: { etag: {} } }, { headers: { other: {} } }],
    ['a header that is absent', { headers: { server: { absent: true } } }, { headers: { etag: { absent: true } } }],
    ['a text in the body', { body: '"id":7' }, { body: '"id":8' }],
    ['a pattern in the body', { matches: '"id":\\d' }, { matches: '"id":\\D' }],
    ['a digest', { sha256: SHA }, { sha256: SHA.replace(/^./, 'g') }],
    ['a part of the JSON', { json: { items: [{ sku: 'a-1' }, {}] } }, { json: { items: [{ sku: 'a-2' }, {}] } }],
    ['a key that every object inherits', { json: { toString: 'x' } }, { json: { valueOf: 'x' } }],
    ['a value by its path', { paths: { '$.items[1].sku': { equals: 'b-2' } } }, { paths: { '$.items[1].sku': { equals: 'b' } } }],
    [
      'a type by its path',
      { paths: { '$.items[1].price': { type: 'integer' } } },
      { paths: { '$..price': { type: 'integer' } } },
    ],
    ['null', { paths: { '$.note': { type: 'null', equals: null } } }, { paths: { '$.note': { type: 'object' } } }],
    ['a pattern by its path', { paths: { '$..sku': { matches: '^[ab]-' } } }, { paths: { '$..sku': { matches: '^a-' } } }],
    ['that a path is there', { paths: { '$.id': { exists: true } } }, { paths: { '$.ids': { exists: true } } }],
    ['that a path is not there', { paths: { '$.ids': { exists: false } } }, { paths: { '$.id': { exists: false } } }],
    ['a count', { paths: { '$.items[?@.price > 2]': { count: 1 } } }, { paths: { '$.items[*]': { count: 1 } } }],
    ['a count of none', { paths: { '$.x[*]': { count: 0 } } }, { paths: { '$.items[*]': { count: 0 } } }],
    ['a schema', { schema: { required: ['id'] } }, { schema: { properties: { id: { type: 'string' } } } }],
    ['a pattern of a schema', { schema: SKU('^[ab]-') }, { schema: SKU('^a-') }],
    ['a time', { withinMs: 40 }, { withinMs: 39 }],
    ['no redirect', { redirects: { count: 0 } }, { redirects: { count: 1 } }],
    [
      'where it is led to',
      { redirects: { to: '/b?c' } },
      { redirects: { to: '/b' } },
      { redirects: ['http://x/a', 'http://x/b?c'] },
    ],
    ['that a name resolves', { dns: {} }, { dns: {} }, { named: EDGE }, { named: { ...EDGE, addresses: [] } }],
    ['that a name is told', { dns: {} }, { dns: {} }, { named: EDGE }, { named: { ...EDGE, untold: 'x' } }],
    ['addresses', { dns: { addresses: ['2001:DB8:0::1', '192.0.2.7'] } }, { dns: { addresses: ['192.0.2.7'] } }, { named: EDGE }],
    ['an address too few', { dns: {} }, { dns: { addresses: [...EDGE.addresses, '192.0.2.8'] } }, { named: EDGE }],
    ['an alias', { dns: { cname: 'LB.example.net.' } }, { dns: { cname: 'example.net' } }, { named: EDGE }],
    ['days of certificates', { tls: { daysLeft: 0 } }, { tls: { daysLeft: 61 } }, { certificates: chain.slice(0, 1) }],
    ['an authority', { tls: { issuer: 'root' } }, { tls: { issuer: 'other' } }, { certificates: chain }],
  ])('of %s is met or not', (_, right, bad, ...[given, other = given]) => {
    expect(wrong(right, given)).toEqual([]);
    expect(wrong(bad, other).length).toBeGreaterThan(0);
  });

  test('of a certificate looks at the whole chain, and days that are over are negative', () => {
    const [mismatch] = judgeAnswer({ tls: { daysLeft: 14 } }, answer({ certificates: chain }), BENCH);
    expect(mismatch?.message).toBe('expected certificates that are valid for 14 days, and that of "middle" is for -1');
  });

  test('of a name says what it has, at the place of what is not met', () => {
    const dns = { addresses: ['192.0.2.8'], cname: 'lb.test' };
    expect(judgeAnswer({ dns }, answer({ named: EDGE }), BENCH)).toEqual([
      {
        at: ['expect', 'dns', 'addresses'],
        message: 'expected "a.test" to have the addresses "192.0.2.8" and no other, got "192.0.2.7", "2001:db8::1"',
      },
      {
        at: ['expect', 'dns', 'cname'],
        message: 'expected "a.test" to be an alias of "lb.test", got "edge.net", "lb.example.net"',
      },
    ]);
  });

  test('of TLS is not met over plain HTTP', () => {
    expect(wrong({ tls: { daysLeft: 1 } })).toEqual([['tls']]);
  });

  test('stands at its own place', () => {
    expect(wrong({ json: { items: [{}, { sku: 'x' }] } })).toEqual([['json', 'items', 1, 'sku']]);
    expect(wrong({ paths: { $: { type: 'array' } } })).toEqual([['paths', '$', 'type']]);
    expect(wrong({ paths: { '$.a': { equals: 1 } }, schema: {} }, { text: '<html>' })).toEqual([['paths']]);
  });

  test('of percentiles is of the nearest rank', () => {
    const times = Array.from({ length: 20 }, (_, index) => (index + 1) * 10);
    expect(judgeTimes({ percentiles: { p50: 100, p95: 190 } }, times)).toEqual([]);
    expect(judgeTimes({ percentiles: { p50: 99, p95: 189, p99: 200 } }, times).map(({ message }) => message)).toEqual([
      'expected p50 of 20 answers within 99 ms, it was 100 ms',
      'expected p95 of 20 answers within 189 ms, it was 190 ms',
    ]);
  });
});

describe('a captured value', () => {
  const capturing = (capture: string): SuiteRequest => {
    const { requests } = parseSuite('s', `version: 1\nrequests: [{ name: a, get: /, capture: { v: ${capture} } }]`);
    const [request] = requests;
    if (request === undefined) throw new Error('no request');
    return request;
  };

  test.each([
    ['{ json: "$.items[0].price" }', 2.5],
    ['{ header: ETag }', '"v1"'],
    ['{ regex: \'"sku":"([a-z])\' }', 'a'],
    ['{ regex: "b-." }', 'b-2'],
    ['{ json: "$..sku" }', undefined],
    ['{ json: "$.none" }', undefined],
    ['{ header: none }', undefined],
    ['{ regex: none }', undefined],
  ])('by %s is %p', (capture, value) => {
    const request = capturing(capture);
    const { values, mismatches } = captureAll(request, answer());
    expect(values[0]?.value).toBe(value);
    expect(mismatches.map(({ at }) => at)).toEqual(value === undefined ? [['capture', 'v']] : []);
  });

  test('keeps its type where it stands alone', () => {
    const values = new Map<string, unknown>([['n', 7]]);
    expect(fill({ a: '{{n}}', b: ['x{{ n }}'], c: '{{m}}' }, values)).toEqual({ a: 7, b: ['x7'], c: '{{m}}' });
  });

  test('in a pattern stands for itself', () => {
    const rule = fillExpectation({ matches: '^{{v}}$', json: { matches: '{{v}}' } }, new Map([['v', 'a.c']]));
    expect(wrong({ matches: rule.matches ?? '' }, { text: 'a.c' })).toEqual([]);
    expect(wrong({ matches: rule.matches ?? '' }, { text: 'abc' })).toEqual([['matches']]);
    expect(rule.json).toEqual({ matches: 'a.c' });
  });
});
