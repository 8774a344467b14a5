import { failWhen, type Problem } from '@slipway/failure';
import type { ConnectGitHub, JobResult, WriteOutcome } from '@slipway/github';
import type { Annotation, Outcome, Run } from '@slipway/runner';
import { type Block, table } from '@slipway/summary';
import type { action } from './action.ts';
import { type Ending, judgeStages } from './ending.ts';
import { parseStages, type Stage } from './stage.ts';
import { gatherTarget, isPullRequest, type Target } from './target.ts';

const SYMBOLS: Readonly<Record<JobResult, string>> = { success: '✅', failure: '❌', cancelled: '🚫', skipped: '⏭️' };

function summary(stages: readonly Stage[], { state, sentence }: Ending, target: Target): readonly Block[] {
  const rows = stages.map(({ number, name, result }) => [String(number), name, `${SYMBOLS[result]} ${result}`]);
  const status = [{ code: target.context }, { code: target.sha.slice(0, 7) }, state, sentence];
  return [table(['', 'stage', 'result'], rows), table(['status', 'commit', 'state', 'description'], [status])];
}

function annotations(outcome: WriteOutcome): readonly Annotation[] {
  if (outcome.kind === 'written') return [];
  if (outcome.kind === 'not-permitted') {
    const message = `The commit status was not written: this token may not. A fork's pull request has such a token; elsewhere, grant "statuses: write". ${outcome.reason}`;
    return [{ level: 'notice', title: 'No commit status', message }];
  }
  const { code, message, remedy = '' } = outcome.problem;
  return [{ level: 'error', title: code, message: `The commit status was not written. ${message} ${remedy}`.trim() }];
}

function report(stages: readonly Stage[], ending: Ending, target: Target, outcome: WriteOutcome): Outcome<typeof action> {
  const written = outcome.kind === 'written';
  return {
    // A pipeline that failed stays failed by its own job; this verdict is only about having said so.
    verdict: outcome.kind === 'failed' ? 'fail' : 'pass',
    headline: written ? ending.sentence : `${ending.sentence} The commit does not say so: its status was not written.`,
    outputs: { state: ending.state, description: ending.sentence, written: String(written) },
    annotations: annotations(outcome),
    summary: summary(stages, ending, target),
    data: {
      sha: target.sha,
      context: target.context,
      outcome: outcome.kind,
      stages: stages.map(({ number, name, result }) => ({ number, name, result })),
    },
  };
}

/** Says on the commit how the pipeline ended, through whichever GitHub `connect` opens. */
export function runWith(connect: ConnectGitHub): Run<typeof action> {
  return async (inputs, ports, context) => {
    const problems: Problem[] = [];
    const stages = parseStages(inputs.results, problems);
    const target = await gatherTarget(inputs, ports, context, problems);
    failWhen(problems);
    const ending = judgeStages(stages, isPullRequest(context));
    const github = connect({ apiUrl: context.apiUrl, repository: target.repository, token: inputs.token }, ports);
    const outcome = await github.setCommitStatus({
      sha: target.sha,
      state: ending.state,
      context: target.context,
      description: ending.sentence,
      ...(context.runUrl !== undefined && { targetUrl: context.runUrl }),
    });
    return report(stages, ending, target, outcome);
  };
}
