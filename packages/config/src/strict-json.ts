import { Failure } from '@slipway/failure';
import { jsonSource } from './json-source.ts';
import { checkSize } from './limits.ts';
import { linesOf } from './lines.ts';
import type { SourceDocument } from './source-document.ts';

/**
 * Parses a text that must be JSON and nothing else, with the place of every value.
 *
 * @throws Failure JSON_SYNTAX with the line, and what `parseSource` throws of JSON.
 */
export function parseJson(file: string, given: string): SourceDocument {
  const text = given.replace(/^\uFEFF/, '');
  checkSize(file, text, 'JSON');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(why)?.[1] ?? String(text.length);
    const message = `This is not valid JSON: ${why.replace(/ in JSON at .*/s, '').slice(0, 120)}.`;
    throw new Failure({ code: 'JSON_SYNTAX', message, location: linesOf(file, text)(Number(offset)) });
  }
  return jsonSource(file, text, value);
}
