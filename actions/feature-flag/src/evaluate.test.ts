import { describe, expect, test } from '@jest/globals';
import { ofrepAnswer } from '@slipway/flags/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { HttpRequest } from '@slipway/system';
import { type Answer, memoryClock, memoryFiles, memoryHttp, memoryLog } from '@slipway/system/memory';
import { action } from './action.ts';
import { run } from './run.ts';

const flagsAt = (share: number, state = 'ENABLED'): string =>
  JSON.stringify({
    flags: {
      checkout: {
        ...{ state, variants: { on: true, off: false }, defaultVariant: 'off' },
        targeting: {
          fractional: [
            ['on', share],
            ['off', 100 - share],
          ],
        },
      },
      theme: { state: 'ENABLED', variants: { dark: 'dark-blue', light: 'white' }, defaultVariant: 'dark' },
    },
  });
const TOKEN = 'a-token-of-the-ofrep-server';
const AT = { mode: 'evaluate', provider: 'ofrep', server: 'http://ofrep', 'server-token': TOKEN };

interface World {
  readonly flags?: (second: number) => string;
  readonly answer?: (request: HttpRequest, usual: () => Answer) => Answer;
}

async function act(inputs: Readonly<Record<string, string>>, { flags = () => flagsAt(25), answer }: World = {}) {
  const asked: HttpRequest[] = [];
  const clock = memoryClock(0);
  const http = memoryHttp((request) => {
    asked.push(request);
    const { method, url, headers = {}, body } = request;
    const question = { method, path: new URL(url).pathname, headers, body: String(body) };
    const usual = () => ofrepAnswer(flags(clock.now() / 1000), question, TOKEN);
    return answer === undefined ? usual() : answer(request, usual);
  });
  const log = memoryLog();
  const host = memoryHost(inputs, { http, clock, log, files: memoryFiles({ 'flags.json': flags(0) }) });
  const code = await runAction(action, run, host);
  const { outputs, annotations, reports, summary } = host.written;
  return {
    ...{ code, outputs, asked, headline: reports[0]?.headline ?? '', summary: JSON.stringify(summary) },
    titles: annotations.map(({ title }) => title),
    everything: JSON.stringify([host.written, log.lines]),
  };
}

