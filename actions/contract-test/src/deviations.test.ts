import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, memoryHttp } from '@slipway/system/memory';
import { action } from './action.ts';
import { runWith } from './run.ts';

const run = runWith(() => memoryGitHub());

const OPENAPI = `openapi: 3.1.0
paths:
  /charge:
    post:
      responses:
        "201":
          content:
            application/json:
              schema:
                type: object
                required: [id]
                properties:
                  id: { type: string }
                  fee: { type: integer }
                  odd: { type: string, pattern: "^(?=a)" }
`;

function pact(consumer: string, parts: object = {}): string {
  const response = { status: 201, body: { id: 'x' }, matchingRules: { body: { '$.id': { matchers: [{ match: 'type' }] } } } };
  const interaction = { description: 'a charge', request: { method: 'POST', path: '/charge', query: 'a=1' }, response, ...parts };
  const sides = { consumer: { name: consumer }, provider: { name: 'payment-service' } };
  return JSON.stringify({ ...sides, interactions: [interaction] }, null, 2);
}

async function verify(body: object, files: Record<string, string> = {}, status = 201) {
  const all = { 'openapi.yaml': OPENAPI, 'contracts/order.json': pact('order-service'), ...files };
  const http = memoryHttp(() => ({ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));
  const inputs = { provider: 'payment-service', url: 'http://127.0.0.1:9', openapi: 'openapi.yaml' };
  const host = memoryHost(inputs, { files: memoryFiles(all), http });
  return { exitCode: await runAction(action, run, host), headline: host.written.reports[0]?.headline, ...host.written };
}

describe("verify beside the provider's own description", () => {
  test('passes, and says how many answers it judged', async () => {
    const { exitCode, headline, outputs, annotations } = await verify({ id: 'a', fee: 1 });
    expect(exitCode).toBe(0);
    expect(headline).toBe('payment-service keeps all 1 consumer contracts (1 interactions). 1 answer is as openapi.yaml says.');
    expect(outputs).toMatchObject({ broken: '', deviations: '0' });
    expect(annotations).toEqual([]);
  });

  test("fails by what no consumer reads, on the description's line, and breaks no contract", async () => {
    const { exitCode, headline, outputs, annotations } = await verify(
      { id: 'a', fee: 'none' },
      { 'contracts/b.json': pact('b') },
    );
    expect(exitCode).toBe(1);
    const message = 'fee in the answer 201 to POST /charge must be integer, and is "none"';
    expect(headline).toBe(
      `payment-service keeps all 2 consumer contracts (2 interactions). payment-service breaks its own description openapi.yaml in 2 of 2 answers (${message}).`,
    );
    expect(outputs).toMatchObject({ broken: '', deviations: '2', verdict: 'fail' });
    expect(annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        title: 'payment-service breaks its description: answer-body-wrong',
        message: `${message} (seen in b: a charge and 1 more). Correct the provider, or the description and with it what it promises.`,
        file: 'openapi.yaml',
        line: OPENAPI.split('\n').findIndex((line) => line.includes('fee:')) + 1,
      }),
    ]);
  });

  test('tells what cannot be judged, and counts it', async () => {
    const { exitCode, headline, annotations } = await verify({ id: 'a', odd: 'a' });
    expect(exitCode).toBe(0);
    expect(headline).toContain('1 answer is as openapi.yaml says. 1 part of them could not be judged by it.');
    expect(annotations.map(({ level, title }) => [level, title])).toEqual([['warning', 'Not judged: answer-body-unjudged']]);
  });

  test('keeps the two apart: an answer that breaks the contract may be just as it is described', async () => {
    const needing = pact('order-service', { response: { status: 201, body: { fee: 1 } } });
    const { exitCode, headline, outputs } = await verify({ id: 'a' }, { 'contracts/order.json': needing });
    expect(exitCode).toBe(1);
    expect(headline).toContain('breaks order-service (fee is missing in the answer to POST /charge). 1 answer is as');
    expect(outputs).toMatchObject({ broken: 'order-service', deviations: '0' });
  });

  test('stops nothing where the contract is not agreed yet', async () => {
    const { exitCode, annotations } = await verify({}, { 'contracts/order.json': pact('order-service', { pending: true }) }, 500);
    expect(exitCode).toBe(0);
    expect(annotations.every(({ level }) => level === 'warning')).toBe(true);
    expect(annotations.map(({ message }) => message).join()).toContain('was answered with 500');
  });

  test('says so when there was no answer to judge', async () => {
    const states = { providerStates: [{ name: 'a card' }] };
    const { exitCode, headline } = await verify({ id: 'a' }, { 'contracts/order.json': pact('order-service', states) });
    expect(exitCode).toBe(1);
    expect(headline).toContain('No answer was there to judge by openapi.yaml.');
  });

  test('judges nothing by a description that cannot be read: that is told on its line, before anything is asked', async () => {
    const { exitCode, annotations } = await verify({ id: 'a' }, { 'openapi.yaml': 'openapi: 3.1.0\npaths: {}\n' });
    expect(exitCode).toBe(1);
    expect(annotations.map(({ file }) => file)).toEqual(['openapi.yaml']);
  });
});
