import type { Case } from './oracle.ts';

/** Rules by their path expressions. */
export type Rules = Readonly<Record<string, object>>;
/** A version of the format. */
export type Version = Case['version'];

/** A rule of one or several matchers. */
export const rule = (...matchers: object[]): object => ({ combine: 'AND', matchers });

/** Cases that differ only in the body that the provider answers with. */
export function bodies(
  name: string,
  expected: unknown,
  rules: Rules,
  actual: readonly string[],
  type = 'application/json',
  version: Version = '4.0',
): readonly Case[] {
  const wrapped = version === '4.0';
  const body = wrapped ? { contentType: type, encoded: false, content: expected } : expected;
  const headers = { 'content-type': wrapped ? [type] : type };
  return actual.map((text, index) => ({
    name: `${name} ${index}`,
    version,
    expected: { status: 200, headers, body, matchingRules: { body: rules } },
    actual: { status: 200, headers: { 'content-type': type }, body: text },
  }));
}
