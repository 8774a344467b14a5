/** One entry of a folder. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** Files. Relative paths are taken from the workspace. */
export interface Files {
  /** The text of a file; rejects with a Failure FILE_NOT_FOUND when there is none. */
  readText(path: string): Promise<string>;
  /** The bytes of a file; rejects like readText. */
  readBytes(path: string): Promise<Uint8Array>;
  /** Writes a whole file, making its folder; a reader sees the old text or the new, never half, also when a stream breaks. */
  write(path: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** Makes a file that must not be there yet, with its folder; false when it is there: of several that ask at once, one is told true. */
  claim(path: string, text: string): Promise<boolean>;
  append(path: string, text: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** The entries of a folder by name, sorted; empty when there is no such folder. */
  list(path: string): Promise<readonly Entry[]>;
  /** The paths of the files that match a glob pattern, as the pattern is written, sorted. */
  glob(pattern: string): Promise<readonly string[]>;
  /** The size in bytes; rejects like readText. */
  size(path: string): Promise<number>;
  remove(path: string): Promise<void>;
  /** The absolute form of a path, from the workspace. */
  resolve(path: string): string;
  /** The absolute path of a file or folder after every symbolic link; rejects like readText. */
  realPath(path: string): Promise<string>;
  /** The bytes of a file in pieces, for files too large to hold, from an offset on when one is given. */
  stream(path: string, from?: number): AsyncIterable<Uint8Array>;
}
