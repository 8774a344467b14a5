/** The prime is 2^40 + 0x1b3; only its lower part is multiplied, for the rest is a shift. */
const PRIME_LOW = 0x1b3;
const BASIS = { high: 0xcbf29ce4, low: 0x84222325 };
const WORD = 2 ** 32;

/**
 * Twelve hexadecimal digits for some words: the 64-bit FNV-1a hash of their UTF-8 bytes, cut. It keeps no secret.
 *
 * http://www.isthe.com/chongo/tech/comp/fnv/ in two halves of 32 bits, whose products a double holds exactly; large integers
 * took a tenth of a comparison.
 */
export function fingerprintOf(words: readonly (string | undefined)[]): string {
  let { high, low } = BASIS;
  for (const byte of new TextEncoder().encode(words.map((word) => word ?? '').join('\n'))) {
    const mixed = (low ^ byte) >>> 0;
    const carried = Math.floor((mixed * PRIME_LOW) / WORD);
    high = (Math.imul(high, PRIME_LOW) + carried + (mixed << 8)) >>> 0;
    low = Math.imul(mixed, PRIME_LOW) >>> 0;
  }
  return [high, low]
    .map((half) => half.toString(16).padStart(8, '0'))
    .join('')
    .slice(0, 12);
}
