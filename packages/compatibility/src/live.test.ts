import { describe, expect, test } from '@jest/globals';
import { openDocuments, readApi } from '@slipway/openapi';
import { memoryFiles } from '@slipway/system/memory';
import { type LiveAnswer, liveJudge } from './live.ts';

const OPENAPI = `openapi: 3.0.3
paths:
  /charge:
    post:
      responses:
        "201":
          headers:
            X-Rate: { required: true, schema: { type: integer } }
            X-Tags: { schema: { type: array, items: { type: string, maxLength: 3 } } }
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Charge" }
            text/plain: { schema: { type: string, maxLength: 5 } }
            application/xml: { schema: { type: object } }
            image/png: { schema: { type: string, format: binary } }
        "204": { description: nothing to do }
        4XX: { description: refused }
  /health:
    get: { responses: { default: { content: { "*/*": {} } } } }
components:
  schemas:
    Charge:
      type: object
      required: [id, amount]
      additionalProperties: false
      properties:
        id: { type: string, pattern: "^txn_" }
        amount: { type: integer, minimum: 1 }
        note: { type: string, nullable: true }
        day: { type: string, format: date }
        card: { type: string, writeOnly: true }
        odd: { type: string, pattern: "^(?=a)" }
        other: { not: { enum: [2] } }
`;

const line = (text: string): number => OPENAPI.split('\n').findIndex((each) => each.includes(text)) + 1;

type Given = Partial<Omit<LiveAnswer, 'body'>> & { readonly body?: unknown };

async function judged({ body = { id: 'txn_1', amount: 1 }, ...given }: Given) {
  const judge = liveJudge(readApi(await openDocuments('openapi.yaml', memoryFiles({ 'openapi.yaml': OPENAPI }))));
  const headers = { 'content-type': 'application/json', 'x-rate': '5' };
  const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const found = judge({ method: 'POST', path: '/charge', status: 201, headers, ...given, body: bytes });
  return found.map(({ rule, kind, message, description }) => [rule, kind, message, description.line]);
}

const head = (headers: Record<string, string>) => ({
  headers: { 'content-type': 'application/json', 'x-rate': '5', ...headers },
});
const IN = 'in the answer 201 to POST /charge';

