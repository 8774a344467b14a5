import { Failure } from '@slipway/failure';
import { type InputsOf, outputsFor } from '@slipway/metadata';
import type { Annotation, Outcome, Ports } from '@slipway/runner';
import { table } from '@slipway/summary';
import { type ChangingCommit, type Unaccounted, unaccounted } from '@slipway/write-back';
import { action } from './action.ts';

type AuditInputs = Extract<InputsOf<typeof action>, { readonly mode: 'audit' }>;

async function git({ exec }: Ports, args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await exec.run('git', args);
  if (exitCode === 0) return stdout;
  const remedy = 'Check out the configuration repository with its whole history (fetch-depth: 0) before this step.';
  throw new Failure({ code: 'GIT_FAILED', message: `git ${args[0]} ended with ${exitCode}: ${stderr.trim()}`, remedy });
}

/** Commits whose parents are not there would be taken for the beginning of everything, or be left out. */
async function insistOnHistory(ports: Ports): Promise<void> {
  if ((await git(ports, ['rev-parse', '--is-shallow-repository'])).trim() === 'false') return;
  const message = 'The checkout has a part of the history only, so that nobody could tell what was changed before.';
  throw new Failure({ code: 'HISTORY_CUT', message, remedy: 'Give actions/checkout fetch-depth: 0.' });
}

async function rangeOf(since: string | undefined, ports: Ports): Promise<string> {
  if (since === undefined) return 'HEAD';
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`];
  const { exitCode, stdout } = await ports.exec.run('git', args);
  if (exitCode === 0) return `${stdout.trim()}..HEAD`;
  const message = `The input "since" is ${JSON.stringify(since)}, which names no commit of the checkout.`;
  throw new Failure({ code: 'INPUT_MALFORMED', message, remedy: 'Give a commit, a tag or a branch that is checked out.' });
}

/** What `git log -z --name-only` prints with NUL between commit, author and message: no message can hold one. */
function parseLog(text: string): readonly ChangingCommit[] {
  const words = text.split('\0');
  const found: ChangingCommit[] = [];
  for (let at = 0; at + 2 < words.length; ) {
    const [commit = '', author = '', message = ''] = words.slice(at, at + 3);
    const files: string[] = [];
    for (at += 3; at < words.length && !/^[0-9a-f]{40,64}$/.test(words[at] ?? ''); at += 1) {
      const file = (words[at] ?? '').replace(/^\n/, '');
      if (file !== '') files.push(file);
    }
    found.push({ commit, author, message, files });
  }
  return found;
}

async function gatherChanges({ folder, since }: AuditInputs, ports: Ports): Promise<readonly ChangingCommit[]> {
  await insistOnHistory(ports);
  const range = await rangeOf(since, ports);
  const place = `:(literal)${folder}`;
  if ((await git(ports, ['ls-tree', '-d', 'HEAD', '--', folder])).trim() === '') {
    const message = `The checkout has no folder ${folder}, so that there is nothing to look at.`;
    throw new Failure({ code: 'FOLDER_ABSENT', message, remedy: 'Correct "folder".' });
  }
  // Of a merge, the files that are as in neither parent; what one of them brought stands in its own commit.
  const args = ['--full-history', '-c', '--name-only', '-z', '--format=%H%x00%an%x00%B%x00'];
  return parseLog(await git(ports, ['log', ...args, range, '--', place]));
}

const wordsOf = ({ commit, author, subject, file, lack }: Unaccounted): string =>
  `${commit.slice(0, 12)} (${author}: ${subject}) changed ${file}, and ${lack === 'trailers' ? 'says nothing of it in trailers' : 'names no evidence'}.`;

/** Whether every change of a folder, in the history of a checkout, came by a commit that names its evidence. */
export async function audit(inputs: AuditInputs, ports: Ports): Promise<Outcome<typeof action>> {
  const commits = await gatherChanges(inputs, ports);
  const found = unaccounted(commits);
  const remedy = 'Bring changes by update-gitops with "evidence", or begin the audit after this commit with "since".';
  const annotations = found.map((each): Annotation => {
    return { level: 'error', title: 'EVIDENCE_MISSING', message: `${wordsOf(each)}\n${remedy}`, file: each.file };
  });
  const outcome = found.length === 0 ? 'clean' : 'unaccounted';
  const rows = found.map(
    ({ commit, author, file, lack }) => [commit.slice(0, 12), author, [{ code: file }], `no ${lack}`] as const,
  );
  return {
    verdict: found.length === 0 ? 'pass' : 'fail',
    headline: `${commits.length} commits changed ${inputs.folder}; ${found.length} of their changes name no evidence.`,
    outputs: outputsFor(action, { outcome, changed: 'false', results: JSON.stringify(found) }),
    annotations,
    summary: found.length === 0 ? [] : [table(['commit', 'by', 'file', 'lacks'], rows)],
    data: { outcome, commits: commits.length, unaccounted: found.map((each) => ({ ...each })) },
  };
}
