import { expect, test } from '@jest/globals';
import { completeLock, platformOf } from './lock.ts';

test('the platform of a package is read from its name', () => {
  expect(platformOf('@swc/core-win32-arm64-msvc')).toEqual({ os: ['win32'], cpu: ['arm64'] });
  expect(platformOf('@biomejs/cli-linux-x64-musl')).toEqual({ os: ['linux'], cpu: ['x64'], libc: ['musl'] });
  expect(platformOf('@unrs/resolver-binding-linux-arm-gnueabihf')).toEqual({ os: ['linux'], cpu: ['arm'], libc: ['glibc'] });
});

test('a lock gets the optional packages that it names and lacks, and nothing else', () => {
  const entry = { version: '1.0.0', dev: true, optionalDependencies: { 'x-darwin-x64': '1.0.0', present: '2.0.0' } };
  const lock = { packages: { 'node_modules/x': entry, 'node_modules/present': { version: '2.0.0' } } };
  const { lock: completed, added } = completeLock(lock);
  expect(added).toEqual(['x-darwin-x64@1.0.0']);
  expect(completed.packages['node_modules/x-darwin-x64']).toEqual({
    version: '1.0.0',
    os: ['darwin'],
    cpu: ['x64'],
    dev: true,
    optional: true,
  });
  expect(completeLock(completed).added).toEqual([]);
});
