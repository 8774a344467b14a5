import { parseConfig, parseSource, type SourceDocument } from '@slipway/config';
import { Failure, failWhen } from '@slipway/failure';
import { type Given, type Section, suiteMistakes } from './mistakes.ts';
import { METHODS, type RawRequest, type RawSuite, SUITE } from './schema.ts';
import type { Method, Suite, SuiteRequest } from './suite.ts';

const texts = (scalars: Readonly<Record<string, string | number | boolean>> | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(scalars ?? {}).map(([name, value]) => [name, String(value)]));

function bodyOf({ body, json, form }: RawRequest): SuiteRequest['body'] {
  if (body !== undefined) return { text: body };
  if (json !== undefined) return { json };
  return form === undefined ? undefined : { form: texts(form) };
}

function requestOf(raw: RawRequest, section: Section, index: number, source: SourceDocument): SuiteRequest {
  const method = METHODS.find((each) => raw[each] !== undefined) ?? 'get';
  const body = bodyOf(raw);
  return {
    name: raw.name,
    method: method.toUpperCase() as Uppercase<Method>,
    path: raw[method] ?? '/',
    query: texts(raw.query),
    headers: raw.headers ?? {},
    ...(body !== undefined && { body }),
    group: raw.group ?? '',
    ...(raw.timeoutMs !== undefined && { timeoutMs: raw.timeoutMs }),
    follow: raw.follow ?? 0,
    repeat: raw.repeat ?? 1,
    weight: raw.weight ?? (method === 'get' || method === 'head' ? 1 : 0),
    capture: raw.capture ?? {},
    ...(raw.retry !== undefined && { retry: raw.retry }),
    ...(raw.until !== undefined && { until: raw.until }),
    // A request without expectations still has one: that the service did not fail.
    expect: raw.expect ?? { status: 200 },
    location: source.locate([section, index]),
    locate: (path) => source.locate([section, index, ...path]),
  };
}

function read(file: string, text: string, given: Given): { value: RawSuite; source: SourceDocument } {
  const problems = suiteMistakes(parseSource(file, text), given);
  try {
    const parsed = parseConfig(file, text, SUITE);
    failWhen(problems);
    return parsed;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure([...new Set([...error.problems, ...problems])], { cause: error });
  }
}

/**
 * Parses a suite of requests.
 *
 * @param given the names of values that come from outside the suite; with `any`, no placeholder is unknown
 * @throws Failure with every problem, each on its line: what parseConfig says of its shape, and SUITE_METHOD, SUITE_PATH,
 * SUITE_BODY, SUITE_NAME_TWICE, SUITE_PATTERN, SUITE_JSONPATH, SUITE_SCHEMA, SUITE_CAPTURE, SUITE_CAPTURE_NAME,
 * SUITE_CAPTURE_TWICE, SUITE_VALUE_UNKNOWN, SUITE_PERCENTILES, SUITE_UNTIL.
 */
export function parseSuite(file: string, text: string, given: Given = []): Suite {
  const { value, source } = read(file, text, given);
  const section = (name: Section) => (value[name] ?? []).map((raw, index) => requestOf(raw, name, index, source));
  return {
    setup: section('setup'),
    requests: section('requests'),
    cleanup: section('cleanup'),
    parallel: value.parallel ?? 4,
    ...(value.retry !== undefined && { retry: value.retry }),
  };
}
