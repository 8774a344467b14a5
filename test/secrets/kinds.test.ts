import { describe, expect, test } from '@jest/globals';
import { findSecrets, RULES } from '@slipway/secrets';
import { samplesOf } from './samples.ts';

const SAMPLES = samplesOf(7);
const rulesIn = (text: string): readonly string[] => findSecrets(text, 'org/repo').map(({ rule }) => rule);

describe('a secret', () => {
  test('of every rule has a sample', () => {
    expect(new Set(SAMPLES.map(({ rule }) => rule))).toEqual(new Set(RULES.map(({ id }) => id)));
    expect(SAMPLES.length).toBeGreaterThanOrEqual(20);
  });

  test.each(SAMPLES.map((sample) => [sample.rule, sample] as const))(
    '%s is found, and what is nearly one is not',
    (rule, sample) => {
      expect(rulesIn(sample.line)).toEqual([rule]);
      for (const text of sample.nearly) expect(rulesIn(text)).not.toContain(rule);
    },
  );

  test.each(SAMPLES.map((sample) => [sample.rule, sample] as const))(
    '%s is told with at most four of its characters',
    (_, { line, secret }) => {
      const [found] = findSecrets(line, 'org/repo');
      expect(found?.hint).toBe(secret.slice(0, 4));
      const told = JSON.stringify([found?.line, found?.hint, found?.fingerprint]);
      for (let at = 0; at + 5 <= secret.length; at++) expect(told).not.toContain(secret.slice(at, at + 5));
    },
  );

  test('stands on its line, wherever that is, and is told once', () => {
    const [{ line = '' } = {}] = SAMPLES;
    const text = `${'x\n'.repeat(41)}${line}\n${'y'.repeat(50_000)} ${line}\n`;
    expect(findSecrets(text, 'k').map(({ line: at }) => at)).toEqual([42, 43]);
    // Wherever a long line is cut, a secret over the cut is found, and only once.
    for (let before = 17_900; before < 20_100; before += 7) expect(rulesIn(`${'z '.repeat(before / 2)}${line}`)).toHaveLength(1);
  });

  test('may follow an escaped line break, but not a letter', () => {
    const [{ secret = '' } = {}] = SAMPLES;
    expect(rulesIn(`"a\\n${secret}\\n"`)).toEqual(['github-token']);
    expect(rulesIn(`a${secret}`)).toEqual([]);
  });

  test('has the same fingerprint in the same repository and another elsewhere', () => {
    const [{ line = '' } = {}, { line: other = '' } = {}] = SAMPLES;
    const of = (text: string, key: string): string | undefined => findSecrets(text, key)[0]?.fingerprint;
    expect(of(line, 'a')).toBe(of(`moved ${line}`, 'a'));
    expect(of(line, 'a')).not.toBe(of(line, 'b'));
    expect(of(line, 'a')).not.toBe(of(other, 'a'));
    expect(of(line, 'a')).toMatch(/^[0-9a-f]{12}$/);
  });

  test('that is short gives none of itself away', () => {
    expect(findSecrets('postgres://user:s3cr3tPa5@db/x', 'k').map(({ hint }) => hint)).toEqual(['']);
  });

  test.each([
    'const hash = "sha512-oK5wWUzLrZgqJbUo8cL4IhFpP5zVn1gGm0Q3v0Jm8B5hLXoM3vJv0o1vX8kq0V2gq0o1vX8kq0V2gq0o1vX8kg==";',
    '"resolved": "https://registry.example/lodash/-/lodash-4.17.21.tgz",',
    'go.sum h1:Yz2T3uTq0oKbGkE1nJ2m3p4q5r6s7t8u9v0w1x2y3z4=',
    'uses: actions/checkout@a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d',
    `token: \${{ secrets.GITHUB_TOKEN }}`,
    'const tokenizer = createTokenizerWithOptions(defaultOptions);',
    'password: process.env.DATABASE_PASSWORD,',
    'secretName: order-service-credentials-v2',
    'authorization: Bearer <token>',
  ])('is none in %s', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });
});
