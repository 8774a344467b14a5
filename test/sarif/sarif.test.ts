import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Cause, findingOf, mergeFindings, ratingOfVector, ratingOfWord, type Reported } from '@slipway/findings';
import type { Judged } from '@slipway/policy';
import { LIMITS, renderSarif } from '@slipway/sarif';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly {
            readonly id: string;
            readonly properties: { readonly tags: readonly string[]; readonly 'security-severity': string };
          }[];
        };
      };
      readonly automationDetails: { readonly id: string };
      readonly invocations: readonly [
        { readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[] },
      ];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    },
  ];
}

// Without the check of formats, which the schema uses for addresses and times only.
const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, 'sarif-2.1.0.json'), 'utf8')) as object,
);

function judged(reported: Partial<Reported> = {}, effect: 'block' | 'report' = 'block', cause: Cause = 'introduced'): Judged {
  const of = { ecosystem: 'npm', name: 'lodash', version: '4.17.20', purl: 'pkg:npm/lodash@4.17.20' };
  const finding = findingOf({
    ...{ engine: 'slipway', kind: 'vulnerability' as const, id: 'GHSA-a', title: 'It leaks.', package: of },
    ...{ location: { file: 'package-lock.json', line: 9 }, ratings: [ratingOfWord('high', 'x')] },
    ...reported,
  });
  return { finding, cause, effect, by: 'rule' };
}

function secret(): Judged {
  const finding = findingOf({
    engine: 'e',
    kind: 'secret',
    id: 'aws-key',
    title: 'A key.',
    location: { file: 'a.env', line: 2 },
  });
  return { finding, cause: 'unknown', effect: 'block', by: 'a secret' };
}

/** The schema compares each rule with every other, which takes minutes for thousands: of those the first are judged. */
function isValid(text: string): boolean {
  const log = JSON.parse(text) as { runs: [{ tool: { driver: { rules: object[] } }; results: object[] }] };
  const [run] = log.runs;
  run.tool.driver.rules.splice(100);
  run.results.splice(100);
  return validate(log);
}

function render(all: readonly Judged[], packedSize = (text: string) => gzipSync(text).length) {
  const sarif = renderSarif(all, { category: 'security-scan/orders', packedSize });
  const log = JSON.parse(sarif.text) as Log;
  expect([isValid(sarif.text), validate.errors]).toEqual([true, null]);
  const [run] = log.runs;
  return { ...sarif, run, results: run.results, rules: run.tool.driver.rules };
}

test('the schema refuses what is none', () => {
  expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
});

