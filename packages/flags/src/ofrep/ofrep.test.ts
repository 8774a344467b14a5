import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { HttpRequest } from '@slipway/system';
import { type Answer, memoryClock, memoryHttp, memoryLog } from '@slipway/system/memory';
import {
  evaluateByFlagd,
  hasFeature,
  isAsExpected,
  isOff,
  isShare,
  lostBetween,
  measureCohort,
  ofrep,
  parseFlags,
} from '../index.ts';
import { ofrepAnswer } from '../memory/index.ts';

const FLAGS = JSON.stringify({
  flags: {
    checkout: {
      ...{ state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'off' },
      targeting: {
        fractional: [
          ['on', 25],
          ['off', 75],
        ],
      },
    },
    theme: { state: 'ENABLED', variants: { dark: 'dark-blue', light: 'white' }, defaultVariant: 'dark' },
    gone: { state: 'DISABLED', variants: { on: true, off: false }, defaultVariant: 'on' },
  },
});
const TOKEN = 'a-token-of-the-server';
const USER = { targetingKey: 'user-1' };

/** What the protocol says of each answer, by its OpenAPI description of version 0.3: what must be there, and of which kind. */
const text = { type: 'string' };
const flagValue = { type: ['boolean', 'string', 'number', 'object'] };
const metadata = { type: 'object', additionalProperties: { type: ['boolean', 'string', 'number'] } };
const success = {
  ...{ type: 'object', required: ['key'], not: { required: ['errorCode'] } },
  properties: { key: text, value: flagValue, variant: text, reason: text, metadata },
};
const failure = {
  ...{ type: 'object', required: ['key', 'errorCode'] },
  properties: {
    key: text,
    errorDetails: text,
    errorCode: { enum: ['PARSE_ERROR', 'TARGETING_KEY_MISSING', 'INVALID_CONTEXT', 'GENERAL'] },
  },
};
const notFound = { ...failure, properties: { ...failure.properties, errorCode: { const: 'FLAG_NOT_FOUND' } } };
const ANSWERS: Readonly<Record<string, object>> = {
  'one 200': success,
  'one 400': failure,
  'one 404': notFound,
  'all 200': {
    type: 'object',
    required: ['flags'],
    properties: { flags: { type: 'array', items: { oneOf: [success, failure] } } },
  },
};
const REQUEST = { type: 'object', properties: { context: { type: 'object' } }, required: ['context'] };
const ajv = new Ajv2020({ allowUnionTypes: true });

function judge(schema: object, body: string): void {
  const valid = ajv.compile(schema);
  if (!valid(JSON.parse(body))) throw new Error(`${body}: ${ajv.errorsText(valid.errors)}`);
}

/** Answers as flagd would; every question and answer is held against the protocol. */
function served(answer: (request: HttpRequest) => Answer | undefined = () => undefined, token: string | undefined = TOKEN) {
  const asked: HttpRequest[] = [];
  const clock = memoryClock(Date.parse('2026-06-03T10:00:00Z'));
  const http = memoryHttp((request) => {
    asked.push(request);
    judge(REQUEST, String(request.body));
    const given = answer(request);
    if (given !== undefined) return given;
    const { method, url, headers = {}, body } = request;
    const said = ofrepAnswer(FLAGS, { method, path: new URL(url).pathname, headers, body: String(body) }, TOKEN);
    const schema = ANSWERS[`${/evaluate\/flags\/./.test(url) ? 'one' : 'all'} ${said.status}`];
    if (schema !== undefined) judge(schema, said.body);
    return said;
  });
  const patience = { clock, log: memoryLog(), random: () => 0 };
  const secret = token === undefined ? undefined : { reveal: () => token };
  return { server: ofrep({ base: 'http://flags/', token: secret }, http, patience), asked, clock };
}

