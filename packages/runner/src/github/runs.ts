import type { WorkflowRuns } from '@slipway/github';
import { type Connection, read } from './connection.ts';

/** The workflow runs of a repository, over the REST API. */
export function runsOver(connection: Connection): WorkflowRuns {
  const { octokit, at } = connection;
  return {
    readRunStatus: ({ runId, attempt }) =>
      read(
        connection,
        () =>
          octokit.rest.actions.getWorkflowRunAttempt({
            ...at,
            run_id: runId,
            attempt_number: attempt,
            exclude_pull_requests: true,
          }),
        ({ data }) => data.status ?? 'unknown',
      ),
  };
}
