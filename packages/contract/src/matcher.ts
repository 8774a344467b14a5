import { valid } from 'semver';
import { detectedTypes } from './content.ts';
import { ExactNumber } from './exact-json.ts';
import { compilePattern } from './pattern.ts';
import type { Matcher } from './rules.ts';
import { fitsTemporal } from './temporal.ts';
import { equal, isRecord, shown, typeOf } from './value.ts';

/** The number in a text, for the parts of an answer that hold only texts: headers, forms, XML. */
export function readNumber(text: string): ExactNumber | undefined {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? new ExactNumber(text) : undefined;
}

function typeProblem(matcher: { min?: number; max?: number }, expected: unknown, actual: unknown): string | undefined {
  if (typeOf(actual) !== typeOf(expected)) return `must be of type ${typeOf(expected)}, and is ${shown(actual)}`;
  if (!Array.isArray(actual)) return undefined;
  if (matcher.min !== undefined && actual.length < matcher.min)
    return `must hold at least ${matcher.min} items, and holds ${actual.length}`;
  if (matcher.max !== undefined && actual.length > matcher.max)
    return `must hold at most ${matcher.max} items, and holds ${actual.length}`;
  return undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value instanceof ExactNumber ? value.text : JSON.stringify(value);
}

const exact = (value: unknown): unknown => (typeof value === 'number' ? new ExactNumber(String(value)) : value);
const isInteger = (value: unknown): boolean => value instanceof ExactNumber && value.isInteger;
const isDecimal = (value: unknown): boolean => value instanceof ExactNumber && !value.isInteger;
const isFilled = (value: unknown): boolean => value !== null && value !== '' && !equal(value, []) && !equal(value, {});
const isSemver = (value: unknown): boolean => typeof value === 'string' && /^\d/.test(value) && valid(value) !== null;
const isObjectOrArray = (value: unknown): boolean => isRecord(value) || Array.isArray(value);

const TEMPORAL_WORDS = { date: 'a date', time: 'a time', datetime: 'a date and time' } as const;

/** What must be true of a value that is judged whole, in words and as a test. */
function demandOf(matcher: Matcher, expected: unknown): { readonly what: string; readonly met: (value: unknown) => boolean } {
  switch (matcher.match) {
    case 'regex': {
      const pattern = compilePattern(matcher.regex);
      return { what: `like ${matcher.regex}`, met: (value) => !isObjectOrArray(value) && pattern.test(textOf(value)) };
    }
    case 'include':
      return { what: `a text with ${shown(matcher.value)} in it`, met: (value) => textOf(value).includes(matcher.value) };
    case 'integer':
      return { what: 'a whole number', met: isInteger };
    case 'decimal':
      return { what: 'a number with a fraction', met: isDecimal };
    case 'number':
      return { what: 'a number', met: (value) => value instanceof ExactNumber };
    case 'boolean':
      // The specification counts the texts "true" and "false" as booleans, too.
      return { what: 'true or false', met: (value) => ['true', 'false'].includes(String(value)) };
    case 'null':
      return { what: 'null', met: (value) => value === null };
    case 'notEmpty':
      return {
        what: 'filled',
        met: (value) => isFilled(value) && (!isObjectOrArray(expected) || typeOf(value) === typeOf(expected)),
      };
    case 'semver':
      return { what: 'a semantic version', met: isSemver };
    case 'date':
    case 'time':
    case 'datetime': {
      const { match, format } = matcher;
      return {
        what: `${TEMPORAL_WORDS[match]} written as ${format}`,
        met: (value) => typeof value === 'string' && fitsTemporal(format, value),
      };
    }
    case 'contentType':
      return { what: matcher.value, met: (value) => detectedTypes(Buffer.from(textOf(value))).includes(matcher.value) };
    default:
      return { what: shown(expected), met: (value) => equal(expected, value) };
  }
}

/** What is wrong with a value by one matcher that looks at the value whole; undefined when it is right. */
export function matcherProblem(matcher: Matcher, expected: unknown, actual: unknown): string | undefined {
  const value = exact(actual);
  if (matcher.match === 'type') return typeProblem(matcher, exact(expected), value);
  if (matcher.match === 'statusCode') return undefined;
  const { what, met } = demandOf(matcher, expected);
  return met(value) ? undefined : `must be ${what}, and is ${shown(value)}`;
}
