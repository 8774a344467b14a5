import { detectedTypes, formOf, mediaTypeOf } from './content.ts';
import { matchForm } from './form.ts';
import { matchBody, type Mismatch } from './match.ts';
import { matchXml } from './match-xml.ts';
import { matcherProblem } from './matcher.ts';
import { parseExactJson } from './exact-json.ts';
import { type Rules, ruleAt } from './rules.ts';
import { shown } from './value.ts';
import { parseXml } from './xml.ts';

/** What a contract says that a body must be. */
export interface ExpectedBody {
  /** JSON or text; null when there must be none; undefined when nothing is said. */
  readonly value: unknown;
  /** The bytes, where the contract holds them as such. */
  readonly bytes?: Uint8Array;
  /** Its content type, as it is stated or as its value shows. */
  readonly type: string;
}

/** A body as it came. */
export interface ActualBody {
  readonly bytes: Uint8Array;
  /** Its content type, where one was told. */
  readonly type?: string;
}

type Found = readonly Mismatch[];

const whole = (message: string): Found => [{ path: [], message }];

/** The text of bytes in the charset that a content type names; undefined when they are none in it, or it is unknown. */
function textOf({ bytes, type = '' }: ActualBody): string | undefined {
  const [, charset = 'utf-8'] = /;\s*charset="?([\w-]+)/i.exec(type) ?? [];
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function jsonMismatches(rules: Rules, { value, bytes }: ExpectedBody, text: string): Found {
  const actual = parseExactJson(text);
  if ('problem' in actual) return whole(`must be ${actual.problem}, and is ${shown(text)}`);
  const expected = bytes === undefined ? { value } : parseExactJson(Buffer.from(bytes).toString('utf8'));
  return 'problem' in expected
    ? whole(`cannot be compared: the example is not ${expected.problem}`)
    : matchBody(rules, expected.value, actual.value);
}

function xmlMismatches(rules: Rules, { value }: ExpectedBody, text: string): Found {
  const [expected, actual] = [parseXml(String(value)), parseXml(text)];
  if (expected === undefined) return whole('cannot be compared: the example is not XML');
  return actual === undefined ? whole(`must be XML, and is ${shown(text)}`) : matchXml(rules, expected, actual);
}

/** A body that has no parts: by the rules on all of it, or to the letter. */
function wholeMismatches(rules: Rules, expected: unknown, actual: unknown, same: boolean): Found {
  const rule = ruleAt(rules, []);
  if (rule === undefined) return same ? [] : whole('is another text');
  const problems = rule.matchers.map((matcher) => matcherProblem(matcher, expected, actual)).filter((each) => each !== undefined);
  if (actual === '' && expected !== '' && problems.length === 0) return whole('is empty');
  return problems.flatMap(whole);
}

function byteMismatches(rules: Rules, { value, bytes }: ExpectedBody, actual: Uint8Array): Found {
  const expected = bytes ?? Buffer.from(String(value));
  const same = Buffer.from(expected).equals(actual);
  const text = (each: Uint8Array): string => Buffer.from(each).toString('latin1');
  return wholeMismatches(rules, text(expected), text(actual), same).map((found) =>
    found.message === 'is another text'
      ? { ...found, message: `must be the same ${expected.length} bytes, and is ${actual.length} others` }
      : found,
  );
}

function kindMismatches(wanted: string, bytes: Uint8Array): Found {
  const found = detectedTypes(bytes);
  return found.includes(wanted) ? [] : whole(`must be ${wanted}, and is ${found[0] ?? 'of no known type'}`);
}

/**
 * Matches a body with what a contract says that it must be: JSON, XML, a form, text or bytes, by its content type.
 *
 * @returns mismatches whose paths begin at the body.
 */
export function matchContent(rules: Rules, expected: ExpectedBody, actual: ActualBody): Found {
  if (expected.value === undefined) return [];
  if (expected.value === null && expected.bytes === undefined)
    return actual.bytes.length === 0
      ? []
      : whole(`must be empty, and is ${shown(textOf(actual) ?? `${actual.bytes.length} bytes`)}`);
  const [wanted, given] = [expected.type, actual.type ?? expected.type].map(mediaTypeOf) as [string, string];
  const kind = ruleAt(rules, [])?.matchers.find((matcher) => matcher.match === 'contentType');
  // It asks what the bytes are, whatever they are called.
  if (kind !== undefined) return kindMismatches(kind.value, actual.bytes);
  const form = formOf(wanted);
  if (form !== formOf(given))
    return whole(`must be of the type ${expected.type}, and is of the type ${actual.type ?? 'nothing'}`);
  if (form === 'binary' || form === 'multipart') return byteMismatches(rules, expected, actual.bytes);
  const text = textOf(actual);
  if (text === undefined) return whole(`is not text in the charset of its type, ${actual.type ?? expected.type}`);
  if (form === 'json') return jsonMismatches(rules, expected, text);
  if (form === 'xml') return xmlMismatches(rules, expected, text);
  if (form === 'form') return matchForm(rules, String(expected.value), text);
  return wholeMismatches(rules, expected.value, text, text === expected.value);
}
