import { rule } from './bodies.ts';
import type { Case } from './oracle.ts';

const head = (name: string, expected: object, status: number, headers: Record<string, string> = {}): Case => ({
  name,
  version: '4.0',
  expected,
  actual: { status, headers, body: '' },
});

const CLASSES = ['success', 'clientError', 'serverError', 'error', 'nonError', 'redirect', 'info'];

/** Statuses, and classes of them. */
export function statuses(): readonly Case[] {
  const byClass = (status: string): object => ({ matchingRules: { status: { matchers: [{ match: 'statusCode', status }] } } });
  return [
    ...[200, 201, 404].flatMap((status) =>
      [200, 204, 301, 404, 500].map((actual) => head(`status ${status} ${actual}`, { status }, actual)),
    ),
    ...CLASSES.flatMap((name) =>
      [200, 302, 404, 500].map((actual) => head(`status ${name} ${actual}`, { status: 200, ...byClass(name) }, actual)),
    ),
  ];
}

const HEADERS = ['1', 'abc', 'abc;q=1', 'a, b', 'a,b', 'A, B', 'b, a'];
const TYPES = ['application/json', 'application/json; charset=utf-8', 'application/json;charset=UTF-8', 'text/plain'];

/** Headers. */
export function headers(): readonly Case[] {
  const pattern = { matchingRules: { header: { 'X-A': rule({ match: 'regex', regex: '\\d+' }) } } };
  return [
    ...['abc', 'a, b', '1'].flatMap((value) =>
      HEADERS.map((actual) => head(`header ${value}`, { status: 200, headers: { 'X-A': [value] } }, 200, { 'x-a': actual })),
    ),
    ...TYPES.slice(0, 2).flatMap((value) =>
      TYPES.map((type) =>
        head(`type ${value}`, { status: 200, headers: { 'Content-Type': [value] } }, 200, { 'content-type': type }),
      ),
    ),
    ...HEADERS.map((actual) =>
      head('header by pattern', { status: 200, headers: { 'X-A': ['1'] }, ...pattern }, 200, { 'x-a': actual }),
    ),
    head('header that is missing', { status: 200, headers: { 'X-A': ['1'] } }, 200),
  ];
}
