import { describe, expect, test } from '@jest/globals';
import { parseCodeOwners } from './index.ts';

describe('the owners of a path', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['everything', '* @all', 'a/b.json', ['@all']],
    ['the last match', '* @all\n*.json @json\n/a/ @a', 'a/b.json', ['@a']],
    ['no match', '/b/ @b', 'a/b.json', []],
    ['no owner, by an entry that names none', '* @all\n/a/b.json', 'a/b.json', []],
    ['a folder anywhere', 'contracts/ @c', 'x/contracts/y/z.json', ['@c']],
    ['a folder at the root', '/contracts/ @c', 'x/contracts/y.json', []],
    ['a slash within, which holds to the root', 'x/contracts @c', 'y/x/contracts/z.json', []],
    ['the files of a folder', 'docs/* @d', 'docs/a.md', ['@d']],
    ['the files of a folder, not those below', 'docs/* @d', 'docs/a/b.md', []],
    ['any depth', '**/logs @l', 'a/b/logs/c.txt', ['@l']],
    ['any depth, none included', '**/logs @l', 'logs/c.txt', ['@l']],
    ['any depth in between', 'a/**/z.json @z', 'a/z.json', ['@z']],
    ['everything below', 'a/** @a', 'a/b/c', ['@a']],
    ['an ending', '*.pact.json @p', 'a/order.pact.json', ['@p']],
    ['a dot that is only a dot', '*.json @p', 'a/xjson', []],
    ['a question mark', 'v?.json @v', 'v1.json', ['@v']],
    ['an escaped blank', 'my\\ contracts/ @m', 'my contracts/a.json', ['@m']],
    ['a comment at the end', '* @all # the rest', 'a', ['@all']],
    ['several owners of every kind', '* @org/team @me a@b.test', 'a', ['@org/team', '@me', 'a@b.test']],
    ['lines of another system', '* @all\r\n/a @a\r\n', 'a', ['@a']],
    ['case, which counts', '/A @a', 'a', []],
  ])('by %s', (_, text, path, owners) => {
    expect(parseCodeOwners(text).ownersOf(path)).toEqual(owners);
  });

  test.each([
    ['!a @a', 'a pattern cannot be negated with "!"'],
    ['[ab] @a', 'a pattern has no character ranges "[ ]"'],
    ['\\#a @a', 'a pattern cannot begin with "#"'],
    ['a team', '"team" is no user, team or address'],
    ['a @org/', '"@org/" is no user, team or address'],
  ])('is not said by %s, which is told', (line, reason) => {
    const owners = parseCodeOwners(`# first\n${line}`);
    expect(owners.passedOver).toEqual([{ line: 2, reason }]);
    expect(owners.ownersOf('a')).toEqual([]);
  });
});

test('a hostile pattern takes no time that grows with its stars', () => {
  const stars = `${'*a'.repeat(2000)}b @x`;
  expect(parseCodeOwners(stars).ownersOf('a'.repeat(4000))).toEqual([]);
});
