import { expect, test } from '@jest/globals';
import { parseAdvisory } from './advisory.ts';
import { matchPackages } from './match.ts';

type Found = 'yes' | 'no' | 'cannot tell';

const range = (...events: object[]): object => ({ ranges: [{ type: 'ECOSYSTEM', events }] });
const from = (introduced: string): object => ({ introduced });
const to = (fixed: string): object => ({ fixed });
const last = (last_affected: string): object => ({ last_affected });
const limit = (version: string): object => ({ limit: version });

/** Ecosystem of package and advisory, names of both, the version, what the advisory says, and whether it is affected. */
test.each<[ecosystem: string, names: string, version: string, affected: object, Found]>([
  ['npm', 'a', '1.5.0', range(from('0'), limit('2.0.0')), 'yes'],
  ['npm', 'a', '2.0.0', range(from('0'), limit('2.0.0')), 'no'],
  ['npm', 'a', '3.5.0', range(from('0'), from('3.0.0'), limit('2.0.0')), 'no'],
  ['npm', 'a', '3.5.0', range(from('0'), limit('2.0.0'), limit('*')), 'yes'],
  [
    'npm',
    'a',
    '1.5.0',
    {
      ranges: [
        { type: 'GIT', events: [from('abc')] },
        { type: 'SEMVER', events: [from('0')] },
      ],
    },
    'yes',
  ],
  ['npm', 'a', '1.5.0', { ranges: [{ type: 'GIT', events: [from('abc')] }] }, 'cannot tell'],
  ['npm', 'a', '1.5.0', {}, 'cannot tell'],
  ['npm', 'a', '1.0.0+build', range(from('0'), to('1.0.0')), 'no'],
  ['npm', 'a', '1.0.0-rc.1', range(from('0'), to('1.0.0')), 'yes'],
  ['npm', 'A|a', '1.0.0', range(from('0')), 'no'],
  ['PyPI', 'Foo.Bar|foo-bar', '1.0', { versions: ['1.0.0'] }, 'yes'],
  ['PyPI', 'a', '1!0.1', range(from('0'), to('2.0')), 'no'],
  ['PyPI', 'a', '2.0rc1', range(from('0'), to('2.0')), 'yes'],
  ['PyPI', 'a', '2.0.post1', range(from('0'), last('2.0')), 'no'],
  ['Go', 'a', 'v0.0.0-20200101000000-abcdefabcdef', range(from('0'), to('0.0.0-20200201000000-abcdefabcdef')), 'yes'],
  ['Go', 'a', 'v2.0.0+incompatible', range(from('0'), to('2.0.0')), 'no'],
  ['Go', 'stdlib', '1.22.3', range(from('1.22.0-0'), to('1.22.4')), 'yes'],
  ['Maven|Maven:https://repository.example/', 'g:a', '1.0-SNAPSHOT', range(from('0'), to('1.0')), 'yes'],
  ['Maven', 'g:a', '1.0.Final', range(from('0'), to('1.0')), 'no'],
  ['crates.io', 'a_b|a-b', '1.0.0', range(from('1.0.0'), last('1.0.0')), 'yes'],
  ['RubyGems', 'a', '1.0.rc1', range(from('0'), to('1.0')), 'yes'],
  ['NuGet', 'A.B|a.b', '1.0.0.0', range(from('0'), to('1.0')), 'no'],
  ['Debian:12', 'a', '1:1.0-1~deb12u1', range(from('0'), to('1:1.0-1')), 'yes'],
  ['Debian:12|Debian:11', 'a', '1.0', range(from('0')), 'no'],
  ['Debian:12', 'a', '2:0.1', range(from('0'), to('1:9.9')), 'no'],
  ['Alpine:v3.19', 'a', '1.2.3_p1-r0', range(from('0'), to('1.2.3_p1-r1')), 'yes'],
  ['Alpine:v3.19', 'a', 'one', range(from('0')), 'cannot tell'],
])('%s %s %s beside %j: %s', (ecosystems, names, version, affected, found) => {
  const [ecosystem = '', theirs = ecosystem] = ecosystems.split('|');
  const [name = '', known = name] = names.split('|');
  const json = (more: object): string =>
    JSON.stringify({ id: 'A', affected: [{ package: { ecosystem: theirs, name: known }, ...affected }], ...more });
  const of = { ecosystem, name, version, dev: false, direct: true, location: { file: 'lock' } };
  const { matches, unjudged } = matchPackages([of], [parseAdvisory('A.json', json({}))]);
  expect(matches.length > 0 ? 'yes' : unjudged.length > 0 ? 'cannot tell' : 'no').toBe(found);
  const withdrawn = matchPackages([of], [parseAdvisory('A.json', json({ withdrawn: '2026-01-01T00:00:00Z' }))]);
  expect(withdrawn).toEqual({ matches: [], unjudged: [] });
});

test('a package of a distribution is known by its source', () => {
  const of = {
    ecosystem: 'Debian:12',
    name: 'libssl3',
    version: '3.0+b1',
    dev: false,
    direct: false,
    location: { file: 'status' },
  };
  const json = JSON.stringify({
    id: 'A',
    affected: [{ package: { ecosystem: 'Debian:12', name: 'openssl' }, ...range(from('0'), to('3.0-1')) }],
  });
  const installed = { ...of, source: { name: 'openssl', version: '3.0' } };
  expect(
    matchPackages([of, installed], [parseAdvisory('A.json', json)]).matches.map(({ package: { name, source }, fix }) => [
      name,
      source?.name,
      fix,
    ]),
  ).toEqual([['libssl3', 'openssl', '3.0-1']]);
});
