import { describe, expect, test } from '@jest/globals';
import { parseNpmLock } from './npm-lock.ts';

describe('a package-lock.json', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { a: '^1.0.0' }, devDependencies: { tool: '1' } },
      'node_modules/a': { version: '1.2.3', dependencies: { '@s/b': '2', alias: '3' } },
      'node_modules/a/node_modules/@s/b': { version: '2.0.0', optionalDependencies: { absent: '1' } },
      'node_modules/alias': { name: 'real', version: '3.0.0' },
      'node_modules/tool': { version: '1.0.0', dev: true },
      'node_modules/local': { link: true },
      'packages/local': { version: '1.0.0', dependencies: { alias: '3' } },
    },
  };

  test('of version 3 gives names, nested versions, aliases, lines and ways', () => {
    const { packages } = parseNpmLock('package-lock.json', JSON.stringify(lock, null, 1));
    expect(
      packages.map(({ name, version, dev, direct, location, via }) => [name, version, dev, direct, location.line, via]),
    ).toEqual([
      ['a', '1.2.3', false, true, 12, ['a']],
      ['@s/b', '2.0.0', false, false, 19, ['a', '@s/b']],
      ['real', '3.0.0', false, true, 25, ['real']],
      ['tool', '1.0.0', true, true, 29, ['tool']],
    ]);
  });

  test('of version 1 is read through its tree', () => {
    const tree = {
      lockfileVersion: 1,
      dependencies: {
        a: { version: '1.0.0', requires: { b: '1', c: '1' }, dependencies: { b: { version: '1.1.0', requires: { c: '1' } } } },
        c: { version: 'npm:real@2.0.0', dev: true },
      },
    };
    const { packages } = parseNpmLock('l', JSON.stringify(tree, null, 1));
    expect(
      packages.map(({ name, version, dev, direct, location, via }) => [name, version, dev, direct, location.line, via]),
    ).toEqual([
      ['a', '1.0.0', false, true, 4, ['a']],
      ['b', '1.1.0', false, false, 11, ['a', 'b']],
      ['real', '2.0.0', true, false, 19, ['a', 'real']],
    ]);
  });

  test.each([
    ['{', 'JSON_SYNTAX'],
    ['[]', 'LOCKFILE_MALFORMED'],
    ['{"name":"x"}', 'LOCKFILE_MALFORMED'],
    ['{"lockfileVersion":3,"packages":{"a":1}}', 'LOCKFILE_MALFORMED'],
    ['{"lockfileVersion":3,"packages":{"a":{},"a":{}}}', 'YAML_SYNTAX'],
    [`{"lockfileVersion":1,"dependencies":${'{"a":{"dependencies":'.repeat(5000)}{}${'}}'.repeat(5000)}}`, 'SOURCE_TOO_DEEP'],
  ])('%.60s is refused', (text, code) => {
    expect(() => parseNpmLock('package-lock.json', text)).toThrow(code);
  });
});
