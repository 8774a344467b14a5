import { describe, expect, test } from '@jest/globals';
import { type Advisory, parseAdvisory } from '@slipway/advisories';
import { shortestUpgradeBy } from './index.ts';

const OF = { ecosystem: 'npm', name: 'a', version: '1.0.0', dev: false, direct: true, location: { file: 'package-lock.json' } };

const advisory = (id: string, events: readonly object[], severity = 'HIGH', ecosystem = 'npm', name = 'a'): Advisory =>
  parseAdvisory(
    id,
    JSON.stringify({
      id,
      database_specific: { severity },
      affected: [{ package: { ecosystem, name }, ranges: [{ type: 'SEMVER', events }] }],
    }),
  );

const all = (): boolean => true;

describe('the shortest upgrade', () => {
  test('clears every advisory, where the fix of one lies within the range of another', () => {
    const first = advisory('A', [{ introduced: '0' }, { fixed: '1.1.0' }]);
    const second = advisory('B', [{ introduced: '1.1.0' }, { fixed: '1.2.5' }]);
    const third = advisory('C', [{ introduced: '2.0.0' }, { fixed: '2.0.1' }]);
    expect(shortestUpgradeBy([first, second, third])(OF, [], all)).toBe('1.2.5');
  });

  test('need not clear what would not block', () => {
    const [high, low] = [
      advisory('A', [{ introduced: '0' }, { fixed: '1.1.0' }]),
      advisory('B', [{ introduced: '0' }, { fixed: '3.0.0' }], 'LOW'),
    ];
    expect(shortestUpgradeBy([high, low])(OF, [], ({ rating }) => rating.level === 'high')).toBe('1.1.0');
    expect(shortestUpgradeBy([high, low])(OF, [], all)).toBe('3.0.0');
  });

  test('is not there when some advisory has no fix', () => {
    const open = advisory('B', [{ introduced: '0' }]);
    expect(shortestUpgradeBy([advisory('A', [{ introduced: '0' }, { fixed: '1.1.0' }]), open])(OF, [], all)).toBeUndefined();
  });

  test('may be a version that another engine names, and goes by the ecosystem of the package', () => {
    const last = advisory('A', [{ introduced: '0' }, { last_affected: '1.9.0' }]);
    expect(shortestUpgradeBy([last])(OF, ['1.10.0', '1.9.0', '0.5.0'], all)).toBe('1.10.0');
  });

  test('of a package that was built from a source goes by the source', () => {
    const of = { ...OF, ecosystem: 'Debian:12', name: 'zlib1g', version: '1:1.2', source: { name: 'zlib', version: '1:1.2' } };
    const range = [{ introduced: '0' }, { fixed: '1:1.3' }];
    expect(shortestUpgradeBy([advisory('A', range, 'HIGH', 'Debian:12', 'zlib')])(of, [], all)).toBe('1:1.3');
  });
});
