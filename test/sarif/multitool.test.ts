import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findingOf, KINDS, ratingOfVector, type Reported } from '@slipway/findings';
import type { Judged } from '@slipway/policy';
import { renderSarif } from '@slipway/sarif';
import { CATALOGUE } from '../../scripts/tools/catalogue.ts';
import { run, tool } from '../../scripts/tools/index.ts';

let program = '';
const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
beforeAll(async () => {
  program = await tool('sarif-multitool');
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What Microsoft's Multitool has against a file, by the rules of SARIF and by those of GitHub; it ends with 0 whatever it finds. */
async function errorsIn(text: string): Promise<readonly string[]> {
  const file = join(folder, 'a.sarif');
  writeFileSync(file, text);
  // Errors and warnings only: for notes it would ask the network for every address.
  const args = ['validate', file, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning'];
  const said = await run(program, args, { returns: 'both', env: CATALOGUE['sarif-multitool'].env });
  expect(said).toContain('Analysis completed successfully');
  return said.split('\n').filter((line) => /: error /.test(line));
}

function judged(reported: Partial<Reported>): Judged {
  const finding = findingOf({
    ...{
      engine: 'slipway',
      kind: 'vulnerability' as const,
      id: 'GHSA-a',
      title: 'It leaks.',
      location: { file: 'package-lock.json', line: 9 },
    },
    ...reported,
  });
  return { finding, cause: 'introduced', effect: 'block', by: 'rule' };
}

const render = (all: readonly Judged[]): string =>
  renderSarif(all, { category: 'security-scan/orders', packedSize: (text) => gzipSync(text).length }).text;

test('finds no error in what is written', async () => {
  const whole = judged({
    ...{
      aliases: ['CVE-2026-1'],
      references: ['https://a.example/1'],
      manifest: { file: 'package.json', line: 3 },
      fixes: ['2.0.0'],
    },
    package: { ecosystem: 'npm', name: '@a/b', version: '1.0.0', purl: 'pkg:npm/%40a/b@1.0.0' },
    ratings: [ratingOfVector('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H')],
  });
  const hostile = judged({ id: 'x y/ü [a](b) {0}', title: 'See [a](b) {0} %n', location: { file: '../a b/ü#?.json' } });
  const kinds = KINDS.map((kind) => judged({ kind, id: `id-${kind}`, title: '' }));
  expect(await errorsIn(render([whole, hostile, ...kinds, whole]))).toEqual([]);
  expect(await errorsIn(render([]))).toEqual([]);
});

test('is not blind', async () => {
  expect(await errorsIn('{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}')).toEqual([
    expect.stringContaining("The required property 'name' is missing"),
  ]);
  expect(await errorsIn(render([judged({})]).replace('"ruleIndex":0', '"ruleIndex":7'))).not.toEqual([]);
});
