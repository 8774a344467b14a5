import { matchBody, matcherProblem, type Mismatch } from './match.ts';
import type { Interaction } from './pact.ts';
import { type Matcher, ruleAt, STATUS_CLASSES } from './rules.ts';

/** An answer as it came; header names are in lower case. */
export interface Actual {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function statusFits(expected: Interaction['response'], actual: number): boolean {
  const [matcher] = expected.rules.status.flatMap(({ matchers }) => matchers);
  if (matcher === undefined) return actual === expected.status;
  if (matcher.match !== 'statusCode') return matcherProblem(matcher, expected.status, actual) === undefined;
  if (typeof matcher.status !== 'string') return matcher.status.includes(actual);
  const [from, to] = STATUS_CLASSES[matcher.status] ?? [expected.status, expected.status];
  return actual >= from && actual <= to;
}

const spaced = (value: string): string => value.replace(/\s*,\s*/g, ',');

/** A content type without parameters is met by the same type with parameters, such as a charset; case does not count. */
function headerFits(name: string, expected: string, actual: string): boolean {
  if (name !== 'content-type') return spaced(actual) === spaced(expected);
  const [wanted, given] = [expected, actual].map((type) => type.toLowerCase().replace(/\s*;\s*/g, ';')) as [string, string];
  return given === wanted || (!wanted.includes(';') && given.split(';')[0] === wanted);
}

/** A header is text, so a number in it is read before it is judged. */
function headerValue(matcher: Matcher, value: string): unknown {
  const number = /^-?\d+(\.\d+)?$/.test(value) && ['integer', 'decimal', 'number'].includes(matcher.match);
  return number ? Number(value) : value;
}

function headerMismatches(response: Interaction['response'], headers: Actual['headers']): readonly Mismatch[] {
  return Object.entries(response.headers).flatMap(([name, expected]) => {
    const actual = headers[name];
    const path = ['headers', name];
    if (actual === undefined) return [{ path, message: 'is missing' }];
    const rule = ruleAt(response.rules.header, [name]);
    if (rule === undefined)
      return headerFits(name, expected, actual)
        ? []
        : [{ path, message: `must be ${JSON.stringify(expected)}, and is ${JSON.stringify(actual)}` }];
    return rule.matchers.flatMap((matcher) => {
      const problem = matcherProblem(matcher, expected, headerValue(matcher, actual));
      return problem === undefined ? [] : [{ path, message: problem }];
    });
  });
}

const isJson = (type: string): boolean => /^[^;]*\bjson\b/i.test(type);

/** The type that the expected body has: as the contract states it, else what its value shows. */
function expectedType({ headers, contentType, body }: Interaction['response']): string {
  return contentType ?? headers['content-type'] ?? (typeof body === 'string' ? 'text/plain' : 'application/json');
}

function textMismatches({ body, rules }: Interaction['response'], actual: string): readonly Mismatch[] {
  const rule = ruleAt(rules.body, []);
  const problems = rule?.matchers.map((matcher) => matcherProblem(matcher, body, actual)) ?? [
    actual === body ? undefined : 'is another text',
  ];
  return problems.filter((problem) => problem !== undefined).map((message) => ({ path: ['body'], message }));
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function bodyMismatches(response: Interaction['response'], { body, headers }: Actual): readonly Mismatch[] {
  const mismatch = (message: string): readonly Mismatch[] => [{ path: ['body'], message }];
  if (response.body === undefined) return [];
  if (response.body === null) return body === '' ? [] : mismatch(`must be empty, and is ${JSON.stringify(body.slice(0, 120))}`);
  const type = expectedType(response);
  const given = headers['content-type'] ?? type;
  if (isJson(given) !== isJson(type)) return mismatch(`must be of the type ${type}, and is of the type ${given}`);
  if (!isJson(type) && typeof response.body === 'string') return textMismatches(response, body);
  const parsed = parseJson(body);
  if (parsed === undefined) return mismatch(`must be JSON, and is ${JSON.stringify(body.slice(0, 120))}`);
  const found = matchBody(response.rules.body, response.body, parsed.value);
  return found.map(({ path, message }) => ({ path: ['body', ...path], message }));
}

/** Everything in an answer that is not as the interaction says: status, headers, body. */
export function matchResponse({ response }: Interaction, actual: Actual): readonly Mismatch[] {
  const status = statusFits(response, actual.status)
    ? []
    : [{ path: ['status'], message: `must be ${response.status}, and is ${actual.status}` }];
  return [...status, ...headerMismatches(response, actual.headers), ...bodyMismatches(response, actual)];
}
