import type { Input, Parsed, Presence, Present } from './input.ts';
import { Secret } from './secret.ts';

type Make<T> = <const P extends Presence>(description: string, presence?: P) => Input<Present<T, P>>;

const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
const expected = (what: string): Parsed<never> => ({ ok: false, expected: what });

function kind<T>(name: string, parse: (raw: string) => Parsed<T>, extra: Partial<Input<T>> = {}): Make<T> {
  return (description, presence) => ({ kind: name, description, required: false, ...presence, ...extra, parse }) as Input<never>;
}

/** Free text, trimmed. */
export const text: Make<string> = kind('text', (raw) => ok(raw.trim()));

/** A path, relative to the workspace unless absolute. */
export const path: Make<string> = kind('path', (raw) =>
  raw.includes('\0') ? expected('a path without a NUL character') : ok(raw.trim()),
);

/** A secret: masked as soon as it is parsed, and never rendered. */
export const secret: Make<Secret> = kind('secret', (raw) => ok(new Secret(raw.trim())), { secret: true });

/** `true` or `false`, in the spellings of YAML 1.2's core schema. */
export const flag: Make<boolean> = kind('flag', (raw) => {
  if (/^(true|True|TRUE)$/.test(raw.trim())) return ok(true);
  if (/^(false|False|FALSE)$/.test(raw.trim())) return ok(false);
  return expected('true or false');
});

/** Lines of text; blank lines are dropped. */
export const list: Make<readonly string[]> = kind('list', (raw) =>
  ok(
    raw
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
);

/** Lines of `NAME=value`; a name may stand only once. */
export const pairs: Make<Readonly<Record<string, string>>> = kind('pairs', (raw) => {
  const entries = new Map<string, string>();
  for (const line of raw.split(/\r?\n/).filter((each) => each.trim() !== '')) {
    const [, name, value] = /^\s*([^=\s]+)\s*=(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return expected(`lines of NAME=value, and "${line.trim()}" has no "="`);
    if (entries.has(name)) return expected(`each name once, and ${name} is given twice`);
    entries.set(name, value.trim());
  }
  return ok(Object.fromEntries(entries));
});

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A length of time such as `90s`, `5m` or `1h30m`; the value is in milliseconds. */
export const duration: Make<number> = kind('duration', (raw) => {
  const parts = [...raw.trim().matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  const whole = parts.map((part) => part[0]).join('') === raw.trim() && parts.length > 0;
  if (!whole) return expected('a duration such as 30s, 5m or 1h30m');
  return ok(parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS_MS[unit ?? ''] ?? 0), 0));
});

const UNITS_BYTES: Readonly<Record<string, number>> = {
  ...{ B: 1, kB: 1e3, MB: 1e6, GB: 1e9 },
  ...{ KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 },
};

/** An amount of data such as `200MB` or `1.5GiB`; the value is in bytes. */
export const size: Make<number> = kind('size', (raw) => {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([A-Za-z]+)$/.exec(raw.trim()) ?? [];
  const factor = UNITS_BYTES[unit];
  return amount === undefined || factor === undefined
    ? expected(`a size such as 200MB or 1.5GiB (units: ${Object.keys(UNITS_BYTES).join(', ')})`)
    : ok(Math.round(Number(amount) * factor));
});

const PERCENTAGE = 'a percentage from 0% to 100%, with its % sign';

/** What is wrong with a share: a number alone can be read in two ways that are a hundred times apart. */
function percentExpected(raw: string): string {
  const value = /^\d+(\.\d+)?$/.test(raw.trim()) ? Number(raw) : undefined;
  if (value === undefined || value > 100) return PERCENTAGE;
  const share = Number((value * 100).toPrecision(12));
  return `${PERCENTAGE}: ${value} could mean ${value}%, or ${share}% as a fraction of 1`;
}

/** A share written as a percentage (`5%`, `0.5%`); the value is a fraction from 0 to 1. */
export const percent: Make<number> = kind('percent', (raw) => {
  const [, digits] = /^(\d+(?:\.\d+)?)\s*%$/.exec(raw.trim()) ?? [];
  const value = Number(digits) / 100;
  return digits !== undefined && value <= 1 ? ok(value) : expected(percentExpected(raw));
});

interface Range {
  readonly min?: number;
  readonly max?: number;
}

function inRange(value: number, { min = -Infinity, max = Infinity }: Range): boolean {
  return Number.isFinite(value) && value >= min && value <= max;
}

function rangeText({ min, max }: Range): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}

/** A whole number within the range. */
export function integer<const P extends Presence>(description: string, presence: P & Range): Input<Present<number, P>> {
  const { min, max, ...rest } = presence;
  const range = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const make = kind('integer', (raw): Parsed<number> => {
    const valid = /^[+-]?\d+$/.test(raw.trim()) && inRange(Number(raw), range);
    return valid ? ok(Number(raw)) : expected(`a whole number${rangeText(range)}`);
  });
  return make(description, rest) as Input<Present<number, P>>;
}

/** A decimal number within the range. */
export function number<const P extends Presence>(description: string, presence: P & Range): Input<Present<number, P>> {
  const { min, max, ...rest } = presence;
  const range = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const make = kind('number', (raw): Parsed<number> => {
    const valid = /^[+-]?\d+(\.\d+)?$/.test(raw.trim()) && inRange(Number(raw), range);
    return valid ? ok(Number(raw)) : expected(`a number${rangeText(range)}`);
  });
  return make(description, rest) as Input<Present<number, P>>;
}

/** One of a few words. */
export function choice<const C extends readonly string[], const P extends Presence>(
  description: string,
  choices: C,
  presence?: P,
): Input<Present<C[number], P>> {
  const make = kind<C[number]>(
    'choice',
    (raw) => (choices.includes(raw.trim()) ? ok(raw.trim()) : expected(`one of ${choices.join(', ')}`)),
    { choices },
  );
  return make(description, presence) as Input<Present<C[number], P>>;
}
