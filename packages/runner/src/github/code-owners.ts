import type { CodeOwnersErrors } from '@slipway/github';
import { type Connection, read } from './connection.ts';

/** What GitHub has against a repository's CODEOWNERS file, over the REST API. */
export function codeOwnersOver(connection: Connection): CodeOwnersErrors {
  const { octokit, at } = connection;
  return {
    listCodeOwnersErrors: (sha) =>
      read(
        connection,
        () => octokit.rest.repos.codeownersErrors({ ...at, ref: sha }),
        ({ data }) => data.errors.map(({ path, line, kind, message }) => ({ path, line, kind, message })),
      ),
  };
}
