import { jsonpath } from 'json-p3';

/**
 * The values that a JSONPath (RFC 9535) selects, in the order of the document.
 *
 * @throws Error when it is no such path.
 */
export function select(path: string, value: unknown): readonly unknown[] {
  return jsonpath.query(path, value as never).values();
}

/** Why a text is no JSONPath; undefined when it is one. */
export function pathMistake(path: string): string | undefined {
  try {
    jsonpath.compile(path);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