describe('a server of OFREP', () => {
  test('evaluates a flag for a context', async () => {
    const { server, asked } = served();
    expect(await server.evaluate('theme', USER)).toEqual({ value: 'dark-blue', variant: 'dark', reason: 'STATIC' });
    expect(asked[0]).toMatchObject({ method: 'POST', url: 'http://flags/ofrep/v1/evaluate/flags/theme' });
    expect(JSON.parse(String(asked[0]?.body))).toEqual({ context: USER });
    expect(await server.evaluate('gone', USER)).toEqual({ reason: 'DISABLED' });
  });

  test('gives all flags with a tag, and nothing where nothing changed since', async () => {
    const { server, asked } = served();
    const all = await server.evaluateAll(USER);
    if (all.kind !== 'evaluated') throw new Error(all.kind);
    expect([...all.flags.keys()]).toEqual(['checkout', 'theme', 'gone']);
    expect(all.flags.get('theme')).toMatchObject({ value: 'dark-blue' });
    expect(await server.evaluateAll(USER, all.etag)).toEqual({ kind: 'unchanged' });
    expect(asked[1]?.headers?.['if-none-match']).toBe(all.etag);
    expect((await server.evaluateAll({ targetingKey: 'user-2', x: 1 }, '"another"')).kind).toBe('evaluated');
  });

  test('that does not offer all flags at once says so', async () => {
    expect(await served(() => ({ status: 404 })).server.evaluateAll(USER)).toEqual({ kind: 'not-offered' });
  });

  test('tells of a flag that it cannot evaluate among the others', async () => {
    const all = await served().server.evaluateAll({});
    expect(all.kind === 'evaluated' && all.flags.get('checkout')).toMatchObject({ errorCode: 'TARGETING_KEY_MISSING' });
  });

  test('gets the token in both ways that the protocol knows', async () => {
    const { server, asked } = served();
    await server.evaluate('theme', USER);
    expect(asked[0]?.headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'x-api-key': TOKEN });
  });

  const failing = (status: number, body = '', headers: Readonly<Record<string, string>> = {}) =>
    served(() => ({ status, body, headers }))
      .server.evaluate('checkout', USER)
      .catch((error: unknown) => error);

  test.each<[string, number, string, string]>([
    ['PARSE_ERROR', 400, '{"key":"a","errorCode":"PARSE_ERROR","errorDetails":"no variants"}', 'OFREP_PARSE_ERROR'],
    ['INVALID_CONTEXT', 400, '{"key":"a","errorCode":"INVALID_CONTEXT"}', 'OFREP_INVALID_CONTEXT'],
    ['GENERAL', 400, '{"key":"a","errorCode":"GENERAL"}', 'OFREP_GENERAL'],
    ['a code of its own', 400, '{"key":"a","errorCode":"PROVIDER_NOT_READY"}', 'OFREP_GENERAL'],
    ['401', 401, '', 'OFREP_UNAUTHORISED'],
    ['403', 403, '', 'OFREP_FORBIDDEN'],
    ['404 of something else', 404, '<html>', 'OFREP_ABSENT'],
    ['500', 500, '{"errorDetails":"store is away"}', 'OFREP_FAILED'],
    ['no JSON', 200, '<html>log in</html>', 'OFREP_MALFORMED'],
    ['JSON that is no object', 200, '[]', 'OFREP_MALFORMED'],
  ])('%s is told by a code of ours', async (_, status, body, code) => {
    expect(await failing(status, body)).toMatchObject({ code, message: expect.stringContaining('http://flags answered') });
  });

  test('FLAG_NOT_FOUND and TARGETING_KEY_MISSING are told with what to do', async () => {
    const { server } = served();
    await expect(server.evaluate('nope', USER)).rejects.toMatchObject({ code: 'OFREP_FLAG_NOT_FOUND' });
    const missing = await server.evaluate('checkout', {}).catch((error: unknown) => error);
    expect(missing).toMatchObject({
      code: 'OFREP_TARGETING_KEY_MISSING',
      problems: [{ remedy: expect.stringContaining('"context"') }],
    });
  });

  test.each([
    ['seconds', '7'],
    ['a day and time', '2026-06-03T10:00:07Z'],
  ])('that asks for time by %s is asked again after it', async (_, later) => {
    let refused = 1;
    const { server, clock } = served(() => (refused-- > 0 ? { status: 429, headers: { 'retry-after': later } } : undefined));
    const began = clock.now();
    expect(await server.evaluate('theme', USER)).toMatchObject({ variant: 'dark' });
    expect(clock.now() - began).toBe(7000);
  });

  test('that asks for more time than a job has is told with how much', async () => {
    const refused = await failing(429, '', { 'retry-after': '600' });
    expect(refused).toMatchObject({ code: 'OFREP_RATE_LIMITED', message: expect.stringContaining('to be asked again in 600 s') });
  });

  test('that is away is told', async () => {
    const server = ofrep(
      { base: 'http://flags', token: undefined },
      memoryHttp(() => undefined),
      {
        ...{ clock: memoryClock(), log: memoryLog(), random: () => 0 },
      },
    );
    await expect(server.evaluate('a', {})).rejects.toMatchObject({ code: 'OFREP_UNREACHABLE' });
  });
});

