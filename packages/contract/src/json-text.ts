import { parseExactJson } from './exact-json.ts';
import type { Tree } from './tree.ts';

/**
 * The content of a body of version 4, which may be JSON written as a text (`encoded: "JSON"`).
 *
 * A text that is no JSON stays one, so that what is answered instead is told.
 *
 * @param form with its numbers as JavaScript has them, or as they are written.
 */
export function contentOf({ content, encoded }: Tree, form: 'plain' | 'exact'): unknown {
  if (typeof content !== 'string' || !/^json$/i.test(String(encoded))) return content;
  const read = parseExactJson(content);
  if ('problem' in read) return content;
  return form === 'exact' ? read.value : (JSON.parse(content) as unknown);
}
