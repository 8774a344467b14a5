import { describe, expect, test } from '@jest/globals';
import { type Generating, seededRandom } from './generator.ts';
import { parsePact } from './pact.ts';
import { generatedRequest } from './request.ts';

const generating = (states: Record<string, unknown> = {}): Generating => ({
  states,
  nowMs: Date.UTC(2024, 1, 9, 10, 20, 30),
  random: seededRandom('a charge'),
  url: 'http://127.0.0.1:1234',
});

function interactionWith(request: object) {
  const text = JSON.stringify({
    consumer: { name: 'a' },
    provider: { name: 'b' },
    interactions: [
      { description: 'a charge', request: { method: 'POST', path: '/charge', ...request }, response: { status: 200 } },
    ],
    metadata: { pactSpecification: { version: '3.0.0' } },
  });
  const [interaction] = parsePact('pact.json', text.replaceAll('"@1.0@"', '1.0')).interactions;
  if (interaction === undefined) throw new Error('There is no interaction.');
  return interaction;
}

const sent = (request: object, states?: Record<string, unknown>) => {
  const made = generatedRequest(interactionWith(request), generating(states));
  if ('missing' in made) throw new Error(`missing ${made.missing.join(', ')}`);
  return made.request;
};
const state = (expression: string) => ({ type: 'ProviderState', expression });

describe('a request', () => {
  test('without generators is sent as it is written, to the digit', () => {
    expect(sent({ query: 'a=1&b=2', headers: { 'X-A': 'b' }, body: { amount: '@1.0@' } })).toEqual({
      method: 'POST',
      target: '/charge?a=1&b=2',
      headers: { 'x-a': 'b' },
      body: '{"amount":1.0}',
    });
  });

  test('takes what its provider states gave into path, query, header and body', () => {
    const generators = {
      path: state(`/charges/\${id}`),
      query: { user: state(`\${user}`) },
      header: { Authorization: state(`Bearer \${token}`) },
      body: { '$.order.id': state(`\${id}`), '$.lines[*].no': state(`\${id}`) },
    };
    const body = { order: { id: 1 }, lines: [{ no: 1 }, { no: 2 }] };
    expect(
      sent({ query: { user: ['x'], z: ['1'] }, headers: {}, body, generators }, { id: 77, user: 'ä b', token: 't' }),
    ).toEqual({
      method: 'POST',
      target: '/charges/77?user=%C3%A4+b&z=1',
      headers: { authorization: 'Bearer t' },
      body: '{"order":{"id":77},"lines":[{"no":77},{"no":77}]}',
    });
  });

  test('says which values no state gave', () => {
    const generators = { path: state(`/\${a}/\${b}`), query: { c: state(`\${c}`) } };
    expect(generatedRequest(interactionWith({ generators }), generating({ b: 1 }))).toEqual({ missing: ['a', 'c'] });
  });

  test.each<[string, object, RegExp]>([
    ['RandomInt', { min: 5, max: 7 }, /^[567]$/],
    ['RandomDecimal', { digits: 6 }, /^\d{5}\.\d$/],
    ['RandomHexadecimal', { digits: 8 }, /^"[0-9a-f]{8}"$/],
    ['RandomString', { size: 12 }, /^"\w{12}"$/],
    ['RandomBoolean', {}, /^(true|false)$/],
    ['Uuid', {}, /^"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}"$/],
    ['Uuid', { format: 'simple' }, /^"[0-9a-f]{32}"$/],
    ['Date', { format: 'dd.MM.yy' }, /^"09\.02\.24"$/],
    ['Time', {}, /^"10:20:30"$/],
    ['DateTime', { format: "yyyy-MM-dd'T'HH:mm:ssX" }, /^"2024-02-09T10:20:30Z"$/],
    ['Regex', { regex: 'x+' }, /^"example"$/],
    ['MockServerURL', { example: 'http://localhost:8080/orders/1', regex: '.*' }, /^"http:\/\/127\.0\.0\.1:1234\/orders\/1"$/],
  ])('is given a value by %s %j', (type, settings, made) => {
    const generators = { body: { '$.a': { type, ...settings } } };
    const { body } = sent({ body: { a: 'example' }, generators });
    expect(/^\{"a":(.*)\}$/.exec(String(body))?.[1]).toMatch(made);
  });

  test('is the same again when it is run again', () => {
    const request = { body: { a: 1 }, generators: { body: { '$.a': { type: 'RandomInt' } } } };
    expect(sent(request)).toEqual(sent(request));
    expect(seededRandom('one')()).not.toBe(seededRandom('other')());
  });
});
