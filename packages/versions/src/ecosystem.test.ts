import { describe, expect, test } from '@jest/globals';
import { compareVersions, normalizeName, sameEcosystem } from './ecosystem.ts';

describe('the order of versions', () => {
  /** From lowest to highest; every pair of a row is compared, both ways. */
  test.each<[string, ...string[]]>([
    ['npm', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-rc.2', '1.0.0-rc.10', '1.0.0', '1.0.1', '1.10.0'],
    ['crates.io', '0.9.0', '1.0.0-1', '1.0.0-a', '1.0.0'],
    ['PyPI', '1.0.dev1', '1.0a1.dev1', '1.0a1', '1.0b2', '1.0rc1', '1.0', '1.0+a', '1.0+1', '1.0.post1', '1.1', '1!0.1'],
    [
      'Go',
      'v0.0.0-20190101000000-abcdefabcdef',
      'v0.0.0',
      '1.2.0-rc.1',
      'v1.2',
      'v1.2.1',
      '1.21rc2',
      '1.21.0',
      'v2.0.0+incompatible',
    ],
    ['Maven', '1-alpha-1', '1-b2', '1-milestone', '1-cr1', '1-SNAPSHOT', '1', '1-sp', '1-foo', '1-1', '1.1'],
    ['RubyGems', '1.0.a', '1.0.rc1', '1.0', '1.0.1', '1.10'],
    ['NuGet', '1.0-ALPHA', '1.0.0-beta', '1.0.0', '1.0.0.1', '1.1'],
    ['Debian:12', '1.0~rc1-1', '1.0', '1.0-1~bpo1', '1.0-1', '1.0-1+b1', '1.0a-1', '1.0+dfsg', '1:0.1'],
    ['Alpine:v3.19', '1.2_alpha', '1.2_rc2', '1.2', '1.2-r1', '1.2_git1', '1.2_p1', '1.2a', '1.2.1'],
  ])('of %s', (ecosystem, ...versions) => {
    for (const [low, first] of versions.entries())
      for (const [high, second] of versions.entries())
        expect([first, second, Math.sign(compareVersions(ecosystem, first, second) ?? Number.NaN)]).toEqual([
          first,
          second,
          Math.sign(low - high),
        ]);
  });

  test.each([
    ['npm', '1.0.0+a', '1.0.0+b'],
    ['PyPI', '1.0.0', 'v1'],
    ['PyPI', '1.0-ALPHA_1', '1.0a1'],
    ['Go', 'v1.0.0', '1'],
    ['Maven', '1.0.0', '1-ga'],
    ['RubyGems', '1.0.0', '1'],
    ['NuGet', '1.0', '1.0.0.0+x'],
    ['Debian', '0:1.0-0', '1.0'],
    ['npm', '1.0.0-99999999999999999999.a', '1.0.0-99999999999999999999.a'],
  ])('of %s takes %s and %s for one', (ecosystem, a, b) => {
    expect(compareVersions(ecosystem, a, b)).toBe(0);
  });

  test.each([
    ['npm', 'github:x/y'],
    ['npm', '1.0'],
    ['crates.io', 'v1.0.0'],
    ['PyPI', '1.0-final-x'],
    ['Go', 'master'],
    ['Go', 'v01.0.0'],
    ['Debian', 'abc'],
    ['Alpine', '1.0_foo1'],
    ['RubyGems', 'v1'],
    ['NuGet', '1.2.3.4.5'],
    ['Unheard-of', '1.0.0'],
  ])('of %s has no place for %s', (ecosystem, version) => {
    expect(compareVersions(ecosystem, version, version)).toBeUndefined();
  });
});

test.each([
  ['PyPI', 'Zope.Interface__x', 'zope-interface-x'],
  ['NuGet', 'Newtonsoft.Json', 'newtonsoft.json'],
  ['crates.io', 'Serde_json', 'serde-json'],
  ['Go', 'github.com/Azure/x', 'github.com/Azure/x'],
  ['npm', 'JSONStream', 'JSONStream'],
])('in %s %s is the package %s', (ecosystem, name, expected) => {
  expect(normalizeName(ecosystem, name)).toBe(expected);
});

test.each([
  ['Debian:12', 'Debian:12', true],
  ['Debian:12', 'Debian:11', false],
  ['Maven', 'Maven:https://example.test/', true],
  ['npm', 'PyPI', false],
])('%s and %s can mean the same: %s', (a, b, same) => {
  expect(sameEcosystem(a, b)).toBe(same);
});
