import { describe, expect, test } from '@jest/globals';
import { parseNpmLock } from './npm-lock.ts';

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
