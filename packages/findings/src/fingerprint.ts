const PRIME = 0x100000001b3n;
const BASIS = 0xcbf29ce484222325n;

/** Sixteen hexadecimal digits for some words: the 64-bit FNV-1a hash of their UTF-8 bytes. It keeps no secret. */
export function fingerprintOf(words: readonly string[]): string {
  let hash = BASIS;
  for (const byte of new TextEncoder().encode(words.join('\0'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
