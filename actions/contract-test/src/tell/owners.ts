import { oneLine } from '@slipway/contract';
import { CODE_OWNERS_FILES, CODE_OWNERS_MOST_BYTES, type GitHub, parseCodeOwners } from '@slipway/github';
import type { Annotation } from '@slipway/runner';
import type { Files } from '@slipway/system';

/** Who owns the files of the repository, and what must be said of the list itself. */
export interface Owners {
  /** The file; undefined when there is none. */
  readonly file?: string;
  ownersOf(files: readonly string[]): readonly string[];
  readonly annotations: readonly Annotation[];
}

const warning = (title: string, message: string, file: string, line?: number): Annotation => ({
  ...{ level: 'warning', title, message, file },
  ...(line !== undefined && { line }),
});

const NOBODY: Owners = { ownersOf: () => [], annotations: [] };

/** Reads the CODEOWNERS file that GitHub would read; nobody owns anything when there is none, or it is too large. */
export async function readOwners(files: Files): Promise<Owners> {
  for (const file of CODE_OWNERS_FILES) {
    if (!(await files.exists(file))) continue;
    if ((await files.size(file)) > CODE_OWNERS_MOST_BYTES) {
      const message = `${file} is larger than 3 MB, so GitHub does not load it, and nobody owns anything.`;
      return { ...NOBODY, file, annotations: [warning('CODEOWNERS_TOO_LARGE', message, file)] };
    }
    const { ownersOf, passedOver } = parseCodeOwners(await files.readText(file));
    const annotations = passedOver.map(({ line, reason }) =>
      warning('CODEOWNERS_LINE', `GitHub passes this line over: ${reason}.`, file, line),
    );
    return { file, ownersOf: (paths) => [...new Set(paths.flatMap(ownersOf))].sort(), annotations };
  }
  return NOBODY;
}

/**
 * What GitHub alone knows of the list: which owners there are. A line that GitHub does not take has no owners.
 *
 * Where GitHub does not say, nothing is known, and what the list says stands.
 */
export async function ownerAnnotations(
  { file, annotations }: Owners,
  sha: string,
  github: GitHub,
): Promise<readonly Annotation[]> {
  if (file === undefined) return annotations;
  const errors = await github.listCodeOwnersErrors(sha);
  if (errors.kind !== 'read') return annotations;
  const known = new Set(annotations.map(({ line }) => line));
  const own = errors.value.filter(({ path, line }) => path === file && !known.has(line));
  const told = own.map(({ kind, message, line }) =>
    warning('CODEOWNERS_LINE', `GitHub says "${kind}", so nobody is told by this line: ${oneLine(message)}`, file, line),
  );
  return [...annotations, ...told];
}