describe('a share of users', () => {
  test('is measured over the same users each time, as flagd draws them', async () => {
    const { server } = served();
    const cohort = await measureCohort(server, 'checkout', 'on', { users: 400, drawnBy: 'targetingKey', context: {} });
    const flag = parseFlags('f.json', FLAGS).flags.get('checkout');
    if (flag === undefined) throw new Error('no flag');
    const expected = cohort.map((_, user) => {
      const evaluation = evaluateByFlagd('checkout', flag, { targetingKey: `user-${user}` });
      return !('errorCode' in evaluation) && evaluation.value === true;
    });
    expect(cohort).toEqual(expected);
    expect(isShare(cohort.filter(Boolean).length / 400, 0.25, 400)).toBe(true);
  });

  test.each<[number, number, number, boolean]>([
    [0.1, 0.1, 300, true],
    [0.16, 0.1, 300, true],
    [0.2, 0.1, 300, false],
    [0.25, 0.1, 300, false],
    [0.999, 1, 1000, false],
    [1, 1, 1000, true],
    [0.001, 0, 1000, false],
  ])('%d is %d of %i: %s', (measured, wanted, users, expected) => {
    expect(isShare(measured, wanted, users)).toBe(expected);
  });

  test('that grows takes the feature from nobody', () => {
    expect(lostBetween([true, false, true], [true, true, true])).toEqual({ had: 2, lost: 0 });
    expect(lostBetween([true, false, true], [true, true, false])).toEqual({ had: 2, lost: 1 });
  });
});

test.each<[string, Parameters<typeof isOff>[0], boolean]>([
  ['false', { value: false, variant: 'off' }, true],
  ['switched off', { value: true, reason: 'DISABLED' }, true],
  ['left to the code', { reason: 'DEFAULT' }, true],
  ['unknown', { errorCode: 'FLAG_NOT_FOUND' }, true],
  ['not told', { errorCode: 'GENERAL' }, false],
  ['true', { value: true }, false],
  ['a text', { value: 'white' }, false],
])('a feature that is %s is off: %#', (_, evaluation, off) => {
  expect(isOff(evaluation)).toBe(off);
});

test('a feature is had by its variant where both sides name one', () => {
  expect(hasFeature({ value: 'b', variant: 'two' }, 'two')).toBe(true);
  expect(hasFeature({ value: 'b', variant: 'two' }, 'one')).toBe(false);
  expect(hasFeature({ value: true }, 'on')).toBe(true);
  expect(hasFeature({ value: false }, 'on')).toBe(false);
});

test('an expectation is off, a variant, or a value', () => {
  const dark = { value: 'dark-blue', variant: 'dark' };
  expect(['dark', 'dark-blue', '"dark-blue"', 'white', 'off'].map((expected) => isAsExpected(dark, expected))).toEqual([
    ...[true, true, true, false, false],
  ]);
  expect([isAsExpected({ value: false }, 'off'), isAsExpected({ value: true }, 'true'), isAsExpected({ value: 3 }, '3')]).toEqual(
    [...[true, true, true]],
  );
});
