import { parsePath } from './rules.ts';
import { isTree, type Tree, tree } from './tree.ts';

/** What makes one value of a request anew before it is sent. */
export interface Generator {
  readonly part: 'method' | 'path' | 'query' | 'header' | 'body';
  /** Where in the part; empty for a part that is one value. */
  readonly tokens: readonly string[];
  readonly type: string;
  readonly settings: Tree;
}

/** Types of generators that are known; another is a problem of the contract. */
export const GENERATORS = [
  'ProviderState',
  'RandomInt',
  'RandomDecimal',
  'RandomHexadecimal',
  'RandomString',
  'RandomBoolean',
  'Regex',
  'Uuid',
  'Date',
  'Time',
  'DateTime',
  'MockServerURL',
];

const PARTS = ['method', 'path', 'query', 'header', 'body'] as const;

/** The generators of a request, in the order of its parts. */
export function generatorsOf(raw: unknown): readonly Generator[] {
  return PARTS.flatMap((part) => {
    const category = tree(tree(raw)[part]);
    const entries = typeof category['type'] === 'string' ? [['$', category] as const] : Object.entries(category);
    return entries.flatMap(([expression, value]) => {
      if (!isTree(value)) return [];
      const tokens = expression.startsWith('$') ? parsePath(expression) : [expression];
      return [{ part, tokens, type: String(value['type']), settings: value }];
    });
  });
}

/** What generating needs from its run: the values that the provider's states gave, the time, and a source of chance. */
export interface Generating {
  readonly states: Readonly<Record<string, unknown>>;
  readonly nowMs: number;
  /** A number from 0 up to, and without, 1. */
  readonly random: () => number;
  /** Where the provider is, for `MockServerURL`. */
  readonly url: string;
}

/** A source of chance that gives the same row for the same seed, so that a run can be repeated. */
export function seededRandom(seed: string): () => number {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619), 2166136261) >>> 0;
  // Mulberry32, a generator of 32 bits of state by Tommy Ettinger, in the public domain.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const letters = (count: number, alphabet: string, random: () => number): string =>
  Array.from({ length: count }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');

function uuid(random: () => number, format: unknown): string {
  const hex = letters(32, '0123456789abcdef', random);
  const plain = `${hex.slice(0, 12)}4${hex.slice(13, 16)}a${hex.slice(17)}`;
  const dashed = plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (format === 'simple') return plain;
  if (format === 'upper-case-hyphenated') return dashed.toUpperCase();
  return format === 'URN' ? `urn:uuid:${dashed}` : dashed;
}

const pad = (value: number, count: number): string => String(value).padStart(count, '0');

/** A moment in UTC as a format writes it; letters beyond the common ones are left as they stand. */
function written(nowMs: number, format: string): string {
  const at = new Date(nowMs);
  const fields: Readonly<Record<string, number>> = {
    y: at.getUTCFullYear(),
    M: at.getUTCMonth() + 1,
    d: at.getUTCDate(),
    H: at.getUTCHours(),
    m: at.getUTCMinutes(),
    s: at.getUTCSeconds(),
    S: at.getUTCMilliseconds(),
  };
  return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (whole: string, quoted: string | undefined, letter = '') => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted;
    if (/^[Xx]+$/.test(letter)) return letter === 'X' ? 'Z' : '+00:00';
    if (letter === 'Z') return '+0000';
    const value = fields[letter];
    return value === undefined ? whole : pad(letter === 'y' && whole.length === 2 ? value % 100 : value, whole.length);
  });
}

/** `${name}` in an expression becomes the value that the provider's state gave under that name. */
function fromStates(settings: Tree, states: Generating['states']): { readonly value: unknown } | { readonly missing: string } {
  const expression = String(settings['expression'] ?? '');
  const names = [...expression.matchAll(/\$\{([^}]+)\}/g)].map(([, name = '']) => name);
  const missing = names.find((name) => !Object.hasOwn(states, name));
  if (missing !== undefined) return { missing };
  const [only] = names;
  if (only !== undefined && expression === `\${${only}}`) return { value: states[only] };
  if (names.length === 0) return Object.hasOwn(states, expression) ? { value: states[expression] } : { missing: expression };
  return { value: expression.replace(/\$\{([^}]+)\}/g, (_, name: string) => String(states[name])) };
}

/** A value that a generator makes, `example` when it has none of its own, or the name that no provider state gave. */
export function generate(
  { type, settings }: Generator,
  example: unknown,
  { states, nowMs, random, url }: Generating,
): { readonly value: unknown } | { readonly missing: string } {
  const setting = (name: string, fallback: number): number => Number(settings[name] ?? fallback);
  switch (type) {
    case 'ProviderState':
      return fromStates(settings, states);
    case 'RandomInt': {
      const [min, max] = [setting('min', 0), setting('max', 2 ** 31 - 1)];
      return { value: min + Math.floor(random() * (max - min + 1)) };
    }
    case 'RandomDecimal': {
      const digits = letters(Math.max(2, setting('digits', 10)), '123456789', random);
      return { value: Number(`${digits.slice(0, -1)}.${digits.slice(-1)}`) };
    }
    case 'RandomHexadecimal':
      return { value: letters(setting('digits', 10), '0123456789abcdef', random) };
    case 'RandomString':
      return { value: letters(setting('size', 20), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', random) };
    case 'RandomBoolean':
      return { value: random() < 0.5 };
    case 'Uuid':
      return { value: uuid(random, settings['format']) };
    case 'Date':
      return { value: written(nowMs, String(settings['format'] ?? 'yyyy-MM-dd')) };
    case 'Time':
      return { value: written(nowMs, String(settings['format'] ?? 'HH:mm:ss')) };
    case 'DateTime':
      return { value: written(nowMs, String(settings['format'] ?? "yyyy-MM-dd'T'HH:mm:ss'Z'")) };
    case 'MockServerURL':
      return { value: String(settings['example'] ?? example).replace(/^https?:\/\/[^/]+/, url) };
    default:
      // A text that fits a pattern: the contract's own example does, and can be found again in the provider's log.
      return { value: example };
  }
}
