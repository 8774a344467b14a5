import type { Deployments } from '@slipway/github';
import { type Connection, hasNext, read } from './connection.ts';

const PAGE_LENGTH = 100;

/** The deployments of a repository, over the REST API. */
export function deploymentsOver(connection: Connection): Deployments {
  const { octokit, at } = connection;
  return {
    listDeployments: (environment, page) =>
      read(
        connection,
        () =>
          octokit.rest.repos.listDeployments({
            ...at,
            per_page: PAGE_LENGTH,
            page,
            ...(environment !== undefined && { environment }),
          }),
        ({ data, headers }) => ({
          items: data.map(({ id, sha, environment: of, created_at, updated_at }) => ({
            id,
            sha,
            environment: of,
            createdAt: Date.parse(created_at),
            updatedAt: Date.parse(updated_at),
          })),
          more: hasNext(headers.link),
        }),
      ),
    listDeploymentStatuses: (deployment) =>
      read(
        connection,
        () => octokit.rest.repos.listDeploymentStatuses({ ...at, deployment_id: deployment, per_page: PAGE_LENGTH }),
        ({ data }) => data.map(({ id, state, created_at }) => ({ id, state, createdAt: Date.parse(created_at) })),
      ),
  };
}
