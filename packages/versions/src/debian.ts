import { byDigits, type Comparer, comparerOf, type Order } from './order.ts';

interface DebianVersion {
  readonly epoch: string;
  readonly upstream: string;
  readonly revision: string;
}

/** What dpkg takes (lib/dpkg/parsehelp.c): a version that begins with a digit, of the characters that policy permits. */
const PATTERN = /^(?:(\d+):)?(\d[A-Za-z0-9.+~:-]*?)(?:-([A-Za-z0-9.+~]+))?$/;

function parseDebian(text: string): DebianVersion | undefined {
  const [, epoch = '0', upstream, revision = ''] = PATTERN.exec(text.trim()) ?? [];
  return upstream === undefined ? undefined : { epoch, upstream, revision };
}

/** The weight of a character that is no digit: `~` is below the end, letters are below everything else. */
function weight(character: string | undefined): number {
  if (character === undefined || /\d/.test(character)) return 0;
  if (character === '~') return -1;
  return /[A-Za-z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}

/** The order of two parts: what is no digit by weight, then what is by value, and so on in turns (deb-version(7)). */
function byPart(a: string, b: string): Order {
  let [left, right] = [a, b];
  while (left !== '' || right !== '') {
    const [words, others] = [/^\D*/.exec(left)?.[0] ?? '', /^\D*/.exec(right)?.[0] ?? ''];
    for (let at = 0; at < Math.max(words.length, others.length); at++) {
      const order = weight(words[at]) - weight(others[at]);
      if (order !== 0) return order;
    }
    [left, right] = [left.slice(words.length), right.slice(others.length)];
    const [number, other] = [/^\d*/.exec(left)?.[0] ?? '', /^\d*/.exec(right)?.[0] ?? ''];
    const order = byDigits(number, other);
    if (order !== 0) return order;
    [left, right] = [left.slice(number.length), right.slice(other.length)];
  }
  return 0;
}

/** Debian and what is made from it: epoch, upstream version and revision, in which `~` comes before the end. */
export const compareDebian: Comparer = comparerOf(
  parseDebian,
  (a, b) => byDigits(a.epoch, b.epoch) || byPart(a.upstream, b.upstream) || byPart(a.revision, b.revision),
);
