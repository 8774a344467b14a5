import { type Answer, type Mismatch, textOf } from './answer.ts';
import { select } from './json-path.ts';
import { find } from './pattern.ts';
import type { Capture, SuiteRequest } from './suite.ts';

function jsonValue(path: string, answer: Answer): unknown {
  try {
    const [value, ...more] = select(path, JSON.parse(textOf(answer)));
    return more.length === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

function taken(capture: Capture, answer: Answer): unknown {
  if (capture.header !== undefined) return answer.headers[capture.header.toLowerCase()];
  if (capture.json !== undefined) return jsonValue(capture.json, answer);
  const groups = find(capture.regex ?? '', textOf(answer));
  return groups?.[1] ?? groups?.[0];
}

/** What a request's captures took from its answer. */
export interface Captured {
  readonly values: readonly { readonly name: string; readonly value: unknown; readonly secret: boolean }[];
  readonly mismatches: readonly Mismatch[];
}

/** Takes the values that a request captures. One that selects nothing, or a JSONPath that selects several, is a mismatch. */
export function captureAll({ capture }: SuiteRequest, answer: Answer): Captured {
  const all = Object.entries(capture).map(([name, rule]) => {
    return { name, value: taken(rule, answer), secret: rule.secret === true };
  });
  const missing = all.filter(({ value }) => value === undefined || value === null || value === '');
  return {
    values: all.filter((each) => !missing.includes(each)),
    mismatches: missing.map(({ name }) => ({
      at: ['capture', name],
      message: `expected one value to capture as ${name}, and the answer holds none`,
    })),
  };
}