describe('a live answer', () => {
  test.each<[string, Given]>([
    ['that is as it is described', {}],
    ['with null where that is allowed', { body: { id: 'txn_1', amount: 1, note: null } }],
    ['with a charset', head({ 'content-type': 'application/json; charset=utf-8' })],
    ['with a parameter that no one described', head({ 'content-type': 'application/json; profile=x' })],
    ['with a header that is a list', head({ 'x-tags': 'a, b' })],
    ['with headers that no one described', head({ 'x-more': '1' })],
    ['that is text', { ...head({ 'content-type': 'text/plain' }), body: 'ok' }],
    ['that is bytes', { ...head({ 'content-type': 'image/png' }), body: new Uint8Array([0xff, 0]) }],
    ['of a range, without a body', { status: 404, body: '' }],
    ['that says there is nothing', { status: 204, body: '', headers: {} }],
    ['of anything', { method: 'GET', path: '/health', headers: { 'content-type': 'text/x' }, body: 'x' }],
    ['that there is no such operation, of which there is none', { path: '/other', status: 404 }],
  ])('%s is right', async (_, given) => {
    expect(await judged(given)).toEqual([]);
  });

  test.each<[string, Given, string, string, string]>([
    [
      'with another type',
      { body: { id: 'txn_1', amount: '1' } },
      'answer-body-wrong',
      `amount ${IN} must be integer, and is "1"`,
      'type: integer, minimum: 1',
    ],
    [
      'under a limit',
      { body: { id: 'txn_1', amount: 0 } },
      'answer-body-wrong',
      `amount ${IN} must be at least 1, and is 0`,
      'minimum: 1',
    ],
    [
      'that does not fit a pattern',
      { body: { id: 'x', amount: 1 } },
      'answer-body-wrong',
      `id ${IN} must be like ^txn_, and is "x"`,
      'pattern: "^txn_"',
    ],
    [
      'of no such day',
      { body: { id: 'txn_1', amount: 1, day: '2026-02-30' } },
      'answer-body-wrong',
      `day ${IN} must be of the format date, and is "2026-02-30"`,
      'format: date',
    ],
    [
      'without what it promises',
      { body: { id: 'txn_1' } },
      'answer-body-wrong',
      `amount ${IN} must be there, and is missing`,
      'minimum: 1',
    ],
    [
      'with what must not be there',
      { body: { id: 'txn_1', amount: 1, extra: 1 } },
      'answer-body-wrong',
      `extra ${IN} is there, and must not be`,
      'additionalProperties',
    ],
    [
      'with what is only ever sent',
      { body: { id: 'txn_1', amount: 1, card: '4111' } },
      'answer-body-wrong',
      `card ${IN} is there, and is only written, never answered`,
      'writeOnly',
    ],
    ['that is no JSON', { body: '<html>' }, 'answer-body-wrong', `the body ${IN} must be JSON, and is none`, 'application/json'],
    [
      'that is no text',
      { body: new Uint8Array([0x22, 0xff, 0x22]) },
      'answer-body-wrong',
      `the body ${IN} must be JSON, and is none`,
      'application/json',
    ],
    [
      'of another media type',
      { ...head({ 'content-type': 'text/html' }), body: 'x' },
      'answer-media-type-undocumented',
      `the body ${IN} must be application/json or text/plain or application/xml or image/png, and is text/html`,
      '"201"',
    ],
    [
      'of no media type',
      { headers: { 'x-rate': '1' } },
      'answer-media-type-undocumented',
      `the body ${IN} must be application/json or text/plain or application/xml or image/png, and is of no stated type`,
      '"201"',
    ],
    [
      'without a body',
      { body: '' },
      'answer-body-missing',
      `the body ${IN} must be application/json or text/plain or application/xml or image/png, and is empty`,
      '"201"',
    ],
    [
      'that is too long a text',
      { ...head({ 'content-type': 'text/plain' }), body: 'too long' },
      'answer-body-wrong',
      `the body ${IN} must be at most 5 characters, and is "too long"`,
      'maxLength: 5',
    ],
    [
      'without a header',
      { headers: { 'content-type': 'application/json' } },
      'answer-header-missing',
      `the header X-Rate ${IN} must be there, and is missing`,
      'X-Rate',
    ],
    [
      'with a header of another type',
      head({ 'x-rate': 'many' }),
      'answer-header-wrong',
      `the header X-Rate ${IN} must be integer, and is "many"`,
      'X-Rate',
    ],
    [
      'of a status that it does not name',
      { status: 500 },
      'answer-status-undocumented',
      'POST /charge was answered with 500, and the description names 201, 204, 4XX',
      'post:',
    ],
    [
      'of an operation that it does not name',
      { method: 'DELETE' },
      'answer-operation-undocumented',
      'DELETE /charge was answered with 201, and the description has no such operation',
      'openapi:',
    ],
  ])('%s is told on the line that says otherwise', async (_, given, rule, message, place) => {
    const found = await judged(given);
    expect(found.map((each) => [each[0], each[1], String(each[2]).replace('header x-rate', 'header X-Rate')])).toEqual([
      [rule, 'wrong', message],
    ]);
    expect(found[0]?.[3]).toBe(line(place));
  });

  test.each<[string, Given, string, RegExp]>([
    [
      'by a pattern that looks ahead',
      { body: { id: 'txn_1', amount: 1, odd: 'a' } },
      'answer-body-unjudged',
      /^odd .* could not be judged/,
    ],
    ['by "not"', { body: { id: 'txn_1', amount: 1, other: 1 } }, 'answer-body-unjudged', /^other .* must be as "not" says/],
    [
      'as XML',
      { ...head({ 'content-type': 'application/xml' }), body: '<a/>' },
      'answer-body-unjudged',
      /schemas of application\/xml/,
    ],
    ['where nothing is said of its body', { status: 400, body: {} }, 'answer-body-undocumented', /says nothing of it/],
    [
      'when it is nested without end',
      { body: `{"id":"txn_1","amount":${'['.repeat(50_000)}${']'.repeat(50_000)}}` },
      'answer-body-unjudged',
      /nested more than 200 deep/,
    ],
  ])('that cannot be judged %s is told, and neither right nor wrong', async (_, given, rule, message) => {
    const found = await judged(given);
    expect(found.map(([name, kind]) => [name, kind])).toEqual([[rule, 'unjudged']]);
    expect(found[0]?.[2]).toMatch(message);
  });
});
