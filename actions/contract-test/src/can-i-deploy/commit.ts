import type { Evidence } from '@slipway/compatibility';
import { Failure } from '@slipway/failure';
import type { GitHub } from '@slipway/github';
import type { Exec, Files } from '@slipway/system';
import { checkoutFiles, isShallow } from './checkout.ts';
import { commitFiles } from './commit-files.ts';
import { commitGap, truncatedGap } from './gap.ts';
import type { ServiceHome } from './service.ts';

/** Where a commit may be found. */
export interface CommitSource {
  readonly github: GitHub;
  /** There when the checkout is of the same repository. */
  readonly exec?: Exec;
}

function blobReader(github: GitHub): (id: string) => Promise<Uint8Array> {
  return async (id) => {
    const blob = await github.readBlob(id);
    if (blob.kind === 'read') return blob.value;
    throw new Failure({ code: 'GITHUB_UNREAD', message: `GitHub did not give the file: ${blob.reason}` });
  };
}

/** The files of a commit: the checkout's, where it has the commit, and otherwise GitHub's. */
export async function openCommit(home: ServiceHome, sha: string, { github, exec }: CommitSource): Promise<Evidence<Files>> {
  const local = exec === undefined ? undefined : await checkoutFiles(sha, exec);
  if (local !== undefined) return { kind: 'found', value: local };
  const tree = await github.readTree(sha);
  if (tree.kind === 'unread') {
    const shallow = exec !== undefined && (await isShallow(exec));
    return { kind: 'gap', gap: commitGap(home, sha, tree, shallow) };
  }
  if (tree.value.truncated) return { kind: 'gap', gap: truncatedGap(home, sha) };
  return { kind: 'found', value: commitFiles(tree.value.entries, blobReader(github)) };
}
