import { type ExpectedBody, matchContent } from './body.ts';
import { textValue } from './form.ts';
import type { Interaction } from './interaction.ts';
import type { Mismatch } from './match.ts';
import { matcherProblem } from './matcher.ts';
import { ruleAt, STATUS_CLASSES } from './rules.ts';

/** An answer as it came; header names are in lower case. */
export interface Actual {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
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
      const problem = matcherProblem(matcher, expected, textValue(matcher, actual));
      return problem === undefined ? [] : [{ path, message: problem }];
    });
  });
}

/** The type that the expected body has: as the contract states it, else what its value shows. */
function expectedBody({ headers, contentType, body, exact, bytes }: Interaction['response']): ExpectedBody {
  const shows = typeof body === 'string' ? (/^\s*</.test(body) ? 'application/xml' : 'text/plain') : 'application/json';
  return { value: exact ?? body, type: contentType ?? headers['content-type'] ?? shows, ...(bytes !== undefined && { bytes }) };
}

/** Everything in an answer that is not as the interaction says: status, headers, body. */
export function matchResponse({ response }: Interaction, actual: Actual): readonly Mismatch[] {
  const status = statusFits(response, actual.status)
    ? []
    : [{ path: ['status'], message: `must be ${response.status}, and is ${actual.status}` }];
  const type = actual.headers['content-type'];
  const body = matchContent(response.rules.body, expectedBody(response), {
    bytes: actual.body,
    ...(type !== undefined && { type }),
  });
  const inBody = body.map(({ path, message }) => ({ path: ['body', ...path], message }));
  return [...status, ...headerMismatches(response, actual.headers), ...inBody];
}
