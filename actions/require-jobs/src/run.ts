import { failWhen } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { Outcome } from '@slipway/runner';
import { table } from '@slipway/summary';
import type { action } from './action.ts';
import { judgeJobs, parseJobs } from './verdict.ts';

/** Concludes from the results of jobs; a job that did not run and must have is as bad as one that failed. */
export async function run({ results, maySkip = [] }: InputsOf<typeof action>): Promise<Outcome<typeof action>> {
  const { jobs, problems } = parseJobs(results, maySkip);
  failWhen(problems);
  const verdict = judgeJobs(jobs, maySkip);
  const skipped = jobs.filter(({ result }) => result === 'skipped').map(({ id }) => id);
  const notRun = skipped.length === 0 ? '' : ` (${skipped.join(', ')} had nothing to do)`;
  return {
    verdict: verdict.kind,
    headline:
      verdict.kind === 'pass'
        ? `All that had to run succeeded${notRun}.`
        : `Not all that had to run succeeded: ${verdict.guilty.map(({ id, result }) => `${id} ${result}`).join(', ')}.`,
    outputs: { skipped: skipped.join('\n') },
    summary: [
      table(
        ['job', 'result'],
        jobs.map(({ id, result }) => [id, result]),
      ),
    ],
    data: jobs.map((job) => ({ ...job })),
  };
}