describe('a SARIF file', () => {
  test.each<[string, readonly Judged[]]>([
    ['of nothing', []],
    ['of one finding', [judged()]],
    [
      'of a finding with all there is',
      [
        judged({
          aliases: ['CVE-1'],
          references: ['https://a.example/1'],
          manifest: { file: 'package.json', line: 3 },
          exploited: true,
          epss: 0.5,
          fixes: ['1'],
        }),
      ],
    ],
    ['of a secret', [secret()]],
    [
      'of what has no title, no line and a name of its own',
      [judged({ title: '', location: { file: '../../a b/ü#?%.json' }, id: 'x y/ü' })],
    ],
    ['of addresses that are none', [judged({ references: ['javascript:alert(1)', 'https://', 'not an address'] })]],
  ])('%s is valid', (_, all) => {
    expect(render(all).results).toHaveLength(all.length);
  });

  test('names a number for every severity, and the words of it', () => {
    const vector = ratingOfVector('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');
    const levels = ['critical', 'high', 'moderate', 'low'].map((word) =>
      judged({ id: word, ratings: [ratingOfWord(word, 'x')] }),
    );
    const { rules } = render([
      ...levels,
      judged({ id: 'unrated', ratings: [] }),
      judged({ id: 'scored', ratings: [vector] }),
      judged({ kind: 'malware', id: 'MAL-1', ratings: [] }),
    ]);
    const numbers = Object.fromEntries(rules.map(({ id, properties }) => [id, properties['security-severity']]));
    expect(numbers).toEqual({
      critical: '9.1',
      high: '7.0',
      moderate: '4.0',
      low: '0.1',
      unrated: '7.0',
      scored: '9.8',
      'MAL-1': '9.1',
    });
  });

  test('keeps to ten tags and to short texts', () => {
    const aliases = Array.from({ length: 40 }, (_, index) => `CVE-2026-${1000 + index}`);
    const { rules, text } = render([judged({ aliases, title: 'x'.repeat(5000) })]);
    expect(rules[0]?.properties.tags).toHaveLength(10);
    expect(JSON.stringify(rules)).not.toContain('x'.repeat(LIMITS.text + 1));
    expect(text).toContain('x…');
  });

  test('gives a path that stays within the repository', () => {
    const uris = ['/etc/passwd', './a.json', 'a//b.json', 'https://evil.example/x', 'a:b'].map(
      (file) => render([judged({ location: { file } })]).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(uris).toEqual(['etc/passwd', 'a.json', 'a/b.json', 'https%3A/evil.example/x', 'a%3Ab']);
  });

  test('has fingerprints that stay when lines shift, and that tell two of the same apart', () => {
    const of = (line: number, version = '4.17.20') =>
      judged({ location: { file: 'package-lock.json', line }, package: { ecosystem: 'npm', name: 'lodash', version } });
    const prints = (all: readonly Judged[]) =>
      render(all).results.map((each) => each.partialFingerprints['primaryLocationLineHash']);
    expect(prints([of(9), of(20, '4.17.19')])).toEqual(prints([of(109), of(120, '4.17.19')]));
    expect(new Set(prints([of(9), of(20, '4.17.19')])).size).toBe(2);
  });

  test('leaves out what is set aside, and has the category of its service', () => {
    const aside = {
      ...judged({ id: 'GHSA-b' }),
      effect: 'suppressed',
      suppression: { by: 'ignore', reason: 'x', owner: 'me' },
    } as Judged;
    const { results, run } = render([aside, judged()]);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(['GHSA-a']);
    expect(run.automationDetails.id).toBe('security-scan/orders/');
  });

  test('takes no name for a link', () => {
    expect(render([judged({ title: 'See [this](https://evil.example).' })]).results[0]?.message.text).toContain(
      '\\[this\\](https',
    );
  });
});

describe('of thirty thousand findings', () => {
  const words = ['low', 'moderate', 'high', 'critical'];
  const all = mergeFindings(
    Array.from(
      { length: 30_000 },
      (_, index) =>
        judged({
          id: `GHSA-${index}`,
          package: { ecosystem: 'npm', name: `package-${index}`, version: '1.0.0' },
          ratings: [ratingOfWord(index < 4000 ? 'critical' : (words[index % 3] ?? ''), 'x')],
        }).finding,
    ),
  ).map((finding, index): Judged => ({ finding, cause: 'introduced', effect: index % 2 === 0 ? 'report' : 'block', by: 'rule' }));

  test('the worst 5,000 are kept, what blocks before the rest, and it is said how many are left out', () => {
    const { kept, cut, results, rules, run, text } = render(all);
    expect([kept, cut, results.length, rules.length]).toEqual([5000, 25_000, 5000, 5000]);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['error']));
    const ratings = new Map(all.map(({ finding }) => [finding.id, finding.rating.level]));
    const levels = results.map(({ ruleId }) => ratings.get(ruleId));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(5000);
    expect(levels.slice(0, 2000).every((level) => level === 'critical')).toBe(true);
    expect(levels.slice(2000).every((level) => level === 'high')).toBe(true);
    expect(run.invocations[0].toolExecutionNotifications?.[0]?.message.text).toContain('25000 findings are left out');
    expect(gzipSync(text).length).toBeLessThanOrEqual(LIMITS.bytes);
    for (const result of results) expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
  });

  test('fewer are kept when those would be too large', () => {
    const { kept, cut } = render(all, (text) => (text.length > 1_000_000 ? LIMITS.bytes + 1 : 1));
    expect(kept).toBeLessThan(5000);
    expect(kept).toBeGreaterThan(500);
    expect(kept + cut).toBe(30_000);
  });
});
