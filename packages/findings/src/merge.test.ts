import { describe, expect, test } from '@jest/globals';
import { findingOf, mergeFindings, ratingOfWord, type Reported } from './index.ts';

const PACKAGE = { ecosystem: 'npm', name: 'lodash', version: '4.17.20' };

const seen = (engine: string, id: string, extra: Partial<Reported> = {}) =>
  findingOf({
    engine,
    kind: 'vulnerability',
    id,
    title: id,
    location: { file: 'package-lock.json', line: 9 },
    package: PACKAGE,
    ...extra,
  });

describe('findings of several engines', () => {
  test('are one where their names lead to each other, whatever the order', () => {
    const three = [
      seen('grype', 'CVE-2021-1', { ratings: [ratingOfWord('low', 'grype')], fixes: ['4.17.21'] }),
      seen('trivy', 'SNYK-1', { aliases: ['GHSA-a'], epss: 0.2, package: { ...PACKAGE, dev: true } }),
      seen('slipway', 'GHSA-a', {
        aliases: ['cve-2021-1'],
        ratings: [ratingOfWord('high', 'GHSA')],
        fixes: ['4.17.21', '4.17.19'],
        exploited: true,
      }),
    ];
    for (const order of [three, three.toReversed(), [three[1], three[0], three[2]] as typeof three]) {
      const [one, ...others] = mergeFindings(order);
      expect(others).toEqual([]);
      expect(one).toMatchObject({
        id: 'GHSA-a',
        rating: { level: 'high' },
        fixes: ['4.17.19', '4.17.21'],
        epss: 0.2,
        exploited: true,
      });
      expect(one?.aliases).toEqual(['CVE-2021-1', 'SNYK-1', 'cve-2021-1']);
      expect(one?.sightings.map(({ engine, id }) => `${engine} ${id}`).sort()).toEqual([
        'grype CVE-2021-1',
        'slipway GHSA-a',
        'trivy SNYK-1',
      ]);
      expect(one?.ratings).toHaveLength(3);
      expect(one?.package).toEqual({ ...PACKAGE, dev: true });
    }
  });

  test('stay apart at another package, version, file or name', () => {
    const others = [
      seen('a', 'CVE-1'),
      seen('b', 'CVE-1', { package: { ...PACKAGE, version: '4.0.0' } }),
      seen('b', 'CVE-1', { package: { ...PACKAGE, name: 'lodash-es' } }),
      seen('b', 'CVE-1', { location: { file: 'web/package-lock.json', line: 9 } }),
      seen('b', 'CVE-2'),
    ];
    expect(mergeFindings(others)).toHaveLength(5);
  });

  test('know a package by the rules of its ecosystem', () => {
    const of = (name: string) => ({ package: { ecosystem: 'PyPI', name, version: '1' } });
    expect(mergeFindings([seen('a', 'CVE-1', of('My_Lib')), seen('b', 'CVE-1', of('my-lib'))])).toHaveLength(1);
  });

  test('one that is malware to any is malware', () => {
    const both = [seen('a', 'GHSA-a'), seen('b', 'MAL-1', { kind: 'malware', aliases: ['GHSA-a'] })];
    expect(mergeFindings(both)).toMatchObject([{ kind: 'malware', id: 'MAL-1' }]);
  });

  test('of code are told apart by their line', () => {
    const at = (line: number) =>
      findingOf({ engine: 'semgrep', kind: 'code', id: 'sql', title: 'x', location: { file: 'a.ts', line } });
    expect(mergeFindings([at(1), at(2), at(2)])).toHaveLength(2);
  });

  test('come worst first', () => {
    const rated = (id: string, word: string, extra: Partial<Reported> = {}) =>
      seen('a', id, { ratings: [ratingOfWord(word, 'x')], ...extra });
    const all = [
      rated('low', 'low'),
      rated('critical', 'critical'),
      seen('a', 'unrated'),
      rated('kev', 'high', { exploited: true }),
      rated('high', 'high'),
    ];
    const malware = seen('a', 'MAL-1', { kind: 'malware', ratings: [ratingOfWord('low', 'x')] });
    expect(mergeFindings([...all, malware]).map(({ id }) => id)).toEqual(['MAL-1', 'critical', 'kev', 'high', 'unrated', 'low']);
  });

  test('keep their fingerprint when line and version move, and have another in another file', () => {
    const first = seen('a', 'CVE-1').fingerprint;
    expect(
      seen('a', 'CVE-1', { location: { file: 'package-lock.json', line: 900 }, package: { ...PACKAGE, version: '4.17.19' } })
        .fingerprint,
    ).toBe(first);
    expect(seen('a', 'CVE-1', { location: { file: 'b.json' } }).fingerprint).not.toBe(first);
    expect(seen('a', 'CVE-1', { mark: ['2'] }).fingerprint).not.toBe(first);
  });
});
