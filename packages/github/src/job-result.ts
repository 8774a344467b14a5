import type { StatusState } from './commit-status.ts';

const JOB_RESULTS = ['success', 'failure', 'cancelled', 'skipped'] as const;

/** How a job ended, in the words of the workflow's `needs` context. */
export type JobResult = (typeof JOB_RESULTS)[number];

/** Whether the text is one of GitHub's four results. */
export function isJobResult(text: unknown): text is JobResult {
  return JOB_RESULTS.some((result) => result === text);
}

/** The state that the results of a pipeline's jobs come to; when no job ran, nobody can tell. */
export function stateOfJobs(results: readonly JobResult[]): StatusState {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'error';
  return results.includes('success') ? 'success' : 'error';
}