describe('a server of OFREP', () => {
  test('says what a flag is, alone and among all, and whether it honours its ETag', async () => {
    const { code, outputs, headline, summary, asked } = await act({ ...AT, flag: 'theme' });
    expect([code, outputs['value'], headline]).toEqual([
      0,
      '"dark-blue"',
      'theme is value "dark-blue", variant dark, reason STATIC.',
    ]);
    expect(summary).toContain('All flags at once: 2, and its ETag is honoured.');
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual([
      ...['/ofrep/v1/evaluate/flags/theme', '/ofrep/v1/evaluate/flags', '/ofrep/v1/evaluate/flags'],
    ]);
  });

  test('is told what else is known of whom it evaluates for', async () => {
    const { asked } = await act({ ...AT, flag: 'theme', context: 'country=de\ntargetingKey=anna' });
    expect(JSON.parse(String(asked[0]?.body))).toEqual({ context: { country: 'de', targetingKey: 'anna' } });
  });

  test('that ignores its ETag, has none or does not offer all flags is told of as such', async () => {
    const withTag = (etag: string | undefined) => (request: HttpRequest, usual: () => Answer) =>
      request.url.endsWith('/flags')
        ? { ...usual(), status: 200, body: '{"flags":[]}', headers: etag === undefined ? {} : { etag } }
        : usual();
    const flags = () => flagsAt(0, 'DISABLED');
    expect((await act({ ...AT, flag: 'checkout' }, { flags, answer: withTag('"x"') })).summary).toContain('its ETag is ignored');
    expect((await act({ ...AT, flag: 'checkout' }, { flags, answer: withTag(undefined) })).summary).toContain('without an ETag');
    const alone = (request: HttpRequest, usual: () => Answer) =>
      request.url.endsWith('/flags') ? { status: 404, headers: {}, body: '' } : usual();
    expect((await act({ ...AT, flag: 'theme' }, { answer: alone })).summary).toContain('All flags at once: not offered.');
  });

  test('that says something else among all than alone is a fault', async () => {
    const answer = (request: HttpRequest, usual: () => Answer) =>
      request.url.endsWith('/flags')
        ? { status: 200, headers: {}, body: '{"flags":[{"key":"theme","value":"white"}]}' }
        : usual();
    const { code, titles } = await act({ ...AT, flag: 'theme', budget: '2s' }, { answer });
    expect([code, titles]).toEqual([1, ['OFREP_BULK_DIFFERS']]);
  });

  test('verifies a kill switch that somebody else threw: waits until off is seen, and says how long', async () => {
    const flags = (second: number) => flagsAt(100, second < 4 ? 'ENABLED' : 'DISABLED');
    const seen = await act({ ...AT, flag: 'checkout', expect: 'off' }, { flags });
    expect([seen.code, seen.outputs['seconds'], seen.outputs['value']]).toEqual([0, '4.00', 'null']);
    const never = await act({ ...AT, flag: 'checkout', expect: 'off', budget: '3s' }, { flags });
    expect([never.code, never.titles]).toEqual([1, ['FLAG_UNEXPECTED']]);
    expect(never.headline).toContain('checkout is value true, variant on, reason TARGETING_MATCH, and "off" was expected');
  });

  test('gives a feature to the share of users that is set, and not to another', async () => {
    const right = await act({ ...AT, flag: 'checkout', percentage: '25', variant: 'on', population: '400' });
    expect(right.code).toBe(0);
    expect(Math.abs(Number(right.outputs['share']) - 25)).toBeLessThan(9);
    const wrong = await act({ ...AT, flag: 'checkout', percentage: '50', variant: 'on', population: '400', budget: '1s' });
    expect([wrong.code, wrong.titles]).toEqual([1, ['FLAG_SHARE_UNEXPECTED']]);
    expect(wrong.headline).toMatch(/% of 400 asked users get checkout, and 50 % were expected/);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a flag that it does not have', { flag: 'nope' }, 'OFREP_FLAG_NOT_FOUND'],
    ['a token that is wrong', { flag: 'theme', 'server-token': 'wrong-token-entirely' }, 'OFREP_UNAUTHORISED'],
  ])('refuses %s', async (_, inputs, code) => {
    const refused = await act({ ...AT, ...inputs });
    expect([refused.code, refused.titles]).toEqual([1, [code]]);
    expect(refused.everything).not.toContain('wrong-token-entirely');
  });
});

test('a file is evaluated here, by flagd itself', async () => {
  const { code, outputs, asked } = await act({ mode: 'evaluate', flag: 'checkout', file: 'flags.json', percentage: '25' });
  expect([code, asked]).toEqual([0, []]);
  expect(Math.abs(Number(outputs['share']) - 25)).toBeLessThan(10);
  expect((await act({ mode: 'evaluate', flag: 'nope', file: 'flags.json' })).titles).toEqual(['FLAG_ABSENT']);
});

describe('what cannot be asked is told, all of it', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'set',
      { mode: 'set', state: 'off' },
      /OFREP can only evaluate flags: mode: set cannot change one by it.\s+Name where the flag is kept/,
    ],
    ['kill', { mode: 'kill' }, /OFREP can only evaluate flags: mode: kill cannot change one by it/],
    [
      'evaluate by Unleash',
      { mode: 'evaluate', provider: 'unleash' },
      /"provider" is unleash, which evaluates flags within its own SDKs/,
    ],
    ['evaluate nowhere', { mode: 'evaluate', percentage: '120' }, /"server" is not given[\s\S]*"percentage" is 120/],
    ['evaluate no file', { mode: 'evaluate', provider: 'flagd' }, /"file" is not given/],
  ])('%s', async (_, inputs, said) => {
    const { code, titles, everything } = await act({ provider: 'ofrep', flag: 'checkout', ...inputs });
    expect([code, new Set(titles)]).toEqual([1, new Set(['INPUTS_CONTRADICT'])]);
    expect(everything.replaceAll('\\"', '"').replaceAll('\\n', '\n')).toMatch(said);
  });
});
