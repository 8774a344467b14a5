import type { Answered, CommitDraft, GitCommits } from '@slipway/github';
import type { Connection } from './connection.ts';
import { once } from './write.ts';

type FileMode = '100644' | '100755' | '040000' | '160000' | '120000';

const entryOf = ({ path, mode, text }: CommitDraft['files'][number]) => ({
  path,
  mode: mode as FileMode,
  type: 'blob' as const,
  content: text,
});

/** Commits through git's objects of the REST API. Nothing is sent twice: see the port. */
export function commitsOver({ octokit, at, token }: Connection): GitCommits {
  const { git } = octokit.rest;
  const asked = async <A, T>(request: () => Promise<A>, take: (answer: A) => T): Promise<Answered<T>> => {
    const result = await once(request, token);
    if ('refusal' in result) return { kind: 'refused', refusal: result.refusal };
    return { kind: 'answered', value: take(result.value) };
  };
  return {
    createCommit: async ({ message, parents, baseTree, files }) => {
      const tree = await asked(
        () => git.createTree({ ...at, base_tree: baseTree, tree: files.map(entryOf) }),
        ({ data }) => data.sha,
      );
      if (tree.kind === 'refused') return tree;
      return asked(
        () => git.createCommit({ ...at, message, tree: tree.value, parents: [...parents] }),
        ({ data: { sha, verification } }) => ({ id: sha, verified: verification.verified, reason: verification.reason }),
      );
    },
    createBranch: (branch, commit) =>
      asked(
        () => git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: commit }),
        () => undefined,
      ),
    advanceBranch: (branch, commit) =>
      asked(
        () => git.updateRef({ ...at, ref: `heads/${branch}`, sha: commit, force: false }),
        () => undefined,
      ),
  };
}
