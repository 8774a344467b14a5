import { type GitCommits, limitMs, type Refusal, tellRefusal } from '@slipway/github';
import { readRefusal, type Trouble } from './answer.ts';
import type { Commits, Landing, NewCommit, Place } from './repository.ts';

/** What commits through GitHub's API need beside it. */
export interface ApiWorld {
  /** Git's id of the tree of a commit that GitHub has. */
  treeOf(commit: string): Promise<string>;
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

function troubleOf(refusal: Refusal, now: number): Trouble {
  return readRefusal(refusal.status, tellRefusal(refusal), limitMs(refusal, now));
}

/** The commit was made with the token, so that a refusal of the token comes from its end. */
const afterwards = (trouble: Trouble): Trouble =>
  trouble.kind === 'unauthorised' ? { ...trouble, kind: 'token-ended' } : trouble;

async function land(
  github: GitCommits,
  { treeOf, now }: ApiWorld,
  { parent, merges = [], files, message }: NewCommit,
  { branch, isNew }: Place,
): Promise<Landing> {
  const placed = files.map(({ path, file: { text, mode } }) => ({ path, mode, text }));
  const draft = { message, parents: [parent, ...merges], baseTree: await treeOf(parent), files: placed };
  const made = await github.createCommit(draft);
  if (made.kind === 'refused') return { kind: 'refused', trouble: troubleOf(made.refusal, now()) };
  const { id: commit, verified, reason } = made.value;
  if (!verified) return { kind: 'refused', trouble: { kind: 'unsigned', said: reason } };
  const moved = isNew ? await github.createBranch(branch, commit) : await github.advanceBranch(branch, commit);
  if (moved.kind === 'answered') return { kind: 'landed', commit };
  return { kind: 'refused', trouble: afterwards(troubleOf(moved.refusal, now())), commit };
}

/**
 * Commits that GitHub makes and signs.
 *
 * A commit is first made and looked at, and the branch is moved to it only when GitHub vouches for its signature. The branch is moved
 * by a fast-forward alone, so that whoever wrote meanwhile is a refusal as with a push.
 */
export function apiCommits(github: GitCommits, world: ApiWorld): Commits {
  return { land: (commit, place) => land(github, world, commit, place) };
}
