import { describe, expect, test } from '@jest/globals';
import type { Package } from '@slipway/inventory';
import { type Advisory, parseAdvisory } from './advisory.ts';
import { matchPackages } from './match.ts';

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
    expect(matchPackages([pkg('lodash', version)], [advisory('lodash', events)]).matches).toHaveLength(found ? 1 : 0);
  });

  test('names the shortest upgrade', () => {
    const { matches } = matchPackages(
      [pkg('a', '1.2.0')],
      [advisory('a', [{ introduced: '2.0.0' }, { fixed: '2.0.1' }, { introduced: '0' }, { fixed: '1.2.5' }])],
    );
    expect(matches[0]?.fix).toBe('1.2.5');
  });

  test('of a withdrawn advisory, another package or another ecosystem finds nothing', () => {
    const all = [{ introduced: '0' }];
    expect(
      matchPackages([pkg('a', '1.0.0')], [advisory('a', all, { withdrawn: '2026-01-01T00:00:00Z' }), advisory('b', all)]).matches,
    ).toEqual([]);
  });
});

describe('what cannot be judged', () => {
  const all = [{ introduced: '0' }];

  test('is a version without an order, or a range of the advisory without one', () => {
    const odd = pkg('a', 'github:x/y');
    expect(matchPackages([odd, pkg('b', '1.0.0')], [advisory('a', all), advisory('b', all)]).unjudged).toEqual([odd]);
    expect(matchPackages([pkg('a', '1.0.0')], [advisory('a', [{ introduced: 'one' }])]).unjudged).toHaveLength(1);
    expect(matchPackages([pkg('a', '1.0.0')], [advisory('a', [{ introduced: 'one' }])]).matches).toEqual([]);
  });

  test('is not a package that no advisory names', () => {
    expect(matchPackages([pkg('a', 'github:x/y')], [advisory('b', all)]).unjudged).toEqual([]);
  });
});
