import { matchBody, matcherProblem, type Mismatch } from './match.ts';
import type { Interaction } from './pact.ts';
import { ruleAt } from './rules.ts';

/** An answer as it came; header names are in lower case. */
export interface Actual {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const CLASSES: Readonly<Record<string, readonly [number, number]>> = {
  info: [100, 199],
  success: [200, 299],
  redirect: [300, 399],
  clientError: [400, 499],
  serverError: [500, 599],
  nonError: [100, 399],
  error: [400, 599],
};

function statusFits(expected: Interaction['response'], actual: number): boolean {
  const matcher = expected.rules.status.flatMap(({ matchers }) => matchers).find(({ match }) => match === 'statusCode');
  if (matcher?.match !== 'statusCode') return actual === expected.status;
  if (typeof matcher.status !== 'string') return matcher.status.includes(actual);
  const [from, to] = CLASSES[matcher.status] ?? [expected.status, expected.status];
  return actual >= from && actual <= to;
}

const plain = (value: string): string => value.toLowerCase().replace(/\s*([,;])\s*/g, '$1');

/** A content type without parameters is met by the same type with parameters, such as a charset. */
function headerFits(name: string, expected: string, actual: string): boolean {
  if (name === 'content-type' && !expected.includes(';')) return plain(actual).split(';')[0] === plain(expected);
  return plain(actual) === plain(expected);
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
      const problem = matcherProblem(matcher, expected, actual);
      return problem === undefined ? [] : [{ path, message: problem }];
    });
  });
}

function bodyMismatches(response: Interaction['response'], body: string): readonly Mismatch[] {
  if (response.body === undefined) return [];
  if (typeof response.body === 'string' && !(response.headers['content-type'] ?? '').includes('json')) {
    const rule = ruleAt(response.rules.body, []);
    const problems = rule?.matchers.map((matcher) => matcherProblem(matcher, response.body, body)) ?? [
      body === response.body ? undefined : 'is another text',
    ];
    return problems.filter((problem) => problem !== undefined).map((message) => ({ path: ['body'], message }));
  }
  try {
    const found = matchBody(response.rules.body, response.body, JSON.parse(body));
    return found.map(({ path, message }) => ({ path: ['body', ...path], message }));
  } catch {
    return [{ path: ['body'], message: `must be JSON, and is ${JSON.stringify(body.slice(0, 120))}` }];
  }
}

/** Everything in an answer that is not as the interaction says: status, headers, body. */
export function matchResponse({ response }: Interaction, actual: Actual): readonly Mismatch[] {
  const status = statusFits(response, actual.status)
    ? []
    : [{ path: ['status'], message: `must be ${response.status}, and is ${actual.status}` }];
  return [...status, ...headerMismatches(response, actual.headers), ...bodyMismatches(response, actual.body)];
}
