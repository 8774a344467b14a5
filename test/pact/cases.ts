import { documents, others } from './document-cases.ts';
import { headers, statuses } from './head-cases.ts';
import type { Case } from './oracle.ts';
import { lists, objects } from './part-cases.ts';
import { moments, scalars, texts, VALUES } from './value-cases.ts';

/** The older ways to write the same rules. */
function olderVersions(): readonly Case[] {
  const actual = VALUES.map((value) => `{"a":${value}}`);
  const older = (name: string, rules: object, example: unknown): readonly Case[] =>
    actual.map((text, index) => ({
      name: `version 2 ${name} ${index}`,
      version: '2.0.0',
      expected: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { a: example }, matchingRules: rules },
      actual: { status: 200, headers: { 'content-type': 'application/json' }, body: text },
    }));
  return [
    ...older('type', { '$.body.a': { match: 'type' } }, 'abc'),
    ...older('pattern', { '$.body.a': { match: 'regex', regex: '\\d+' } }, '1'),
    ...older('min', { '$.body.a': { min: 1 } }, [1]),
    ...older('min and type', { '$.body.a': { match: 'type', min: 1 }, '$.body.a[*].*': { match: 'type' } }, [{ b: 1 }]),
  ];
}

/** Every case, always the same ones. */
export function allCases(): readonly Case[] {
  return [
    ...scalars(),
    ...texts(),
    ...moments(),
    ...lists(),
    ...objects(),
    ...documents(),
    ...others(),
    ...statuses(),
    ...headers(),
    ...olderVersions(),
  ];
}
