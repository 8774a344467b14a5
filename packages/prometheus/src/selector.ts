import type { Problem } from '@slipway/failure';

const SELECTOR = /^[a-zA-Z_:][\w:]*(\{.*\})?$|^\{.*\}$/s;

/**
 * Whether a text is the plain selector of a counter, such as `http_requests_total{job="x"}`, and no expression around one.
 *
 * @param name the input, as its user writes it
 */
export function selectorProblems(name: string, selector: string | undefined): readonly Problem[] {
  if (selector === undefined || SELECTOR.test(selector)) return [];
  const message = `"${name}" is not a plain selector of a counter.`;
  const remedy = 'Write the counter alone, such as http_requests_total{job="x"}: rates are counted from its raw samples.';
  return [{ code: 'INPUTS_CONTRADICT', message, remedy }];
}

/** A selector that a matcher is put into beside those that it has, such as `a{b="c"}` and `d="e"`. */
export function withMatcher(selector: string, matcher: string): string {
  const [, name = '', inner = ''] = /^([^{]*)(?:\{(.*)\})?$/s.exec(selector) ?? [];
  const matchers = [inner.trim().replace(/,$/, ''), matcher].filter((part) => part !== '');
  return `${name}{${matchers.join(',')}}`;
}
