import { afterAll, describe, expect, test } from '@jest/globals';
import { action, runWith } from '@slipway/action-contract-test';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { nodeFiles } from '@slipway/system/node';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'slipway-bad-input-'));
mkdirSync(join(folder, 'contracts'));
mkdirSync(join(folder, 'empty'));
afterAll(() => rmSync(folder, { recursive: true }));

const OPENAPI = `openapi: 3.1.0
paths:
  /charge:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                order_id: { type: string, pattern: "^o" }
      responses:
        "200":
          content:
            application/json:
              schema: { type: object, required: [id], properties: { id: { type: string } } }
`;

const INTERACTION = {
  description: 'a charge',
  request: { method: 'POST', path: '/charge', headers: { 'Content-Type': 'application/json' }, body: { order_id: 'o1' } },
  response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { id: 'x' } },
};
const NAMES = { consumer: { name: 'order-service' }, provider: { name: 'payment-service' } };
const PACT = JSON.stringify({ ...NAMES, interactions: [INTERACTION] }, null, 2);

/** Compares one contract with one description, of which the bytes are given, on a real file system. */
async function compare(contract: string | Uint8Array, openapi: string | Uint8Array = OPENAPI, contracts = 'contracts/*.json') {
  writeFileSync(join(folder, 'contracts/order.json'), contract);
  writeFileSync(join(folder, 'openapi.yaml'), openapi);
  const inputs = { mode: 'compare', descriptions: 'payment-service=openapi.yaml', contracts };
  const host = memoryHost(inputs, { files: nodeFiles(folder) });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const [report] = host.written.reports;
  return { exitCode, report, problems: report?.problems ?? [], annotations: host.written.annotations };
}

const bytes = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(text, encoding);
const lineOf = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

test('the contract and the description that the cases spoil are right', async () => {
  expect(await compare(PACT)).toMatchObject({ exitCode: 0, problems: [] });
  expect(await compare(`\uFEFF${PACT}`)).toMatchObject({ exitCode: 0 });
  expect(await compare(PACT.replaceAll('\n', '\r\n'), `\uFEFF${OPENAPI.replaceAll('\n', '\r\n')}`)).toMatchObject({
    exitCode: 0,
  });
});

