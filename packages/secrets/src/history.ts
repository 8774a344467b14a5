import { Failure } from '@slipway/failure';
import type { Exec } from '@slipway/system';
import { additionsIn } from './patch.ts';
import { findSecrets } from './secret.ts';
import type { PlacedSecret } from './place.ts';

/** How many commits git is asked for at a time: what it answers is held. */
const AT_ONCE = 100;
const OPTIONS = [
  ...['-c', 'core.quotePath=true', 'log', '--no-walk=unsorted', '--stdin', '--format=commit %H', '--unified=0', '--no-color'],
  ...['--no-ext-diff', '--no-textconv', '--no-renames', '--diff-merges=first-parent', '--patch'],
];

/** Which commits are looked at. */
export interface HistoryRange {
  /** The newest commit. */
  readonly head: string;
  /** Commits that lead to this one are left out: what a change adds lies between the two. All that lead to `head` when absent. */
  readonly base?: string;
}

/** What the commits hold. */
export interface HistorySecrets {
  readonly secrets: readonly PlacedSecret[];
  readonly commits: number;
  /** Whether the clone ends before the history does, so that what lies further back was not seen. */
  readonly shallow: boolean;
}

async function git(exec: Exec, folder: string, args: readonly string[], input?: string): Promise<string> {
  const result = await exec.run('git', args, { cwd: folder, ...(input !== undefined && { input }) });
  if (result.exitCode === 0) return result.stdout;
  const why = result.stderr.trim().split('\n').at(-1) ?? '';
  const remedy = 'Check out the repository with its history ("fetch-depth: 0"); nothing was judged clean.';
  throw new Failure({ code: 'HISTORY_UNREADABLE', message: `The history could not be read: ${why}.`, remedy });
}

/** A name that begins with a dash would be taken for an option. */
function checked(revision: string): string {
  if (/^[A-Za-z0-9_./^~@{}-]+$/.test(revision) && !revision.startsWith('-')) return revision;
  const message = `${JSON.stringify(revision.slice(0, 80))} is no commit or branch.`;
  throw new Failure({ code: 'REVISION_MALFORMED', message, remedy: 'Write a commit id, a tag or the name of a branch.' });
}

/**
 * Finds secrets in what commits add, also when a later commit took it away. A secret that several commits add to the same file
 * is told of the oldest of them.
 *
 * @param key makes the fingerprints those of one repository
 * @throws Failure HISTORY_UNREADABLE or REVISION_MALFORMED.
 */
export async function secretsInHistory(
  exec: Exec,
  folder: string,
  { head, base }: HistoryRange,
  key: string,
): Promise<HistorySecrets> {
  const range = base === undefined ? [checked(head)] : [`${checked(base)}..${checked(head)}`];
  const listed = await git(exec, folder, ['rev-list', '--reverse', ...range, '--']);
  const commits = listed.split('\n').filter((each) => each !== '');
  const shallow = (await git(exec, folder, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  const found = new Map<string, PlacedSecret>();
  for (let at = 0; at < commits.length; at += AT_ONCE) {
    const patch = await git(exec, folder, OPTIONS, commits.slice(at, at + AT_ONCE).join('\n'));
    for (const { commit, file, line, text } of additionsIn(patch))
      for (const secret of findSecrets(text, key)) {
        const known = `${secret.rule}\0${secret.fingerprint}\0${file}`;
        if (!found.has(known)) found.set(known, { ...secret, file, line: line + secret.line - 1, commit });
      }
  }
  return { secrets: [...found.values()], commits: commits.length, shallow };
}
