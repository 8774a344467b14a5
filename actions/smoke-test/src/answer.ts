import type { Expectation, SuiteRequest } from './suite.ts';

/** What came back for a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly ms: number;
}

/** One expectation that an answer did not meet. */
export interface Mismatch {
  /** The expectation's path in the suite, such as `json.status`. */
  readonly expectation: string;
  readonly message: string;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonMismatches(expected: unknown, actual: unknown, path: string): readonly Mismatch[] {
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([key, value]) => jsonMismatches(value, actual[key], `${path}.${key}`));
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((value, index) => jsonMismatches(value, actual[index], `${path}.${index}`));
  }
  if (expected === actual) return [];
  return [{ expectation: path, message: `expected ${path} to be ${shown(expected)}, got ${shown(actual)}` }];
}

function bodyMismatches(expect: Expectation, answer: Answer): readonly Mismatch[] {
  const wrong: Mismatch[] = [];
  if (expect.body !== undefined && !answer.body.includes(expect.body)) {
    wrong.push({ expectation: 'body', message: `expected the body to hold ${shown(expect.body)}, got ${shown(answer.body)}` });
  }
  if (expect.json !== undefined) {
    try {
      wrong.push(...jsonMismatches(expect.json, JSON.parse(answer.body), 'json'));
    } catch {
      wrong.push({ expectation: 'json', message: `expected a JSON body, got ${shown(answer.body)}` });
    }
  }
  return wrong;
}

/** Every expectation of the request that its answer does not meet. */
export function judgeAnswer(
  request: SuiteRequest,
  answer: Answer,
  version?: { header: string; expected: string },
): readonly Mismatch[] {
  const { expect } = request;
  const wrong: Mismatch[] = [];
  if (expect.status !== undefined && answer.status !== expect.status) {
    wrong.push({
      expectation: 'status',
      message: `expected status ${expect.status}, got ${answer.status} with the body ${shown(answer.body)}`,
    });
  }
  for (const [name, value] of Object.entries(expect.headers ?? {})) {
    const actual = answer.headers[name.toLowerCase()];
    if (actual !== value)
      wrong.push({
        expectation: `headers.${name}`,
        message: `expected header ${name} to be ${shown(value)}, got ${shown(actual)}`,
      });
  }
  if (expect.withinMs !== undefined && answer.ms > expect.withinMs) {
    wrong.push({ expectation: 'withinMs', message: `expected an answer within ${expect.withinMs} ms, it took ${answer.ms} ms` });
  }
  const actual = version && answer.headers[version.header.toLowerCase()];
  if (version && actual !== version.expected) {
    const got = actual === undefined ? `no ${version.header} header` : shown(actual);
    wrong.push({ expectation: '', message: `expected version ${shown(version.expected)}, got ${got}` });
  }
  return [...wrong, ...bodyMismatches(expect, answer)];
}
