import { describe, expect, test } from '@jest/globals';
import { type Advisory, parseAdvisory } from './advisory.ts';
import { findVulnerabilities, gate, unjudged } from './finding.ts';
import { parseNpmLock } from './npm-lock.ts';
import type { Package } from './package.ts';

const pkg = (name: string, version: string): Package => ({
  ecosystem: 'npm',
  name,
  version,
  dev: false,
  direct: true,
  location: { file: 'package-lock.json' },
});

function advisory(name: string, events: object[], extra: object = {}): Advisory {
  const raw = {
    id: 'TEST-1',
    summary: 'It leaks.',
    affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events }] }],
    ...extra,
  };
  return parseAdvisory('a.json', JSON.stringify(raw));
}

describe('an affected range', () => {
  test.each<[string, object[], string, boolean]>([
    ['before the fix', [{ introduced: '0' }, { fixed: '4.17.21' }], '4.17.20', true],
    ['at the fix', [{ introduced: '0' }, { fixed: '4.17.21' }], '4.17.21', false],
    ['before the introduction', [{ introduced: '2.0.0' }, { fixed: '2.1.0' }], '1.9.9', false],
    ['a pre-release of the fix', [{ introduced: '0' }, { fixed: '2.0.0' }], '2.0.0-rc.1', true],
    ['the last affected itself', [{ introduced: '1.0.0' }, { last_affected: '1.5.0' }], '1.5.0', true],
    ['after the last affected', [{ introduced: '1.0.0' }, { last_affected: '1.5.0' }], '1.5.1', false],
    ['introduced again', [{ introduced: '0' }, { fixed: '1.0.0' }, { introduced: '2.0.0' }, { fixed: '2.1.0' }], '2.0.5', true],
    [
      'between two ranges',
      [{ introduced: '0' }, { fixed: '1.0.0' }, { introduced: '2.0.0' }, { fixed: '2.1.0' }],
      '1.5.0',
      false,
    ],
    ['with numbers that are not in the order of text', [{ introduced: '0' }, { fixed: '1.10.0' }], '1.9.0', true],
    ['never fixed', [{ introduced: '0' }], '99.0.0', true],
    ['a version that has no order', [{ introduced: '0' }], 'github:x/y', false],
  ])('%s', (_, events, version, found) => {
    expect(findVulnerabilities([pkg('lodash', version)], [advisory('lodash', events)])).toHaveLength(found ? 1 : 0);
  });

  test('names the shortest upgrade', () => {
    const [finding] = findVulnerabilities(
      [pkg('a', '1.2.0')],
      [advisory('a', [{ introduced: '2.0.0' }, { fixed: '2.0.1' }, { introduced: '0' }, { fixed: '1.2.5' }])],
    );
    expect(finding?.fix).toBe('1.2.5');
  });

  test('of a withdrawn advisory, another package or another ecosystem finds nothing', () => {
    const all = [{ introduced: '0' }];
    expect(
      findVulnerabilities([pkg('a', '1.0.0')], [advisory('a', all, { withdrawn: '2026-01-01T00:00:00Z' }), advisory('b', all)]),
    ).toEqual([]);
  });
});

describe('what cannot be judged', () => {
  const all = [{ introduced: '0' }];

  test('is a version without an order, or a range of the advisory without one', () => {
    const odd = pkg('a', 'github:x/y');
    expect(unjudged([odd, pkg('b', '1.0.0')], [advisory('a', all), advisory('b', all)])).toEqual([odd]);
    expect(unjudged([pkg('a', '1.0.0')], [advisory('a', [{ introduced: 'one' }])])).toHaveLength(1);
    expect(findVulnerabilities([pkg('a', '1.0.0')], [advisory('a', [{ introduced: 'one' }])])).toEqual([]);
  });

  test('is not a package that no advisory names', () => {
    expect(unjudged([pkg('a', 'github:x/y')], [advisory('b', all)])).toEqual([]);
  });
});

describe('severity', () => {
  test.each<[object, string]>([
    [{ severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }] }, 'critical'],
    [{ severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L' }] }, 'moderate'],
    [{ severity: [{ type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' }] }, 'critical'],
    [{ database_specific: { severity: 'MODERATE' } }, 'moderate'],
    [{ database_specific: { severity: 'MEDIUM' } }, 'moderate'],
    [{}, 'unknown'],
    [{ severity: [{ type: 'CVSS_V3', score: 'nonsense' }] }, 'unknown'],
  ])('of %j is %s', (extra, severity) => {
    expect(findVulnerabilities([pkg('a', '1.0.0')], [advisory('a', [{ introduced: '0' }], extra)])[0]?.severity).toBe(severity);
  });

  test('unknown blocks at every level, for it may be any', () => {
    const findings = findVulnerabilities([pkg('a', '1.0.0')], [advisory('a', [{ introduced: '0' }])]);
    expect(gate(findings, 'critical').blocking).toHaveLength(1);
  });
});

describe('a package-lock.json', () => {
  test('of version 3 gives names, nested versions, aliases and lines', () => {
    const lock = {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { a: '^1.0.0' } },
        'node_modules/a': { version: '1.2.3' },
        'node_modules/a/node_modules/@s/b': { version: '2.0.0', dev: true },
        'node_modules/alias': { name: 'real', version: '3.0.0' },
        'node_modules/local': { link: true },
      },
    };
    expect(
      parseNpmLock('package-lock.json', JSON.stringify(lock, null, 2)).map(({ name, version, dev, direct, location }) => [
        name,
        version,
        dev,
        direct,
        location.line,
      ]),
    ).toEqual([
      ['a', '1.2.3', false, true, 9],
      ['@s/b', '2.0.0', true, false, 12],
      ['real', '3.0.0', false, false, 16],
    ]);
  });

  test('of version 1 is read through its tree', () => {
    const lock = {
      lockfileVersion: 1,
      dependencies: { a: { version: '1.0.0', requires: { b: '1' }, dependencies: { b: { version: '1.1.0' } } } },
    };
    expect(parseNpmLock('l', JSON.stringify(lock)).map(({ name, version }) => `${name}@${version}`)).toEqual([
      'a@1.0.0',
      'b@1.1.0',
    ]);
  });

  test.each(['{', '[]', '{"name":"x"}'])('%s is refused', (text) => {
    expect(() => parseNpmLock('package-lock.json', text)).toThrow('LOCKFILE_MALFORMED');
  });
});
