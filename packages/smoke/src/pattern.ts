import { RE2JS } from 're2js';

/**
 * Finds a pattern anywhere in a text: the groups, the whole first; undefined when it does not fit.
 *
 * The pattern is RE2's, which takes time linear to the text: the text comes from a service.
 *
 * @throws SyntaxError when it is no such pattern.
 */
export function find(pattern: string, text: string): readonly string[] | undefined {
  const matcher = compilePattern(pattern).matcher(text);
  if (!matcher.find()) return undefined;
  return Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? '');
}

const compiled = new Map<string, RE2JS>();

/** @throws SyntaxError when it is no pattern of RE2. */
export function compilePattern(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  try {
    const made = RE2JS.compile(pattern);
    compiled.set(pattern, made);
    return made;
  } catch (cause) {
    throw new SyntaxError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
