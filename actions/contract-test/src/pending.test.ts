import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryClock, memoryFiles, memoryHttp } from '@slipway/system/memory';
import { action } from './action.ts';
import { runWith } from './run.ts';

const NOW = Date.parse('2026-06-15T12:00:00Z');

function pact(pending: boolean): string {
  const interaction = {
    description: 'a charge',
    pending,
    request: { method: 'GET', path: '/charge' },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: { fee: 'x' } },
  };
  return JSON.stringify({ consumer: { name: 'order' }, provider: { name: 'payment' }, interactions: [interaction] });
}

const openapi = (field: string): string =>
  JSON.stringify({
    openapi: '3.1.0',
    paths: {
      '/charge': {
        get: {
          responses: {
            200: {
              description: '',
              content: {
                'application/json': {
                  schema: { type: 'object', required: [field], properties: { [field]: { type: 'string' } } },
                },
              },
            },
          },
        },
      },
    },
  });

const entry = (expires: string, interaction = 'a charge'): string =>
  `  - { consumer: order, interaction: ${interaction}, reason: Agreed., owner: team-payments, expires: "${expires}" }\n`;
const term = (expires: string, interaction?: string): string => `version: 1\npending:\n${entry(expires, interaction)}`;

const MODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  verify: { provider: 'payment', url: 'http://127.0.0.1:9' },
  compare: { mode: 'compare', descriptions: 'payment=head.json' },
  diff: { mode: 'diff', base: 'base.json', head: 'head.json', 'fail-on': 'consumer-break' },
};

async function run(mode: string, terms: string | undefined, { pending = true, kept = false } = {}) {
  const [fee, gone] = [openapi('fee'), openapi('other')];
  const files = {
    'contracts/order.json': pact(pending),
    ...{ 'base.json': fee, 'head.json': kept ? fee : gone, 'terms.yml': terms ?? '' },
  };
  const headers = { 'content-type': 'application/json' };
  const http = memoryHttp(() => ({ status: 200, headers, body: kept ? '{"fee":"x"}' : '{}' }));
  const inputs = { ...MODES[mode], ...(terms !== undefined && { 'accepted-breaks': 'terms.yml' }) };
  const host = memoryHost(inputs, { files: memoryFiles(files), http, clock: memoryClock(NOW) });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const { annotations, reports } = host.written;
  const headline = reports[0]?.headline ?? '';
  return { exitCode, annotations, headline, codes: reports[0]?.problems.map(({ code }) => code) };
}

const OVER = { level: 'warning', title: 'Pending is over', file: 'terms.yml', line: 3 };
const IDLE = { level: 'warning', title: 'Term of nothing pending', file: 'terms.yml', line: 3 };

describe.each(Object.keys(MODES))('what is pending, in mode %s,', (mode) => {
  test('stops nothing, without a term and to the last day of one', async () => {
    expect((await run(mode, undefined)).exitCode).toBe(0);
    expect((await run(mode, term('2026-06-15'))).exitCode).toBe(0);
  });

  test('counts from the day after, which is told on the line of the term', async () => {
    const { exitCode, annotations } = await run(mode, term('2026-06-14'));
    expect(exitCode).toBe(1);
    expect(annotations).toEqual(
      expect.arrayContaining([expect.objectContaining(OVER), expect.objectContaining({ level: 'error' })]),
    );
  });

  test.each<[string, string, object]>([
    ['an interaction that is not pending any longer', term('2027-01-01'), { pending: false, kept: true }],
    ['an interaction that there is none of', term('2027-01-01', 'a refund'), {}],
  ])('leaves a term of %s over, which is told', async (_, terms, world) => {
    const { exitCode, annotations } = await run(mode, terms, world);
    expect(exitCode).toBe(0);
    expect(annotations).toContainEqual(expect.objectContaining(IDLE));
  });
});

test.each(['verify', 'compare'])('what is pending and not kept is counted apart in mode %s', async (mode) => {
  expect((await run(mode, undefined)).headline).toContain('1 pending interaction is not kept yet.');
  expect((await run(mode, undefined, { kept: true })).headline).not.toContain('pending');
});

test('a term that is kept when it is over is no failure', async () => {
  expect((await run('verify', term('2026-06-14'), { kept: true })).exitCode).toBe(0);
});

test('what is wrong with the list is told at once', async () => {
  const { codes } = await run('verify', `${term('2026-02-30')}${entry('2027-01-01')}`);
  expect(codes).toEqual(['ACCEPTED_DAY', 'ACCEPTED_TWICE']);
});
