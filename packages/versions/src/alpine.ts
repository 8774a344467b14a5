import { byDigits, byText, type Comparer, comparerOf, type Order } from './order.ts';

/** What a version is made of, in the order in which one comes before another when versions part (apk-tools, version.c). */
const KINDS = ['first', 'number', 'letter', 'suffix', 'suffix number', 'commit', 'revision', 'end'] as const;

interface Token {
  readonly kind: (typeof KINDS)[number];
  readonly text: string;
}

/** Suffixes from lowest to highest; those before the empty one make a pre-release. */
const SUFFIXES = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'];
const RELEASE = SUFFIXES.indexOf('');

const PATTERN = /^\d+(?:\.\d+)*[a-z]?(?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*(?:~[0-9a-f]+)?(?:-r\d+)?$/;
const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /\.(\d+)/y],
  ['suffix', /_([a-z]+)/y],
  ['commit', /~([0-9a-f]+)/y],
  ['revision', /-r(\d+)/y],
  ['letter', /([a-z])/y],
  ['suffix number', /(\d+)/y],
];

function tokenAt(text: string, at: number): (Token & { readonly end: number }) | undefined {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found?.[1] !== undefined) return { kind: at === 0 ? 'first' : kind, text: found[1], end: pattern.lastIndex };
  }
  return undefined;
}

function parseAlpine(text: string): readonly Token[] | undefined {
  if (!PATTERN.test(text)) return undefined;
  const tokens: Token[] = [];
  let token = tokenAt(text, 0);
  for (; token !== undefined; token = tokenAt(text, token.end)) tokens.push(token);
  return tokens;
}

function bySame({ kind, text: a }: Token, { text: b }: Token): Order {
  if (kind === 'suffix') return SUFFIXES.indexOf(a) - SUFFIXES.indexOf(b);
  // A number with a zero in front is a fraction: 1.08 is below 1.1.
  const plain = kind === 'letter' || kind === 'commit' || (kind === 'number' && (a.startsWith('0') || b.startsWith('0')));
  return plain ? byText(a, b) : byDigits(a, b);
}

const isPreRelease = ({ kind, text }: Token): boolean => kind === 'suffix' && SUFFIXES.indexOf(text) < RELEASE;

function byTokens(a: readonly Token[], b: readonly Token[]): Order {
  const end: Token = { kind: 'end', text: '' };
  for (let index = 0; ; index++) {
    const [first, second] = [a[index] ?? end, b[index] ?? end];
    if (first.kind !== second.kind) {
      if (isPreRelease(first) || isPreRelease(second)) return isPreRelease(first) ? -1 : 1;
      return KINDS.indexOf(second.kind) - KINDS.indexOf(first.kind);
    }
    const order = first.kind === 'end' ? 0 : bySame(first, second);
    if (order !== 0 || first.kind === 'end') return order;
  }
}

/** Alpine: numbers, a letter, suffixes such as `_alpha` and `_p1`, and the revision of the package. */
export const compareAlpine: Comparer = comparerOf(parseAlpine, byTokens);
