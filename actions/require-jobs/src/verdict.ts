import type { Problem } from '@slipway/failure';
import { isJobResult, type JobResult } from '@slipway/github';

/** How one job ended. */
export interface Job {
  readonly id: string;
  readonly result: JobResult;
}

/** What the jobs come to. */
export type JobsVerdict =
  | { readonly kind: 'pass'; readonly skipped: readonly string[] }
  | { readonly kind: 'fail'; readonly guilty: readonly Job[] };

const REMEDY = 'Write "results: $' + '{{ toJSON(needs) }}" in a job that needs them, with "if: always()".';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the jobs from the JSON of the `needs` context, or everything that is wrong with it. */
export function parseJobs(
  text: string,
  maySkip: readonly string[],
): { readonly jobs: readonly Job[]; readonly problems: readonly Problem[] } {
  const needs = parse(text);
  const problem = (message: string): Problem => ({ code: 'RESULTS_MALFORMED', message, remedy: REMEDY });
  if (typeof needs !== 'object' || needs === null || Array.isArray(needs) || Object.keys(needs).length === 0)
    return { jobs: [], problems: [problem('Input "results" is not a JSON object of jobs.')] };
  const entries = Object.entries(needs).map(([id, job]) => [id, (job as { result?: unknown } | null)?.result] as const);
  const unknown = maySkip.filter((id) => !entries.some(([own]) => own === id));
  return {
    jobs: entries.flatMap(([id, result]) => (isJobResult(result) ? [{ id, result }] : [])),
    problems: [
      ...entries
        .filter(([, result]) => !isJobResult(result))
        .map(([id, result]) =>
          problem(`Input "results" has the result ${JSON.stringify(result) ?? 'nothing'} for the job "${id}".`),
        ),
      ...unknown.map((id) => problem(`Input "may-skip" names the job "${id}", which is not in "results".`)),
    ],
  };
}

/** Judges the jobs: each must have succeeded, or have been skipped where it may. */
export function judgeJobs(jobs: readonly Job[], maySkip: readonly string[]): JobsVerdict {
  const guilty = jobs.filter(({ id, result }) => result !== 'success' && !(result === 'skipped' && maySkip.includes(id)));
  if (guilty.length > 0) return { kind: 'fail', guilty };
  return { kind: 'pass', skipped: jobs.filter(({ result }) => result === 'skipped').map(({ id }) => id) };
}