describe('a contract is refused, and never a defect,', () => {
  test.each<[string, string | Uint8Array, string, number | undefined]>([
    ['that is empty', '', 'CONTRACT_SYNTAX', undefined],
    ['that is another document', '{"foo":"bar"}', 'CONTRACT_MALFORMED', undefined],
    ['that is an empty object', '{}', 'CONTRACT_MALFORMED', undefined],
    ['that is a list', '[]', 'CONTRACT_MALFORMED', undefined],
    ['that is null', 'null', 'CONTRACT_MALFORMED', undefined],
    ['without an interaction', JSON.stringify({ ...NAMES, interactions: [] }), 'CONTRACT_EMPTY', undefined],
    ['with a comma too many', PACT.replace('"a charge",', '"a charge",,'), 'CONTRACT_SYNTAX', lineOf(PACT, '"a charge"')],
    ['with a comma at the end', PACT.replace(/\}\n$|\}$/, ',}'), 'CONTRACT_SYNTAX', undefined],
    ['in YAML', 'consumer: { name: a }\nprovider: { name: b }\ninteractions: []\n', 'CONTRACT_SYNTAX', undefined],
    ['in UTF-16', bytes(`\uFEFF${PACT}`, 'utf16le'), 'TEXT_ENCODING', undefined],
    ['in Latin-1', bytes(PACT.replace('a charge', 'une dépense'), 'latin1'), 'TEXT_ENCODING', undefined],
    ['with a NUL', PACT.replace('a charge', 'a\0charge'), 'CONTRACT_SYNTAX', lineOf(PACT, '"a charge"')],
    [
      'with a key twice',
      PACT.replace('"description"', '"description": "b",\n      "description"'),
      'CONTRACT_SYNTAX',
      lineOf(PACT, '"description"') + 1,
    ],
    ['of ten thousand levels', `{"consumer":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'CONTRACT_SYNTAX', 1],
    ['of 65 MiB', `{"a":"${'x'.repeat(65 * 2 ** 20)}"}`, 'CONTRACT_SYNTAX', undefined],
  ])('%s', async (_, contract, code, line) => {
    const { exitCode, problems } = await compare(contract);
    expect(exitCode).toBe(1);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.map((problem) => problem.code)).not.toContain('DEFECT');
    expect(problems[0]?.location?.file).toBe('contracts/order.json');
    if (line !== undefined) expect(problems.find((problem) => problem.code === code)?.location?.line).toBe(line);
  });

  test.each([
    ['in an empty folder', 'empty/*.json'],
    ['by a pattern of nothing', 'nowhere/**/*.pact.json'],
    ['by the folder alone', 'contracts'],
  ])('that is looked for %s', async (_, pattern) => {
    const { exitCode, problems } = await compare(PACT, OPENAPI, pattern);
    expect([exitCode, problems.map(({ code }) => code)]).toEqual([1, ['CONTRACT_NONE']]);
  });
});

describe('a description', () => {
  const bomb = [...'bcdefgh'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`);
  test.each<[string, string | Uint8Array, string, number | undefined]>([
    ['that is empty', '', 'OPENAPI_UNKNOWN', undefined],
    ['with a tab that indents', OPENAPI.replace('  /charge', '\t/charge'), 'YAML_SYNTAX', 3],
    ['with aliases of aliases', `${OPENAPI}a: &a [x, x, x, x, x, x, x, x, x]\n${bomb.join('\n')}\n`, 'YAML_ALIASES', undefined],
    ['with a key twice', `${OPENAPI}openapi: 3.0.3\n`, 'YAML_SYNTAX', OPENAPI.split('\n').length],
    ['in UTF-16', bytes(`\uFEFF${OPENAPI}`, 'utf16le'), 'TEXT_ENCODING', undefined],
    ['of ten thousand levels', `x: ${'[a, '.repeat(10_000)}1${']'.repeat(10_000)}`, 'SOURCE_TOO_DEEP', 1],
    ['of nine MiB', `a: ${'x'.repeat(9 * 2 ** 20)}\n`, 'SOURCE_TOO_LARGE', undefined],
    ['that is two documents', `${OPENAPI}---\n${OPENAPI}`, 'YAML_SYNTAX', OPENAPI.split('\n').length],
  ])('%s is refused on its line', async (_, openapi, code, line) => {
    const { exitCode, problems } = await compare(PACT, openapi);
    expect([exitCode, problems.map((problem) => problem.code)]).toEqual([1, [code]]);
    expect(problems[0]?.location).toMatchObject({ file: 'openapi.yaml', ...(line !== undefined && { line }) });
  });

  test('is read as YAML 1.2: on, off and no are words', async () => {
    const words = OPENAPI.replace('{ type: string, pattern: "^o" }', '{ type: string, enum: [o1, on, off, no] }').replace(
      '                order_id',
      '                on: { type: boolean }\n                order_id',
    );
    const sending = (body: object): string =>
      PACT.replace(JSON.stringify({ order_id: 'o1' }, null, 2).replaceAll('\n', '\n        '), JSON.stringify(body));
    expect(sending({ order_id: 'no', on: true })).toContain('"on":true');
    expect(await compare(sending({ order_id: 'no', on: true }), words)).toMatchObject({ exitCode: 0, annotations: [] });
    expect((await compare(sending({ order_id: 'yes' }), words)).exitCode).toBe(1);
  });

  test.each<[string, string, number, RegExp]>([
    ['that is no regular expression', '(', 0, /^order_id of the request .*a pattern/],
    ['that looks around itself', '^(?=o)(o+)+$', 0, /^order_id of the request .*a pattern/],
  ])('with a pattern %s is told as not judged, on its line', async (_, pattern, code, message) => {
    const { exitCode, annotations } = await compare(PACT, OPENAPI.replace('"^o"', `"${pattern}"`));
    expect(exitCode).toBe(code);
    expect(annotations).toMatchObject([{ level: 'warning', file: 'contracts/order.json', line: lineOf(PACT, '"order_id"') }]);
    expect(annotations[0]?.message).toMatch(message);
    expect(annotations[0]?.message).toContain(`openapi.yaml:${lineOf(OPENAPI, 'order_id')}`);
  });

  test('with a pattern that would keep another engine busy for ever is judged, and soon', async () => {
    const text = 'o'.repeat(30_000);
    const contract = PACT.replace('"o1"', `"${text}!"`);
    const { exitCode, annotations } = await compare(contract, OPENAPI.replace('"^o"', '"^(o+)+$"'));
    expect([exitCode, annotations[0]?.line]).toEqual([1, lineOf(PACT, '"order_id"')]);
  });
});
