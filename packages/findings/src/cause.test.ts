import { describe, expect, test } from '@jest/globals';
import { type Base, type Cause, causesOf, type Finding, findingOf, type FoundPackage } from './index.ts';

const AT = Date.parse('2026-06-01T00:00:00Z');

const of = (version: string, extra: Partial<FoundPackage> = {}): FoundPackage => ({
  ecosystem: 'npm',
  name: 'lodash',
  version,
  dev: false,
  ...extra,
});

function found(
  version: string,
  extra: { file?: string; id?: string; published?: string; package?: Partial<FoundPackage> } = {},
): Finding {
  return findingOf({
    engine: 'slipway',
    kind: 'vulnerability',
    id: extra.id ?? 'GHSA-a',
    aliases: ['CVE-1'],
    title: '',
    location: { file: extra.file ?? 'package-lock.json' },
    package: of(version, extra.package),
    published: extra.published ?? '2020-01-01T00:00:00Z',
  });
}

const base = (findings: readonly Finding[], packages: readonly FoundPackage[] = []): Base => ({
  kind: 'compared',
  findings,
  packages: [...packages, ...findings.flatMap((each) => each.package ?? [])],
  at: AT,
  kinds: ['vulnerability', 'malware'],
});

const causes = (head: readonly Finding[], before: Base): readonly Cause[] =>
  causesOf(head, { base: before }).caused.map(({ cause }) => cause);

describe('the cause of a finding', () => {
  test.each<[string, readonly Finding[], Base, readonly Cause[]]>([
    ['a dependency that is added', [found('1.0.0')], base([]), ['introduced']],
    ['one that was there in a version without it', [found('1.0.0')], base([], [of('0.9.0')]), ['introduced']],
    ['one that was there', [found('1.0.0')], base([found('1.0.0')]), ['already-there']],
    [
      'one that moved to another lockfile',
      [found('1.0.0', { file: 'web/package-lock.json' })],
      base([found('1.0.0')]),
      ['already-there'],
    ],
    ['one that was bumped to a version that is affected too', [found('1.1.0')], base([found('1.0.0')]), ['already-there']],
    [
      'a second version beside the one that was there',
      [found('1.0.0'), found('1.1.0')],
      base([found('1.0.0')]),
      ['already-there', 'introduced'],
    ],
    ['two versions for one', [found('1.1.0'), found('1.2.0')], base([found('1.0.0')]), ['already-there', 'introduced']],
    [
      'another advisory on the same package',
      [found('1.1.0', { id: 'GHSA-b' })],
      base([found('1.0.0', { id: 'GHSA-b' })]),
      ['already-there'],
    ],
    [
      'an advisory that is new',
      [found('1.0.0', { published: '2026-07-01T00:00:00Z' })],
      base([found('1.0.0')]),
      ['advisory-new'],
    ],
    [
      'a new advisory on a dependency that is added',
      [found('1.0.0', { published: '2026-07-01T00:00:00Z' })],
      base([]),
      ['introduced'],
    ],
    ['one that was for development only', [found('1.0.0')], base([found('1.0.0', { package: { dev: true } })]), ['introduced']],
    [
      'one that is for development only now',
      [found('1.0.0', { package: { dev: true } })],
      base([found('1.0.0')]),
      ['already-there'],
    ],
    ['one that only another engine finds', [found('1.0.0')], base([], [of('1.0.0')]), ['already-there']],
    ['a base that could not be read', [found('1.0.0')], { kind: 'unknown', reason: 'shallow' }, ['unknown']],
  ])('%s', (_, head, before, expected) => {
    expect(causes(head, before)).toEqual(expected);
  });

  test('an earlier snapshot outweighs the date of an advisory', () => {
    const late = found('1.0.0', { published: '2026-07-01T00:00:00Z' });
    const cause = (names: readonly string[]) =>
      causesOf([late], { base: base([late]), knownBefore: new Set(names) }).caused[0]?.cause;
    expect(cause(['CVE-1'])).toBe('already-there');
    expect(cause(['CVE-2'])).toBe('advisory-new');
  });

  test('a layer of the base image', () => {
    const at = (layer: number) => found('1.0.0', { package: { layer } });
    const { caused } = causesOf([at(1), at(2)], { base: base([]), baseLayers: 2 });
    expect(caused.map(({ cause }) => cause)).toEqual(['base-image', 'unknown']);
  });

  test('a package of an image is introduced only where the base was looked for in an image, too', () => {
    const installed = found('1.0.0', { package: { layer: 3 } });
    expect(causes([installed], base([], [{ ...of('1.0.0'), name: 'other' }]))).toEqual(['unknown']);
    expect(causes([installed], base([], [{ ...of('1.0.0'), name: 'other', layer: 0 }]))).toEqual(['introduced']);
    expect(causes([installed], base([], [of('1.0.0', { layer: 0 })]))).toEqual(['already-there']);
    expect(causes([installed], base([], [of('1.0.0')]))).toEqual(['already-there']);
  });

  test('what the base had and the head has not is fixed', () => {
    const [gone, kept] = [found('1.0.0', { id: 'GHSA-b' }), found('1.0.0')];
    const gone2 = { ...gone, aliases: [] };
    expect(causesOf([found('1.1.0')], { base: base([gone2, kept]) }).fixed).toEqual([gone2]);
    expect(causesOf([], { base: { kind: 'unknown', reason: '' } }).fixed).toEqual([]);
  });

  test('of a secret is known by its fingerprint, where secrets were looked for in the base', () => {
    const secret = (hash: string) =>
      findingOf({ engine: 'g', kind: 'secret', id: 'aws', title: '', location: { file: 'a' }, mark: [hash] });
    const looked = { ...base([secret('1')]), kinds: ['secret' as const] } as Base;
    expect(causes([secret('1'), secret('2')], looked)).toEqual(['already-there', 'introduced']);
    expect(causes([secret('1')], base([secret('1')]))).toEqual(['unknown']);
  });
});
