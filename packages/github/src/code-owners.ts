/** The places where GitHub looks for the file, in its order. */
export const CODE_OWNERS_FILES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** A larger file is not loaded, and then nobody owns anything. */
export const CODE_OWNERS_MOST_BYTES = 3 * 1024 * 1024;

/** A line of the file that GitHub passes over, and why. */
export interface PassedOver {
  readonly line: number;
  readonly reason: string;
}

/** Who owns what. */
export interface CodeOwners {
  /** The owners of a path, as the last line that matches it names them; none when nothing does, or that line names none. */
  ownersOf(path: string): readonly string[];
  readonly passedOver: readonly PassedOver[];
}

interface Entry {
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
}

const OWNER = /^(@[\w-]+(\/[\w.-]+)?|[^@\s]+@[^@\s]+\.[^@\s]+)$/;

/** The words of a line; a blank after a backslash belongs to its word, and a comment ends the line. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}

type Token = { readonly kind: 'letter'; readonly letter: string } | { readonly kind: 'one' } | { readonly kind: 'any' };

function tokensOf(step: string): readonly Token[] {
  return (step.match(/\\.|./gs) ?? []).map((text): Token => {
    if (text === '*') return { kind: 'any' };
    return text === '?' ? { kind: 'one' } : { kind: 'letter', letter: text.at(-1) ?? '' };
  });
}

/** Goes back to the last star only, so that no pattern takes more than the product of both lengths. */
function stepMatches(tokens: readonly Token[], text: string): boolean {
  let [at, letter] = [0, 0];
  let star: { readonly at: number; readonly letter: number } | undefined;
  while (letter < text.length) {
    const token = tokens[at];
    if (token?.kind === 'any') {
      star = { at: at++, letter };
    } else if (token?.kind === 'one' || (token?.kind === 'letter' && token.letter === text[letter])) {
      at++;
      letter++;
    } else {
      if (star === undefined) return false;
      star = { at: star.at, letter: star.letter + 1 };
      [at, letter] = [star.at + 1, star.letter];
    }
  }
  return tokens.slice(at).every(({ kind }) => kind === 'any');
}

/** The steps of a pattern from the root, where `**` stands for any number of steps. */
function stepsOf(pattern: string): readonly string[] {
  const steps = pattern.split('/').filter((step) => step !== '');
  // As in an ignore file, a slash before the end holds a pattern to the root.
  const anchored = pattern.slice(0, -1).includes('/');
  // `docs/*` is for the files of a folder and for none below it.
  const below = pattern.endsWith('/') ? ['*', '**'] : steps.length > 1 && steps.at(-1) === '*' ? [] : ['**'];
  return [...(anchored ? [] : ['**']), ...steps, ...below];
}

function patternOf(pattern: string): (path: string) => boolean {
  const steps = stepsOf(pattern).map((step) => (step === '**' ? undefined : tokensOf(step)));
  return (path) => {
    const parts = path.split('/');
    let reached: readonly number[] = [0];
    for (const step of steps) {
      const [first = Number.POSITIVE_INFINITY] = reached;
      reached =
        step === undefined
          ? Array.from({ length: Math.max(0, parts.length + 1 - first) }, (_, index) => first + index)
          : reached.filter((index) => index < parts.length && stepMatches(step, parts[index] ?? '')).map((index) => index + 1);
    }
    return reached.includes(parts.length);
  };
}

function unsupported(pattern: string): string | undefined {
  if (pattern.startsWith('!')) return 'a pattern cannot be negated with "!"';
  if (/[[\]]/.test(pattern.replace(/\\./g, ''))) return 'a pattern has no character ranges "[ ]"';
  return pattern.startsWith('\\#') ? 'a pattern cannot begin with "#"' : undefined;
}

/**
 * Reads a CODEOWNERS file.
 *
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function parseCodeOwners(text: string): CodeOwners {
  const entries: Entry[] = [];
  const passedOver: PassedOver[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [pattern, ...owners] = wordsOf(line);
    if (pattern === undefined) continue;
    const stranger = owners.find((owner) => !OWNER.test(owner));
    const reason = unsupported(pattern) ?? (stranger === undefined ? undefined : `"${stranger}" is no user, team or address`);
    if (reason === undefined) entries.push({ matches: patternOf(pattern), owners });
    else passedOver.push({ line: index + 1, reason });
  }
  return { passedOver, ownersOf: (path) => entries.findLast(({ matches }) => matches(path))?.owners ?? [] };
}
