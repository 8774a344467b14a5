import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findSecrets } from '@slipway/secrets';
import { tool } from '../../scripts/tools/index.ts';
import { samplesOf } from './samples.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 100);

/** Where gitleaks and we disagree on a kind, and who is right. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'github-token no2: only gitleaks': 'We are: a token that goes on to the left is a part of something else.',
  'gcp-service-account is: only we': 'We are: gitleaks has no rule for it, and the key itself may be cut off.',
  'docker-hub-token is: only we': 'We are: gitleaks has no rule for it.',
  'password-in-address is: only we': 'We are: gitleaks has no rule for it.',
  'azure-storage-key no0: only we': 'Either: gitleaks leaves out a value in which one of its stop words stands by chance.',
  'private-key is: only we': 'We are: gitleaks wants the last line of a key, which a diff may not hold.',
};

let folder = '';
let program = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gitleaks-'));
  program = await tool('gitleaks');
}, 1_200_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a corpus of secrets and of what is nearly one, judged by us and by gitleaks', () => {
  const texts = new Map<string, string>();
  for (const seed of SEEDS)
    for (const { rule, line, nearly } of samplesOf(seed)) {
      texts.set(`${rule}_${seed}_is.txt`, `${line}\n`);
      for (const [index, text] of nearly.entries()) texts.set(`${rule}_${seed}_no${index}.txt`, `${text}\n`);
    }
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
  const report = join(folder, 'report.json');
  const options = ['dir', '--no-banner', '--exit-code=0', '--report-format=json', `--report-path=${report}`];
  expect(spawnSync(program, [...options, folder]).status).toBe(0);
  const theirs = new Set(
    (JSON.parse(readFileSync(report, 'utf8')) as { File: string }[]).map(({ File }) => File.split('/').at(-1) ?? ''),
  );
  const ours = new Set([...texts].filter(([, text]) => findSecrets(text, 'k').length > 0).map(([name]) => name));
  const different = [...texts.keys()]
    .filter((name) => ours.has(name) !== theirs.has(name))
    .map((name) => `${name.replace(/_\d+_/, ' ').replace('.txt', '')}: only ${ours.has(name) ? 'we' : 'gitleaks'}`);
  const counted = new Map<string, number>();
  for (const each of different) counted.set(each, (counted.get(each) ?? 0) + 1);
  expect([...counted].filter(([what]) => EXPLAINED[what] === undefined)).toEqual([]);
  expect([...ours].filter((name) => theirs.has(name)).length).toBeGreaterThan(SEEDS.length * 15);
}, 120_000);
