/** Character classes that Pact's own engine knows by name and JavaScript does not. */
const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  xdigit: '0-9a-fA-F',
  space: '\\s',
  word: '\\w',
};

const hex = (character: string): string => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;

function translateEscape(character: string): string {
  if (character === 'A') return '(?<![\\s\\S])';
  if (character === 'z' || character === 'Z') return '(?![\\s\\S])';
  // JavaScript refuses an escape that needs none, such as `\-`; Pact's engine does not.
  return /[!-/:-@[-`{-~]/.test(character) ? hex(character) : `\\${character}`;
}

function translate(pattern: string): string {
  return pattern.replace(/\\([\s\S])|\[:(\w+):\]/g, (whole: string, escaped: string | undefined, name = '') =>
    escaped === undefined ? (CLASSES[name] ?? whole) : translateEscape(escaped),
  );
}

/**
 * Compiles a contract's pattern as Pact's own engine reads it: it must fit the whole text, `(?i)` may stand first, and
 * `\A`, `\z` and `[[:alpha:]]` mean what they mean there.
 *
 * @throws SyntaxError when it is no pattern.
 */
export function compilePattern(pattern: string): RegExp {
  const [prefix = '', flags = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
  const translated = translate(pattern.slice(prefix.length));
  const compile = (text: string): RegExp => {
    try {
      return new RegExp(text, `${flags}u`);
    } catch {
      return new RegExp(text, flags);
    }
  };
  // Alone first: an open bracket would swallow the anchors. They are not ^ and $, which the flag m lets fit one line.
  compile(translated);
  return compile(`(?<![\\s\\S])(?:${translated})(?![\\s\\S])`);
}
