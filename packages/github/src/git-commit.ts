import type { Refusal } from './refusal.ts';

/** What became of a request that is sent once: what GitHub answered, or why it did not take it. */
export type Answered<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A file of a commit that is to be made. */
export interface DraftFile {
  readonly path: string;
  /** Git's file mode, such as 100644. */
  readonly mode: string;
  readonly text: string;
}

/**
 * A commit for GitHub to make.
 *
 * It names no author, for GitHub signs commits of apps, and those only whose author is the app itself:
 * https://docs.github.com/en/authentication/managing-commit-signature-verification/about-commit-signature-verification#signature-verification-for-bots
 */
export interface CommitDraft {
  readonly message: string;
  readonly parents: readonly string[];
  /** Git's id of the tree that the files are put into; all others stay. */
  readonly baseTree: string;
  readonly files: readonly DraftFile[];
}

/** A commit that GitHub has made; no branch has it yet. */
export interface MadeCommit {
  readonly id: string;
  /** Whether GitHub vouches for its signature. */
  readonly verified: boolean;
  /** GitHub's word for why it does or does not, such as `unsigned`. */
  readonly reason: string;
}

/**
 * Commits that GitHub makes, and the branches that lead to them.
 *
 * Each request is sent once: whoever asks reads the branch anew before asking again.
 */
export interface GitCommits {
  createCommit(draft: CommitDraft): Promise<Answered<MadeCommit>>;
  /** Refused when there is a branch of that name. */
  createBranch(branch: string, commit: string): Promise<Answered<undefined>>;
  /** Moves a branch to a commit that has its end among its ancestors; refused for any other. */
  advanceBranch(branch: string, commit: string): Promise<Answered<undefined>>;
}
