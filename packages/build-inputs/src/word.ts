/** The value of a variable: null when it is surely not set, undefined when that cannot be told from the Dockerfile. */
export type Lookup = (name: string) => string | null | undefined;

const BRACED = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-+?])(.*))?$/s;

/** The index of the brace that closes the one before `start`; -1 when none does. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith('${', at)) depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function braced(content: string, lookup: Lookup): string | undefined {
  const [, name, operator, operand = ''] = BRACED.exec(content) ?? [];
  // Patterns (`${x#y}`, `${x/y/z}`) are not worked out: whoever asks must then expect anything.
  if (name === undefined) return undefined;
  const value = lookup(name);
  if (value === undefined) return undefined;
  if (operator === undefined) return value ?? '';
  const there = value !== null && (value !== '' || !operator.startsWith(':'));
  if (operator.endsWith('+')) return there ? expandWord(operand, lookup) : '';
  return there ? value : expandWord(operand, lookup);
}

function plain(name: string, lookup: Lookup): string | undefined {
  // A dollar with no name behind it is only a dollar.
  if (name === '') return '$';
  const value = lookup(name);
  return value === null ? '' : value;
}

/**
 * Expands one word of a Dockerfile: quotes, escapes, `$name`, `${name}`, `${name:-word}` and `${name:+word}`.
 *
 * @returns undefined when it holds a variable whose value cannot be told from the Dockerfile.
 */
export function expandWord(word: string, lookup: Lookup): string | undefined {
  let out = '';
  let quoted = false;
  for (let at = 0; at < word.length; at++) {
    const sign = word[at] ?? '';
    if (sign === "'" && !quoted) {
      const end = word.indexOf("'", at + 1);
      if (end < 0) return undefined;
      out += word.slice(at + 1, end);
      at = end;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === '\\') out += word[++at] ?? '';
    else if (sign !== '$') out += sign;
    else {
      const inBraces = word[at + 1] === '{';
      const end = inBraces ? closing(word, at + 2) : at + 1 + (/^\w*/.exec(word.slice(at + 1))?.[0].length ?? 0);
      if (end < 0) return undefined;
      const value = inBraces ? braced(word.slice(at + 2, end), lookup) : plain(word.slice(at + 1, end), lookup);
      if (value === undefined) return undefined;
      out += value;
      at = inBraces ? end : end - 1;
    }
  }
  return quoted ? undefined : out;
}

/** The `NAME=value` pairs of an ARG or ENV instruction, values as written; a name alone has no value. */
export function pairsOf(rest: string): readonly { readonly name: string; readonly value?: string }[] {
  const words = rest.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
  return words.map((word) => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    return name === undefined || value === undefined ? { name: word } : { name, value };
  });
}

/** The words of COPY, ADD and VOLUME: a JSON list, or words between blanks, in which quotes do not hold blanks together. */
export function listOf(rest: string): readonly string[] {
  if (rest.startsWith('['))
    try {
      const value = JSON.parse(rest) as unknown;
      if (Array.isArray(value) && value.every((each): each is string => typeof each === 'string')) return value;
    } catch {
      // Not JSON: then it is words, as for the engine.
    }
  return rest.split(/[\t\v\f ]+/).filter((word) => word !== '');
}
