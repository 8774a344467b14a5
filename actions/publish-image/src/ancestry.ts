import { Failure } from '@slipway/failure';
import type { GitHub } from '@slipway/github';
import type { Exec } from '@slipway/system';

/** How a commit stands to ours; "could not tell" is a case of its own. */
export type Relation =
  | { readonly kind: 'same' | 'older' | 'newer' | 'parted' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Tells how commits stand to each other. */
export interface Ancestry {
  /** How `other` stands to `commit`: `older` when it is an ancestor. */
  relate(other: string, commit: string): Promise<Relation>;
}

interface World {
  readonly exec: Exec;
  /** Absent without a token. */
  readonly github?: GitHub;
}

const UNKNOWN_TO_GIT = 128;

async function git(exec: Exec, ...args: readonly string[]): Promise<{ readonly exitCode: number; readonly stdout: string }> {
  try {
    return await exec.run('git', args);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { exitCode: UNKNOWN_TO_GIT, stdout: '' };
  }
}

/** What Git can tell: undefined when it lacks one of the commits, or the part of history that would show it. */
async function relateByGit(exec: Exec, other: string, commit: string): Promise<Relation | undefined> {
  const shallow = (await git(exec, 'rev-parse', '--is-shallow-repository')).stdout.trim();
  if (shallow !== 'true' && shallow !== 'false') return undefined;
  const isAncestor = async (a: string, b: string): Promise<number> =>
    (await git(exec, 'merge-base', '--is-ancestor', a, b)).exitCode;
  const [older, newer] = [await isAncestor(other, commit), await isAncestor(commit, other)];
  if (older === 0) return { kind: 'older' };
  if (newer === 0) return { kind: 'newer' };
  // In a shallow clone the line between two commits may be what was cut off.
  return older === 1 && newer === 1 && shallow === 'false' ? { kind: 'parted' } : undefined;
}

async function relateByGitHub(github: GitHub | undefined, other: string, commit: string): Promise<Relation> {
  if (github === undefined)
    return { kind: 'unknown', reason: 'Git does not know both commits here, and there is no token to ask GitHub with.' };
  const comparison = await github.compareCommits(commit, other);
  if (comparison.kind === 'unknown') return comparison;
  return { kind: ({ ahead: 'newer', behind: 'older', identical: 'same', diverged: 'parted' } as const)[comparison.status] };
}

/** Asks Git where the checkout knows both commits, else GitHub; each pair once. */
export function ancestryOf({ exec, github }: World): Ancestry {
  const known = new Map<string, Promise<Relation>>();
  const ask = async (other: string, commit: string): Promise<Relation> =>
    (await relateByGit(exec, other, commit)) ?? relateByGitHub(github, other, commit);
  return {
    relate: (other, commit) => {
      if (other === commit) return Promise.resolve({ kind: 'same' });
      const key = `${other} ${commit}`;
      const found = known.get(key) ?? ask(other, commit);
      known.set(key, found);
      return found;
    },
  };
}
