/**
 * Dates and times by the formats of contracts, which are those of Java's DateTimeFormatter.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/format/DateTimeFormatter.html
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LONG_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What a format without a format stands for. */
export const DEFAULT_FORMATS = { date: 'yyyy-MM-dd', time: 'HH:mm:ss', datetime: "yyyy-MM-dd'T'HH:mm:ssXXX" } as const;

interface Field {
  readonly pattern: string;
  /** What the text must also be, beside its form. */
  readonly fits?: (text: string) => boolean;
}

const within =
  (from: number, to: number) =>
  (text: string): boolean =>
    Number(text) >= from && Number(text) <= to;

const number = (from: number, to: number): Field => ({ pattern: '\\d{1,2}', fits: within(from, to) });
const names = (list: readonly string[]): Field => ({ pattern: list.join('|') });

const ZONE_OFFSETS: Readonly<Record<string, string>> = {
  X: 'Z|[+-]\\d{2}(?:\\d{2})?',
  XX: 'Z|[+-]\\d{4}',
  XXX: 'Z|[+-]\\d{2}:\\d{2}',
  x: '[+-]\\d{2}(?:\\d{2})?',
  xx: '[+-]\\d{4}',
  xxx: '[+-]\\d{2}:\\d{2}',
  Z: '[+-]\\d{4}',
  ZZ: '[+-]\\d{4}',
  ZZZ: '[+-]\\d{4}',
  ZZZZ: 'GMT(?:[+-]\\d{2}:\\d{2})?',
  ZZZZZ: 'Z|[+-]\\d{2}:\\d{2}',
};

const FIELDS: Readonly<Record<string, (count: number) => Field | undefined>> = {
  y: (count) => ({ pattern: count === 2 ? '\\d{2}' : '\\d{1,9}' }),
  u: (count) => ({ pattern: count === 2 ? '\\d{2}' : '\\d{1,9}' }),
  M: (count) => (count >= 4 ? names(LONG_MONTHS) : count === 3 ? names(MONTHS) : number(1, 12)),
  L: (count) => FIELDS['M']?.(count),
  d: () => number(1, 31),
  D: () => ({ pattern: '\\d{1,3}', fits: within(1, 366) }),
  E: (count) => names(count >= 4 ? LONG_DAYS : DAYS),
  e: () => ({ pattern: '[1-7]' }),
  w: () => number(1, 53),
  a: () => ({ pattern: 'AM|PM' }),
  H: () => number(0, 23),
  k: () => number(1, 24),
  K: () => number(0, 11),
  h: () => number(1, 12),
  m: () => number(0, 59),
  // A leap second is a second.
  s: () => number(0, 60),
  S: () => ({ pattern: '\\d{1,9}' }),
  n: () => ({ pattern: '\\d{1,9}' }),
  G: () => ({ pattern: 'AD|BC' }),
  z: () => ({ pattern: '[A-Za-z]+(?:/[A-Za-z_]+)*' }),
  V: () => ({ pattern: '[A-Za-z]+(?:/[A-Za-z_]+)*' }),
};

function fieldOf(letters: string): Field | undefined {
  const offset = ZONE_OFFSETS[letters];
  return offset === undefined ? FIELDS[letters.charAt(0)]?.(letters.length) : { pattern: offset };
}

interface Piece {
  readonly letters: string;
  readonly field: Field;
}

const quote = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');

/** Whether a text is written as a format says, as a pattern of linear time; that the day exists it cannot say. */
export function temporalPattern(format: string): string {
  return `(?i)${compile(format)?.pattern.source ?? ''}`;
}

/** A format as a pattern with one group a field; undefined when it holds letters that mean nothing. */
function compile(format: string): { readonly pattern: RegExp; readonly pieces: readonly Piece[] } | undefined {
  const pieces: Piece[] = [];
  let source = '';
  for (const [text, quoted, letters] of format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[\s\S]/g)) {
    if (quoted !== undefined) source += quote(quoted === '' ? "'" : quoted.replaceAll("''", "'"));
    else if (letters === undefined) source += quote(text);
    else {
      const field = fieldOf(text);
      if (field === undefined) return undefined;
      pieces.push({ letters: text, field });
      source += `(${field.pattern})`;
    }
  }
  return { pattern: new RegExp(`^(?:${source})$`, 'i'), pieces };
}

function monthOf(text: string): number {
  const index = MONTHS.findIndex((name) => text.toLowerCase().startsWith(name.toLowerCase()));
  return index < 0 ? Number(text) : index + 1;
}

/** Whether the day is one of its month; without a year, 29 February is. */
function dayExists(values: ReadonlyMap<string, string>): boolean {
  const [year, month, day] = [values.get('y') ?? values.get('u'), values.get('M') ?? values.get('L'), values.get('d')];
  const ofYear = values.get('D');
  const leap = year === undefined || new Date(Date.UTC(Number(year), 1, 29)).getUTCDate() === 29;
  if (ofYear === '366' && !leap) return false;
  if (month === undefined || day === undefined) return true;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthOf(month) - 1] ?? 0;
  return Number(day) <= days;
}

/** Whether a format can be judged by. */
export function isTemporalFormat(format: string): boolean {
  return compile(format) !== undefined;
}

/**
 * Whether a text is a date, a time or both as a format writes it, and one that exists.
 *
 * Fields of one or two digits may have one, as Pact's own verifier takes them.
 */
export function fitsTemporal(format: string, text: string): boolean {
  const compiled = compile(format);
  const found = compiled?.pattern.exec(text);
  if (compiled === undefined || found === undefined || found === null) return false;
  const values = new Map(compiled.pieces.map(({ letters }, index) => [letters.charAt(0), found[index + 1] ?? '']));
  return compiled.pieces.every(({ field }, index) => field.fits?.(found[index + 1] ?? '') ?? true) && dayExists(values);
}
