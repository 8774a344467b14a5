/** Lines that a commit added to a file, in one piece. */
export interface Addition {
  readonly commit: string;
  readonly file: string;
  /** The line of the file at which the piece begins, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The line before each commit; a content can never hold it, for every line of a patch begins with another character. */
const COMMIT = /^commit ([0-9a-f]{40,64})$/;
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
};

/** A path as git writes it: in quotes, with escapes and bytes in octal, when it has something else than letters in it. */
function pathOf(written: string): string | undefined {
  const plain = written.replace(/\t$/, '');
  if (plain === '/dev/null') return undefined;
  if (!plain.startsWith('"')) return plain.replace(/^b\//, '');
  const bytes = plain
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      /^[0-7]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    );
  return Buffer.from(bytes, 'latin1').toString('utf8').replace(/^b\//, '');
}

/**
 * The lines that commits add, from `git log -p --unified=0 --format=commit %H`.
 *
 * Lines are counted by what each hunk's head says, so that a line that looks like a head of its own is what it is: content.
 */
export function* additionsIn(patch: string): Generator<Addition> {
  let [commit, file] = ['', undefined as string | undefined];
  let [removed, added, line] = [0, 0, 0];
  let piece: string[] = [];
  for (const each of patch.split('\n')) {
    if (removed > 0 || added > 0) {
      if (each.startsWith('-')) removed -= 1;
      else if (each.startsWith('+')) {
        added -= 1;
        piece.push(each.slice(1));
      }
      if (removed > 0 || added > 0) continue;
      if (piece.length > 0 && file !== undefined) yield { commit, file, line, text: piece.join('\n') };
      piece = [];
      continue;
    }
    const [, before = '1', start, after = '1'] = HUNK.exec(each) ?? [];
    if (start !== undefined) [removed, added, line] = [Number(before), Number(after), Number(start)];
    else if (each.startsWith('+++ ')) file = pathOf(each.slice(4));
    else if (each.startsWith('diff --git ')) file = undefined;
    else commit = COMMIT.exec(each)?.[1] ?? commit;
  }
}
