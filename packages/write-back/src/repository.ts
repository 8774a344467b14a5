import type { Trouble } from './answer.ts';
import type { Entry } from './stamp.ts';

/** The newest commit of a branch. */
export interface Head {
  readonly commit: string;
  /** Set when what was there before is no longer part of the branch. */
  readonly rewritten: boolean;
}

/** A file of a commit. */
export interface StoredFile {
  readonly text: string;
  /** Git's file mode, such as 100644. */
  readonly mode: string;
}

/** A file with its place. */
export interface PlacedFile {
  readonly path: string;
  readonly file: StoredFile;
}

/** A commit that changes or adds files. */
export interface NewCommit {
  readonly parent: string;
  /** Further parents, whose files are not taken: so a branch goes on from its own end with the content of another. */
  readonly merges?: readonly string[];
  readonly files: readonly PlacedFile[];
  readonly message: string;
}

/** Where a commit is to go. */
export interface Place {
  readonly branch: string;
  /** Set when the branch is not there yet. */
  readonly isNew: boolean;
}

/** What became of a commit. */
export type Landing =
  | { readonly kind: 'landed'; readonly commit: string }
  /** `commit` is the one that was made, which may have arrived all the same when no answer came. */
  | { readonly kind: 'refused'; readonly trouble: Trouble; readonly commit?: string };

/** Where commits go: by a push of git's, or through GitHub's API. */
export interface Commits {
  /** Makes a commit and asks the server to move the branch forward to it. Never moves the branch anywhere else. */
  land(commit: NewCommit, place: Place): Promise<Landing>;
}

/** The configuration repository, as far as a write needs it. */
export interface ConfigRepository extends Commits {
  /** Brings the branch's commits here. */
  fetch(branch: string): Promise<Head | Trouble>;
  /** The last write of a service to a file, among the commits up to one. */
  lastEntry(commit: string, service: string, path: string): Promise<Entry | undefined>;
  /** The commits up to one with their times, in seconds since the Unix epoch, and whole messages; the newest ten thousand. */
  log(commit: string): Promise<readonly { readonly at: number; readonly message: string }[]>;
  /** The commits up to one that changed a file, newest first, two hundred at most. */
  versions(commit: string, path: string): Promise<readonly string[]>;
  /** Brings files of a commit here at once, where each would otherwise be asked for when it is read. */
  prepare(commit: string, paths: readonly string[]): Promise<void>;
  /** A file of a commit; undefined when it has none. Rejects with a Failure when it is a link or no text. */
  read(commit: string, path: string): Promise<StoredFile | undefined>;
  /** The commits up to a head that have a commit among their ancestors, and that commit itself where the head has it. */
  since(commit: string, head: string): Promise<readonly string[]>;
  /** Whether a commit is another one or among its ancestors. */
  contains(commit: string, ancestor: string): Promise<boolean>;
}
