import { RE2JS } from 're2js';

const compiled = new Map<string, RE2JS | undefined>();

function compile(pattern: string): RE2JS | undefined {
  if (!compiled.has(pattern)) {
    let made: RE2JS | undefined;
    try {
      made = RE2JS.compile(pattern);
    } catch {
      made = undefined;
    }
    compiled.set(pattern, made);
  }
  return compiled.get(pattern);
}

/**
 * Whether a text has a match of the pattern; undefined when that cannot be told in bounded time.
 *
 * A description's author chooses both pattern and text, and JavaScript's own engine may take years for thirty letters. This one
 * is linear in the text; it knows neither look-around nor back references, and for those there is no answer.
 */
export function matches(pattern: string, text: string): boolean | undefined {
  return compile(pattern)?.matcher(text).find();
}
