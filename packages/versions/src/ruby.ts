import { byDigits, byMembers, byText, type Comparer, comparerOf, type Order } from './order.ts';

const PATTERN = /^\s*(?:[0-9]+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)?\s*$/;

const isNumber = (segment: string): boolean => /^\d/.test(segment);

function withoutZeros(segments: readonly string[]): readonly string[] {
  return segments.slice(0, segments.findLastIndex((segment) => !/^0+$/.test(segment)) + 1);
}

/** The segments, each part before and from the first word without its zeros at the end (Gem::Version#canonical_segments). */
function parseRuby(text: string): readonly string[] | undefined {
  if (!PATTERN.test(text)) return undefined;
  const segments = (text.trim() || '0').replaceAll('-', '.pre.').match(/[0-9]+|[a-z]+/gi) ?? [];
  const word = segments.findIndex((segment) => !isNumber(segment));
  const cut = word < 0 ? segments.length : word;
  return [...withoutZeros(segments.slice(0, cut)), ...withoutZeros(segments.slice(cut))];
}

function bySegment(a: string, b: string): Order {
  const [first, second] = [isNumber(a), isNumber(b)];
  return first && second ? byDigits(a, b) : Number(first) - Number(second) || byText(a, b);
}

/** RubyGems: Gem::Version, in which a word makes a pre-release and `-` stands for `.pre.`. */
export const compareRuby: Comparer = comparerOf(parseRuby, (a, b) => byMembers(a, b, '0', bySegment));
