import type { Exec } from '@slipway/system';

/** One file of a commit. */
export interface TreeEntry {
  /** Git's mode: 100644, 100755, 120000 for a link, 160000 for a submodule. */
  readonly mode: string;
  /** Git's id of the content, of a link's target, or of a submodule's commit. */
  readonly id: string;
}

/** The files of a checkout, as Git knows them; paths are from the repository's root. */
export interface SourceTree {
  /** Where the folder that was asked about lies in the repository; empty for its root, else with a slash at the end. */
  readonly prefix: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Files that are not on disk as the commit has them, or that the commit does not have. */
  readonly changed: readonly string[];
}

/** The tree of a checkout, or why it cannot be told. */
export type TreeReading = { readonly tree: SourceTree } | { readonly doubt: string };

const RECORD = /^(\S) (\d{6}) ([0-9a-f]+) (\d)\t(.+)$/s;

/** Parses what `git ls-files -v --stage -z` prints; `absent` are files that the checkout leaves out. */
export function parseIndex(text: string): {
  readonly entries: ReadonlyMap<string, TreeEntry>;
  readonly absent: readonly string[];
} {
  const entries = new Map<string, TreeEntry>();
  const absent: string[] = [];
  for (const record of text.split('\0')) {
    const [, tag = '', mode = '', id = '', stage, path] = RECORD.exec(record) ?? [];
    if (path === undefined) continue;
    entries.set(path, { mode, id });
    // Not in the working tree (S), taken on trust (lower case), or in conflict: the commit says nothing about the disk.
    if (tag !== 'H' || stage !== '0') absent.push(path);
  }
  return { entries, absent };
}

/** The paths in what `git status --porcelain=v1 -z --no-renames` prints. */
export function parseStatus(text: string): readonly string[] {
  return text
    .split('\0')
    .filter((record) => record.length > 3)
    .map((record) => record.slice(3));
}

const first = (text: string): string => text.trim().split('\n')[0] ?? '';

async function git(exec: Exec, folder: string, args: readonly string[]): Promise<string | { readonly doubt: string }> {
  // No lock is taken: another Git may work in the same checkout.
  const { exitCode, stdout, stderr } = await exec.run('git', ['--no-optional-locks', '-C', folder, ...args]);
  return exitCode === 0 ? stdout : { doubt: `git ${args[0]} says: ${first(stderr) || `exit code ${exitCode}`}` };
}

/** Reads the files of the checkout that a folder lies in; three short commands, whatever the number of services. */
export async function readTree(exec: Exec, folder: string): Promise<TreeReading> {
  if ((await exec.which('git')) === undefined) return { doubt: 'there is no git here to tell which files changed' };
  const [where, index, status] = await Promise.all([
    git(exec, folder, ['rev-parse', '--show-prefix']),
    git(exec, folder, ['ls-files', '-v', '--stage', '-z', '--full-name', ':/']),
    git(exec, folder, [
      ...['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all'],
      // With every untracked file named, Git names ignored ones each as well.
      ...['--ignored=traditional', '--ignore-submodules=none'],
    ]),
  ]);
  for (const each of [where, index, status]) if (typeof each !== 'string') return each;
  const { entries, absent } = parseIndex(String(index));
  const prefix = String(where).replace(/\n$/, '');
  return { tree: { prefix, entries, changed: [...parseStatus(String(status)), ...absent] } };
}
