import { failWhen, type Problem } from '@slipway/failure';
import { type InputsOf, outputsFor } from '@slipway/metadata';
import type { Outcome, Ports, RunContext } from '@slipway/runner';
import { type Check, type CheckRun, renderCheck } from '@slipway/promotion';
import { table } from '@slipway/summary';
import { action } from './action.ts';
import { subjectOf } from './subject.ts';

type Inputs = Extract<InputsOf<typeof action>, { readonly mode: 'record' }>;

interface Ended {
  readonly name: string;
  readonly result: Check['result'];
}

const RESULTS: Readonly<Record<string, Check['result'] | 'SKIPPED'>> = {
  success: 'PASSED',
  failure: 'FAILED',
  cancelled: 'FAILED',
  skipped: 'SKIPPED',
};

function endedOf(line: string, problems: Problem[]): readonly Ended[] {
  const [, name, word = ''] = /^([a-z0-9][a-z0-9-]*)=(.*)$/.exec(line.trim()) ?? [];
  const result = RESULTS[word];
  if (name === undefined || result === undefined) {
    const message = `The line ${JSON.stringify(line)} of "checks" is not NAME=RESULT with success, failure, cancelled or skipped.`;
    problems.push({ code: 'INPUT_MALFORMED', message, remedy: `Write, for example: smoke=\${{ needs.smoke.result }}` });
    return [];
  }
  return result === 'SKIPPED' ? [] : [{ name, result }];
}

function runOf({ repository, runId, runAttempt, sha, runUrl }: RunContext, problems: Problem[]): CheckRun {
  if (repository === undefined || runId === undefined)
    problems.push({
      code: 'RUN_UNKNOWN',
      message: 'It is not known which run this is, so nobody could believe what it records.',
      remedy: 'Record in a workflow; GITHUB_REPOSITORY and GITHUB_RUN_ID are not set here.',
    });
  return {
    ...{ repository: repository ?? '', id: runId ?? '', attempt: runAttempt ?? '1' },
    ...(sha !== undefined && { commit: sha }),
    ...(runUrl !== undefined && { url: runUrl }),
  };
}

/** Writes how the checks ended, a statement each. */
export async function record(inputs: Inputs, { files, clock }: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const problems: Problem[] = [];
  const subject = subjectOf(inputs.image);
  const ended = inputs.checks.flatMap((line) => endedOf(line, problems));
  const run = runOf(context, problems);
  failWhen(problems);
  const { environment, out } = inputs;
  const written: string[] = [];
  for (const { name, result } of ended) {
    const file = `${out}/${environment}-${name}.json`;
    const check: Check = { check: name, environment, result, at: clock.now(), run };
    await files.write(file, `${JSON.stringify(renderCheck(subject.name, subject.digest, check), null, 2)}\n`);
    written.push(file);
  }
  const headline = `${ended.length} checks of ${subject.digest} in ${environment} were recorded.`;
  return {
    verdict: 'pass',
    headline,
    outputs: outputsFor(action, { gate: 'recorded', files: written.join('\n') }),
    summary: [
      table(
        ['check', 'result'],
        ended.map(({ name, result }) => [name, result]),
      ),
    ],
    data: { digest: subject.digest, environment, checks: ended.map((each) => ({ ...each })), files: written },
  };
}
