import type { Problem } from '@slipway/failure';
import { pathMistake } from './json-path.ts';
import { schemaJudge } from './json-schema.ts';
import type { Draft } from './mistakes.ts';
import { compilePattern } from './pattern.ts';
import type { Capture, Expectation, PathRule } from './suite.ts';

type Path = readonly (string | number)[];

const entriesOf = <T>(value: Readonly<Record<string, T>> | undefined): readonly (readonly [string, T])[] =>
  Object.entries((Object(value ?? {}) as Record<string, T>) ?? {});

/** Why something throws; undefined when it does not. */
function complaint(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function pattern(draft: Draft, at: Path, value: unknown): readonly Problem[] {
  const why = typeof value === 'string' ? complaint(() => compilePattern(value)) : undefined;
  if (why === undefined) return [];
  const message = `${draft.label} has the pattern ${JSON.stringify(value)}, which cannot be read: ${why}.`;
  const remedy = 'Patterns are those of RE2: no look-around, no back reference.';
  return [{ code: 'SUITE_PATTERN', message, remedy, location: draft.locate(at) }];
}

function path(draft: Draft, at: Path, value: unknown): readonly Problem[] {
  const why = typeof value === 'string' ? pathMistake(value) : undefined;
  if (why === undefined) return [];
  const message = `${draft.label} has the JSONPath ${JSON.stringify(value)}, which cannot be read: ${why}.`;
  return [{ code: 'SUITE_JSONPATH', message, remedy: 'Write it like $.items[0].id (RFC 9535).', location: draft.locate(at) }];
}

function schema(draft: Draft, value: unknown): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  const why = complaint(() => schemaJudge(value as Readonly<Record<string, unknown>>));
  if (why === undefined) return [];
  const message = `${draft.label} has a JSON Schema that cannot be read: ${why}.`;
  return [{ code: 'SUITE_SCHEMA', message, location: draft.locate(['expect', 'schema']) }];
}

function captureParts(draft: Draft): readonly Problem[] {
  return entriesOf<Capture>(draft.request.capture).flatMap(([name, raw]) => {
    const capture = Object(raw) as Capture;
    const at = ['capture', name];
    const ways = (['json', 'header', 'regex'] as const).filter((way) => capture[way] !== undefined);
    const message = `The value "${name}" is captured in ${ways.length} ways; expected exactly one of json, header, regex.`;
    return [
      ...(ways.length === 1 ? [] : [{ code: 'SUITE_CAPTURE', message, location: draft.locate(at) }]),
      ...path(draft, [...at, 'json'], capture.json),
      ...pattern(draft, [...at, 'regex'], capture.regex),
    ];
  });
}

function expectParts(draft: Draft): readonly Problem[] {
  const expect = Object(draft.request.expect ?? {}) as Expectation;
  return [
    ...pattern(draft, ['expect', 'matches'], expect.matches),
    ...schema(draft, expect.schema),
    ...entriesOf(expect.headers).flatMap(([name, rule]) =>
      typeof rule === 'object' && rule !== null ? pattern(draft, ['expect', 'headers', name, 'matches'], rule.matches) : [],
    ),
    ...entriesOf<PathRule>(expect.paths).flatMap(([key, rule]) => [
      ...path(draft, ['expect', 'paths', key], key),
      ...pattern(draft, ['expect', 'paths', key, 'matches'], (Object(rule) as PathRule).matches),
    ]),
  ];
}

function repeatParts({ request, label, locate }: Draft): readonly Problem[] {
  const problems: Problem[] = [];
  const expect = Object(request.expect ?? {}) as Expectation;
  if (expect.percentiles !== undefined && (request.repeat ?? 1) < 2) {
    const message = `${label} limits percentiles of a single answer.`;
    problems.push({
      code: 'SUITE_PERCENTILES',
      message,
      remedy: 'Say how often with "repeat".',
      location: locate(['expect', 'percentiles']),
    });
  }
  if (request.until !== undefined && (request.repeat ?? 1) > 1) {
    const message = `${label} has "until" and "repeat"; expected one of them.`;
    problems.push({ code: 'SUITE_UNTIL', message, location: locate(['until']) });
  }
  return problems;
}

/** What is wrong with patterns, paths, schemas, captures and repetition of a request. */
export function partMistakes(draft: Draft): readonly Problem[] {
  return [...captureParts(draft), ...expectParts(draft), ...repeatParts(draft)];
}
