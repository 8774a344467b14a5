import type { ReadOutcome } from './read.ts';

/** One attempt of a workflow run: a run that is run again has the same id and the next attempt. */
export interface RunAttempt {
  readonly runId: number;
  /** Counts from 1. */
  readonly attempt: number;
}

/** What GitHub knows of the runs of a repository's workflows. */
export interface WorkflowRuns {
  /**
   * How far an attempt of a run got: `completed` when it is over, however it ended; else `queued`, `in_progress` and so on.
   *
   * Needs `actions: read`. https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run-attempt
   */
  readRunStatus(attempt: RunAttempt): Promise<ReadOutcome<string>>;
}
