import type { Answered, CommitDraft, GitCommits } from '../git-commit.ts';
import type { Refusal } from '../refusal.ts';

/** What was committed to a repository in memory; the caller may hold and change it. */
export interface MemoryHistory {
  /** The commit at the end of each branch. */
  readonly branches: Map<string, string>;
  readonly made: Map<string, CommitDraft>;
}

/** A repository with these branches, by their ends. */
export const memoryHistory = (branches: Readonly<Record<string, string>> = {}): MemoryHistory => ({
  branches: new Map(Object.entries(branches)),
  made: new Map(),
});

const refused = (message: string): Answered<never> => ({ kind: 'refused', refusal: { status: 422, message, headers: {} } });

/** Commits in memory, which GitHub vouches for unless `reason` says why not. */
export function memoryCommits(history: MemoryHistory, reason: string, refusal: Refusal | undefined): GitCommits {
  const { branches, made } = history;
  const reaches = (from: string, to: string): boolean =>
    from === to || (made.get(from)?.parents ?? []).some((parent) => reaches(parent, to));
  const moving = (branch: string, commit: string): Answered<undefined> => {
    branches.set(branch, commit);
    return { kind: 'answered', value: undefined };
  };
  return {
    createCommit: async (draft) => {
      if (refusal !== undefined) return { kind: 'refused', refusal };
      const id = String(made.size + 1).padStart(40, '0');
      made.set(id, draft);
      return { kind: 'answered', value: { id, verified: reason === 'valid', reason } };
    },
    createBranch: async (branch, commit) => {
      if (refusal !== undefined) return { kind: 'refused', refusal };
      return branches.has(branch) ? refused('Reference already exists') : moving(branch, commit);
    },
    advanceBranch: async (branch, commit) => {
      if (refusal !== undefined) return { kind: 'refused', refusal };
      const end = branches.get(branch);
      if (end === undefined) return refused('Reference does not exist');
      return reaches(commit, end) ? moving(branch, commit) : refused('Update is not a fast forward');
    },
  };
}
