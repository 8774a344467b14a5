import { Failure } from '@slipway/failure';
import type { TreeEntry } from '@slipway/github';
import type { Exec, Files } from '@slipway/system';
import { commitFiles } from './commit-files.ts';

const FILE = /^(100644|100755) blob ([0-9a-f]+)\s+(\d+)\t(.+)$/s;

/** What git prints; undefined when it fails, or is not there. */
async function git(exec: Exec, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { exitCode, stdout } = await exec.run('git', args);
    return exitCode === 0 ? stdout : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** The files of a commit that the checkout has; undefined when it has not. */
export async function checkoutFiles(sha: string, exec: Exec): Promise<Files | undefined> {
  const listed = await git(exec, 'ls-tree', '-r', '-z', '-l', '--full-tree', sha);
  if (listed === undefined) return undefined;
  const entries = listed.split('\0').flatMap((line): TreeEntry[] => {
    const [, , id, size, path] = FILE.exec(line) ?? [];
    return id === undefined || path === undefined ? [] : [{ path, id, size: Number(size) }];
  });
  return commitFiles(entries, async (id) => {
    const content = await git(exec, 'cat-file', 'blob', id);
    // A clone without blobs lists a tree and cannot give what is in it.
    if (content === undefined) throw new Failure({ code: 'GIT_OBJECT', message: `The checkout has no object ${id}.` });
    return Buffer.from(content);
  });
}

/** Whether the checkout leaves out older commits. */
export const isShallow = async (exec: Exec): Promise<boolean> =>
  (await git(exec, 'rev-parse', '--is-shallow-repository'))?.trim() === 'true';
