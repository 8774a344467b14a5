import { describe, expect, test } from '@jest/globals';
import { matchMessage } from './match-message.ts';
import { parsePact } from './pact.ts';

const V3 = {
  consumer: { name: 'mailer' },
  provider: { name: 'orders' },
  messages: [
    {
      description: 'an order was paid',
      providerStates: [{ name: 'an order' }],
      contents: { order_id: 'o-1', amount: 100 },
      matchingRules: { body: { '$.order_id': { matchers: [{ match: 'type' }] } } },
      metaData: { contentType: 'application/json', topic: 'orders' },
    },
  ],
  metadata: { pactSpecification: { version: '3.0.0' } },
};
const V4 = {
  ...V3,
  messages: undefined,
  interactions: [
    {
      type: 'Asynchronous/Messages',
      description: 'an order was paid',
      contents: { content: { order_id: 'o-1', amount: 100 }, contentType: 'application/json', encoded: false },
      matchingRules: {
        body: { '$.order_id': { matchers: [{ match: 'type' }] } },
        metadata: { topic: { matchers: [{ match: 'regex', regex: 'orders(-v\\d)?' }] } },
      },
      metadata: { contentType: 'application/json', topic: 'orders' },
    },
    {
      type: 'Synchronous/Messages',
      description: 'the price of an order',
      request: { contents: { content: { order_id: 'o-1' }, contentType: 'application/json', encoded: false } },
      response: [{ contents: { content: { price: 5 }, contentType: 'application/json', encoded: false } }],
    },
  ],
  metadata: { pactSpecification: { version: '4.0' } },
};

const judge = (pact: object, index: number, content: object, metadata: object = {}, type = 'application/json') => {
  const text = JSON.stringify(pact, null, 2);
  const message = parsePact('pact.json', text).messages[index];
  if (message === undefined) throw new Error('There is no such message.');
  const found = matchMessage(message, { bytes: Buffer.from(JSON.stringify(content)), type, metadata: { ...metadata } });
  return found.map(({ path, message: words }) => ({
    told: `${path.join('.')} ${words}`,
    line: text.split('\n')[(message.locate(path).line ?? 0) - 1]?.trim(),
  }));
};

describe.each([
  ['3', V3],
  ['4', V4],
])('a message of version %s', (_, pact) => {
  test('is kept by what its rules accept', () => {
    expect(judge(pact, 0, { order_id: 'other', amount: 100, more: 1 }, { topic: 'orders' })).toEqual([]);
  });

  test('is broken in its contents, on their line', () => {
    expect(judge(pact, 0, { order_id: 7, amount: 100 }, { topic: 'orders' })).toEqual([
      { told: 'body.order_id must be of type string, and is 7', line: '"order_id": "o-1",' },
    ]);
  });

  test('is broken in its metadata alone', () => {
    expect(judge(pact, 0, { order_id: 'x', amount: 100 }, { topic: 'refunds' }).map(({ told }) => told)).toEqual([
      expect.stringMatching(/^metadata\.topic must be .*orders.*, and is "refunds"$/),
    ]);
    expect(judge(pact, 0, { order_id: 'x', amount: 100 }).map(({ told }) => told)).toEqual(['metadata.topic is missing']);
  });

  test('is broken by another type', () => {
    expect(judge(pact, 0, { order_id: 'x', amount: 100 }, { topic: 'orders' }, 'text/plain').map(({ told }) => told)).toEqual([
      'metadata.contentType must be application/json, and is text/plain',
      'body must be of the type application/json, and is of the type text/plain',
    ]);
  });
});

test('of a synchronous message the answer is judged', () => {
  expect(judge(V4, 1, { price: 5 })).toEqual([]);
  expect(judge(V4, 1, { price: 6 })).toEqual([{ told: 'body.price must be 5, and is 6', line: '"price": 5' }]);
});
