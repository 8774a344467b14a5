import type { ReadOutcome } from './read.ts';

/** One file of a commit. */
export interface TreeEntry {
  readonly path: string;
  /** Git's id of the content. */
  readonly id: string;
  readonly size: number;
}

/** The files of a commit; links and submodules are left out, for what they lead to is not in it. */
export interface Tree {
  readonly entries: readonly TreeEntry[];
  /** Whether the repository has more files than GitHub lists at once. */
  readonly truncated: boolean;
}

/** Git's own objects, as GitHub gives them out. */
export interface GitObjects {
  /** All files of a commit. */
  readTree(sha: string): Promise<ReadOutcome<Tree>>;
  /** The content of a file, by git's id of it. */
  readBlob(id: string): Promise<ReadOutcome<Uint8Array>>;
}
