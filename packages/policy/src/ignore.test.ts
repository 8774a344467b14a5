import { describe, expect, test } from '@jest/globals';
import type { Failure } from '@slipway/failure';
import { findingOf, type Reported } from '@slipway/findings';
import { defaultPolicy, judge, parseIgnore, verdictOf } from './index.ts';

const PACKAGE = { ecosystem: 'npm', name: 'lodash', version: '4.17.20', purl: 'pkg:npm/lodash@4.17.20' };
const found = (extra: Partial<Reported> = {}) =>
  findingOf({
    engine: 'e',
    kind: 'vulnerability',
    id: 'GHSA-a',
    aliases: ['CVE-1'],
    title: '',
    location: { file: 'f.json' },
    package: PACKAGE,
    ...extra,
  });

const ENTRY = { id: 'GHSA-a', package: 'lodash', reason: 'never called', owner: 'team-a', expires: '2026-12-31' };
const entries = (...all: object[]) => parseIgnore('ignore.yml', JSON.stringify({ ignore: all }));

function judged(entry: object, finding = found(), now = Date.parse('2026-06-01')) {
  const { judged: all, faults } = judge({
    caused: [{ finding, cause: 'introduced' }],
    policy: defaultPolicy('high'),
    ignore: entries({ ...ENTRY, ...entry }),
    stated: () => undefined,
    now,
  });
  return [all[0]?.effect, ...faults.map(({ kind }) => kind)];
}

describe('an ignore entry', () => {
  test.each<[string, object, readonly string[]]>([
    ['by id and package', {}, ['suppressed']],
    ['by an alias, in any spelling', { id: 'cve-1' }, ['suppressed']],
    ['by package URL', { package: 'pkg:npm/lodash' }, ['suppressed']],
    ['by package URL with another version', { package: 'pkg:npm/lodash@4.0.0' }, ['block', 'unused']],
    ['of an id that is not found', { id: 'GHSA-b' }, ['block', 'unused']],
    ['of another package', { package: 'lodash-es' }, ['block', 'unused']],
    ['of another file', { file: 'g.json' }, ['block', 'unused']],
    ['of the file', { package: undefined, file: 'f.json' }, ['suppressed']],
  ])('%s', (_, entry, expected) => {
    expect(judged(entry)).toEqual(expected);
  });

  // A day ends first in UTC+14 (10:00 UTC the same day) and last in UTC−12 (12:00 UTC the next day).
  test.each([
    ['2026-06-10T00:00:00Z', 'suppressed'],
    ['2026-06-10T11:00:00Z', 'suppressed'],
    ['2026-06-11T11:59:59Z', 'suppressed'],
    ['2026-06-11T12:00:00Z', 'block'],
    ['2026-06-12T00:00:00Z', 'block'],
  ])('that expires on 2026-06-10: at %s %s', (now, effect) => {
    const expected = effect === 'block' ? ['block', 'expired'] : [effect];
    expect(judged({ expires: '2026-06-10' }, found(), Date.parse(now))).toEqual(expected);
  });

  test('does not ignore malware, by whatever name, and is told of', () => {
    const malware = found({ kind: 'malware', id: 'MAL-1', aliases: ['CVE-1'] });
    expect(judged({ id: 'CVE-1' }, malware)).toEqual(['block', 'malware']);
  });
});

describe('an ignore file', () => {
  const codes = (text: string): readonly string[] => {
    try {
      parseIgnore('ignore.yml', text);
      return [];
    } catch (error) {
      return (error as Failure).problems.map(({ code, location }) => `${location?.line} ${code}`).sort();
    }
  };

  test('is told all that is wrong with it, each with its line', () => {
    const text = `ignore:
  - id: CVE-1
    package: a
    owner: me
    expires: 2026-02-30
  - id: MAL-2026-1
    package: b
    reason: x
    owner: me
    expires: soon
    until: never
  - id: CVE-2
    reason: x
    owner: me
    expires: 2026-12-31
`;
    expect(codes(text)).toEqual([
      '10 IGNORE_DATE',
      '11 CONFIG_UNKNOWN_KEY',
      '12 IGNORE_SCOPE',
      '2 CONFIG_MISSING_KEY',
      '5 IGNORE_DATE',
      '6 IGNORE_MALWARE',
    ]);
  });

  test('that multiplies itself by aliases is refused', () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) => `l${index + 1}: &l${index + 1} [${Array(9).fill(`*l${index}`).join(',')}]`,
    );
    expect(codes(`l0: &l0 [x]\n${levels.join('\n')}\nignore: []\n`)).toEqual(['undefined YAML_ALIASES']);
  });

  test('with leap days', () => {
    expect(codes(JSON.stringify({ ignore: [{ ...ENTRY, expires: '2028-02-29' }] }))).toEqual([]);
    expect(codes(JSON.stringify({ ignore: [{ ...ENTRY, expires: '2027-02-29' }] }))).toEqual(['1 IGNORE_DATE']);
  });
});

describe('the verdict', () => {
  const finding = found();
  const each = (effect: 'block' | 'report') => ({ finding, cause: 'introduced' as const, effect, by: '' });
  test.each([
    ['a finding that blocks, and one that could not be judged', [each('block')], 1, 1, 'findings'],
    ['one that could not be judged, and one that is reported', [each('report')], 1, 1, 'unknown'],
    ['one that is reported', [each('report')], 1, 0, 'findings'],
    ['nothing found', [], 1, 0, 'clean'],
    ['nothing looked at', [], 0, 0, 'nothing'],
  ])('%s', (_, all, looked, unjudged, kind) => {
    expect(verdictOf({ judged: all, looked, unjudged }).kind).toBe(kind);
  });
});
