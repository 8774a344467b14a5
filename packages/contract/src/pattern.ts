import { RE2JS } from 're2js';
import safe from 'safe-regex2';

/** A pattern of a contract, compiled. */
export interface Pattern {
  test(text: string): boolean;
}

/** `(?i)` and the like as flags of JavaScript, which knows them only there. */
function withBacktracking(pattern: string): RegExp {
  const [prefix = '', flags = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
  const source = pattern
    .slice(prefix.length)
    .replace(/\\A/g, '(?<![\\s\\S])')
    .replace(/\\[zZ]/g, '(?![\\s\\S])');
  // Alone first: an open bracket would swallow the anchors. They are not ^ and $, which the flag m lets fit one line.
  const alone = new RegExp(source, flags);
  if (!safe(alone)) throw new SyntaxError('it may take forever on some texts: it repeats a repetition');
  return new RegExp(`(?<![\\s\\S])(?:${source})(?![\\s\\S])`, flags);
}

const compiled = new Map<string, Pattern>();

/**
 * Compiles a contract's pattern as Pact's own engine reads it: it must fit the whole text, `(?i)` may stand first, and
 * `\A`, `\z` and `[[:alpha:]]` mean what they mean there.
 *
 * A consumer chose the pattern and a provider the text, and a backtracking engine may take years for thirty letters; so
 * patterns run in time linear to the text. Look-around and back references cannot: they go to JavaScript's own engine,
 * unless a repetition within a repetition would let that run away.
 *
 * @throws SyntaxError when it is no pattern, or one that cannot be bounded.
 */
export function compilePattern(pattern: string): Pattern {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const made = compile(pattern);
  compiled.set(pattern, made);
  return made;
}

function compile(pattern: string): Pattern {
  try {
    const linear = RE2JS.compile(pattern);
    return { test: (text) => linear.matches(text) };
  } catch (error) {
    const lookaround = /\(\?(?:<?[=!]|>)|\\[1-9]|\\k</.test(pattern);
    if (!lookaround) throw new SyntaxError(error instanceof Error ? error.message : String(error), { cause: error });
    return withBacktracking(pattern);
  }
}
