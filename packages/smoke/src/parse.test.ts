import { describe, expect, test } from '@jest/globals';
import { Failure } from '@slipway/failure';
import { parseSuite } from './parse.ts';

function problems(text: string, given: readonly string[] = []): readonly [string, number | undefined][] {
  try {
    parseSuite('smoke.yml', text, given);
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problems.map(({ code, location }) => [code, location?.line]);
  }
}

describe('a suite', () => {
  test('is read with everything that it can say', () => {
    const suite = parseSuite(
      'smoke.yml',
      `version: 1
parallel: 2
retry: { on: [refused, 503], withinMs: 9000 }
setup:
  - name: log in
    post: /login
    form: { user: smoke, tries: 1 }
    capture:
      token: { json: $.token, secret: true }
requests:
  - name: list
    get: /orders
    query: { limit: 5 }
    headers: { authorization: 'Bearer {{token}}' }
    repeat: 3
    expect: { status: [200, 2xx], percentiles: { p95: 300 } }
cleanup:
  - name: log out
    delete: /login/{{token}}
`,
    );
    expect(suite).toMatchObject({ parallel: 2, retry: { on: ['refused', 503], withinMs: 9000 } });
    expect(suite.setup[0]).toMatchObject({ method: 'POST', path: '/login', body: { form: { user: 'smoke', tries: '1' } } });
    expect(suite.requests[0]).toMatchObject({ query: { limit: '5' }, repeat: 3, follow: 0 });
    expect(suite.requests[0]?.locate(['expect', 'percentiles', 'p95'])).toMatchObject({ file: 'smoke.yml', line: 16 });
    expect(suite.cleanup[0]?.expect).toEqual({ status: 200 });
  });

  test('tells all its mistakes at once, each on its line', () => {
    const text = `version: 1
requests:
  - name: a
    get: /
    body: x
    form: { y: z }
    expect:
      matches: '('
      headers:
        etag: { matches: '(?=x)' }
      paths:
        '$..[': { exists: true }
        $.a: { matches: '[' }
      schema: { type: nonsense }
  - name: a
    get: /{{tokn}}
    capture:
      token: { json: $.a, header: b }
      9lives: { header: c }
  - name: c
    get: /
    group: other
    headers: { authorization: '{{token}}' }
    repeat: 2
    until: { withinMs: 1, everyMs: 1 }
  - name: d
    get: /
    expect: { percentiles: { p50: 1 } }
    capture:
      token: { regex: '(' }
`;
    expect(problems(text).toSorted((a, b) => (a[1] ?? 0) - (b[1] ?? 0))).toEqual([
      ['SUITE_BODY', 3],
      ['SUITE_PATTERN', 8],
      ['SUITE_PATTERN', 10],
      ['SUITE_JSONPATH', 12],
      ['SUITE_PATTERN', 13],
      ['SUITE_SCHEMA', 14],
      ['SUITE_NAME_TWICE', 15],
      ['SUITE_VALUE_UNKNOWN', 16],
      ['SUITE_CAPTURE', 18],
      ['SUITE_CAPTURE_NAME', 19],
      ['SUITE_VALUE_UNKNOWN', 23],
      ['SUITE_UNTIL', 25],
      ['SUITE_PERCENTILES', 28],
      ['SUITE_PATTERN', 30],
      ['SUITE_CAPTURE_TWICE', 30],
    ]);
  });

  test.each([
    ['no request', 'version: 1\nrequests: []\n', 'CONFIG_INVALID'],
    ['no list of requests', 'version: 1\n', 'CONFIG_MISSING_KEY'],
    ['nothing', '', 'CONFIG_INVALID'],
    ['a key twice', 'version: 1\nrequests: [{ name: a, get: /, get: /b }]\n', 'YAML_SYNTAX'],
    [
      'a trouble that does not pass',
      'version: 1\nretry: { on: [500], withinMs: 1 }\nrequests: [{ name: a, get: / }]\n',
      'CONFIG_INVALID',
    ],
    ['a name of setup again', 'version: 1\nsetup: [{ name: a, get: / }]\nrequests: [{ name: a, get: / }]\n', 'SUITE_NAME_TWICE'],
    ['an unknown key', 'version: 1\nrequests: [{ name: a, get: /, expect: { stat: 1 } }]\n', 'CONFIG_UNKNOWN_KEY'],
    ['a request that is no mapping', 'version: 1\nrequests: [3]\n', 'SUITE_METHOD'],
  ])('of %s is refused', (_, text, code) => {
    expect(problems(text).map(([each]) => each)).toContain(code);
  });

  test('may use what is given from outside, and cleanup what any group captured', () => {
    const text = `version: 1
requests:
  - { name: a, get: '/{{KEY}}', group: x, capture: { id: { json: $.id } } }
cleanup:
  - { name: b, delete: '/{{ id }}' }
`;
    expect(problems(text, ['KEY'])).toEqual([]);
    expect(problems(text)).toEqual([['SUITE_VALUE_UNKNOWN', 3]]);
  });
});
