import { expect, test } from '@jest/globals';
import { fingerprintOf } from './fingerprint.ts';

/** The hash as it is published, in large integers. */
function published(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0').slice(0, 12);
}

test('is the published hash of its words, whatever carries from one half into the other', () => {
  for (let length = 0; length < 400; length++) {
    const words = Array.from({ length: length % 7 }, (_, index) => `ü${'ÿ~a0'.repeat(length % (index + 5))}${length * index}`);
    expect(fingerprintOf(words)).toBe(published(words.join('\n')));
  }
});

test('is the one that lists of accepted breaks hold', () => {
  // http://www.isthe.com/chongo/src/fnv/test_fnv.c: FNV-1a of "foobar" is 85944171f73967e8.
  expect(fingerprintOf(['foobar'])).toBe('85944171f739');
  expect(fingerprintOf(['a', undefined, 'b'])).toBe(published('a\n\nb'));
});
