/** One flag of an instruction, such as `--from=build`. */
export interface Flag {
  readonly name: string;
  readonly value: string;
}

/** One instruction of a Dockerfile, as it is written: nothing in it is expanded. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  readonly flags: readonly Flag[];
  /** What stands after keyword and flags, on one line. */
  readonly rest: string;
  /** Of its first line, from 1. */
  readonly line: number;
  /** The markers of its here-documents, as they stand in `rest`. */
  readonly heredocs: readonly string[];
}

/** A Dockerfile as a list of instructions. */
export interface DockerfileSource {
  /** The frontend that `# syntax=` names. */
  readonly syntax?: string;
  readonly instructions: readonly Instruction[];
  /** What cannot be read with certainty. */
  readonly doubts: readonly { readonly line: number; readonly reason: string }[];
}

const DIRECTIVE = /^#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/;
const FLAG = /^--([A-Za-z0-9-]+)(?:=("[^"]*"|'[^']*'|\S*))?(?=\s|$)\s*/;
const WITH_HEREDOCS = ['ADD', 'COPY', 'RUN', 'ONBUILD'];

/** Directives stand before anything else; the first line that is none ends them. */
function directivesOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = DIRECTIVE.exec(line.trim()) ?? [];
    if (name === undefined || value === undefined) break;
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value);
  }
  return found;
}

/** The shell words of a text, quotes kept: `<<EOF` inside quotes is no here-document. */
function shellWords(text: string): readonly string[] {
  return text.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
}

function isHeredoc(word: string): boolean {
  return /^\d*<<-?[^<\s]+$/.test(word);
}

function heredocsOf(keyword: string, rest: string): readonly string[] {
  if (!WITH_HEREDOCS.includes(keyword) || rest.startsWith('[')) return [];
  return shellWords(rest).filter(isHeredoc);
}

const nameOf = (marker: string): string => marker.replace(/^\d*<<-?/, '').replaceAll(/["'\\]/g, '');

function split(text: string): Pick<Instruction, 'keyword' | 'flags' | 'rest'> {
  const [, word = '', after = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const flags: Flag[] = [];
  let rest = after;
  for (let found = FLAG.exec(rest); found !== null; found = FLAG.exec(rest)) {
    flags.push({ name: found[1] ?? '', value: (found[2] ?? '').replaceAll(/^["']|["']$/g, '') });
    rest = rest.slice(found[0].length);
  }
  return { keyword: word.toUpperCase(), flags, rest: rest.trim() };
}

class Reader {
  readonly #lines: readonly string[];
  readonly #continued: RegExp;
  #at = 0;

  constructor(lines: readonly string[], sign: string) {
    this.#lines = lines;
    this.#continued = sign === '`' ? /`[ \t]*$/ : /\\[ \t]*$/;
  }

  #isRemark(line: string): boolean {
    return /^\s*(#.*)?$/.test(line);
  }

  /** The next instruction's text on one line and the number of its first line; undefined at the end. */
  next(): { readonly text: string; readonly line: number } | undefined {
    while (this.#at < this.#lines.length && this.#isRemark(this.#lines[this.#at] ?? '')) this.#at++;
    if (this.#at >= this.#lines.length) return undefined;
    const line = this.#at + 1;
    let text = '';
    while (this.#at < this.#lines.length) {
      const raw = this.#lines[this.#at++] ?? '';
      // Inside a continued instruction, remarks and blank lines are dropped and do not end it.
      if (text !== '' && this.#isRemark(raw)) continue;
      text += raw.replace(this.#continued, '');
      if (!this.#continued.test(raw)) break;
      text += ' ';
    }
    return { text: text.trim(), line };
  }

  /** Passes over a here-document; false when nothing ends it. */
  skipHeredoc(marker: string): boolean {
    const tabs = /^\d*<<-/.test(marker);
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at++] ?? '';
      if ((tabs ? line.replace(/^\t+/, '') : line) === nameOf(marker)) return true;
    }
    return false;
  }
}

/**
 * Reads a Dockerfile the way BuildKit's parser does: directives, continued lines, remarks, flags and here-documents.
 *
 * @returns what can be read, and a doubt for each place that cannot be read with certainty; it never throws.
 */
export function parseDockerfile(text: string): DockerfileSource {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const directives = directivesOf(lines);
  const reader = new Reader(lines, directives.get('escape') ?? '\\');
  const instructions: Instruction[] = [];
  const doubts: { line: number; reason: string }[] = [];
  for (let found = reader.next(); found !== undefined; found = reader.next()) {
    const { line } = found;
    const parts = split(found.text);
    const heredocs = heredocsOf(parts.keyword, parts.rest);
    instructions.push({ ...parts, line, heredocs });
    for (const marker of heredocs)
      if (!reader.skipHeredoc(marker)) doubts.push({ line, reason: `nothing ends the here-document ${marker}` });
  }
  const syntax = directives.get('syntax');
  return { ...(syntax !== undefined && { syntax }), instructions, doubts };
}
