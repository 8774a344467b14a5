import type { GitObjects } from '@slipway/github';
import { type Connection, read } from './connection.ts';

/** Files alone: a link's mode is 120000, and what it leads to is not in the tree. */
const FILE_MODES = ['100644', '100755'];

/** Git's objects of a repository, over the REST API. */
export function objectsOver(connection: Connection): GitObjects {
  const { octokit, at } = connection;
  return {
    readTree: (sha) =>
      read(
        connection,
        () => octokit.rest.git.getTree({ ...at, tree_sha: sha, recursive: '1' }),
        ({ data }) => ({
          entries: data.tree
            .filter(({ mode }) => FILE_MODES.includes(mode))
            .map(({ path, sha: id, size = 0 }) => ({ path, id, size })),
          truncated: data.truncated,
        }),
      ),
    readBlob: (id) =>
      read(
        connection,
        () => octokit.rest.git.getBlob({ ...at, file_sha: id }),
        ({ data }) => Uint8Array.from(Buffer.from(data.content, 'base64')),
      ),
  };
}
