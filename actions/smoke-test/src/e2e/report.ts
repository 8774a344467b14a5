import type { Written } from '@slipway/junit';
import { type Annotation, annotationOf, type Json, type Outcome, type RunContext } from '@slipway/runner';
import { type Block, paragraph } from '@slipway/summary';
import { countsOf, failedTests, headline, testSummary, unreadReports, verdictOf } from '@slipway/test-command';
import type { action } from '../action.ts';
import { type ModeInputs, NO_PERFORMANCE } from '../inputs.ts';
import type { WriteJUnit } from '../report.ts';
import { versionClause } from '../version-outcome.ts';
import type { E2eFacts } from './facts.ts';
import { type Trial, versionOf } from './trial.ts';

type Inputs = ModeInputs<'e2e'>;
type Definition = typeof action;
type Tried = Exclude<Trial, { kind: 'unproved' }>;

const KIND = 'end-to-end';

function verdict(trial: Trial): Outcome<Definition>['verdict'] {
  if (trial.kind === 'unproved') return trial.version.kind === 'untold' ? 'inconclusive' : 'fail';
  return trial.kind === 'changed' ? 'inconclusive' : verdictOf(trial.judgement);
}

function headlineOf(trial: Trial, { base }: E2eFacts, inputs: Inputs): string {
  if (trial.kind === 'unproved') {
    const clause = versionClause(trial.version, inputs, `after ${inputs.versionWithin / 1000} s`);
    return `No end-to-end test was run against ${base}: ${clause}.`;
  }
  const told = headline(trial.judgement, KIND, inputs.timeBudget);
  const seconds = `(${trial.tested.seconds.toFixed(1)} s)`;
  if (trial.kind === 'judged') return `${told} ${seconds}`;
  const clause = versionClause(trial.version, inputs, 'after the tests');
  return `The end-to-end tests say nothing of this release, whose version had answered before them: ${clause}. ${told} ${seconds}`;
}

function outputsOf(trial: Trial): Outcome<Definition>['outputs'] {
  const known = { requests: undefined, flaky: undefined, version: versionOf(trial), ...NO_PERFORMANCE };
  if (trial.kind === 'unproved') return { ...known, failed: '0', tests: '0', skipped: '0', seconds: undefined };
  const { total, ...counts } = countsOf(trial.tested.report, trial.tested.seconds);
  return { ...known, ...counts, tests: total };
}

function annotationsOf(trial: Trial, told: string, place: Parameters<typeof failedTests>[2]): readonly Annotation[] {
  const version: readonly Annotation[] =
    trial.kind === 'judged' ? [] : [{ level: 'error', title: `End-to-end tests: ${versionOf(trial)}`, message: told }];
  if (trial.kind === 'unproved') return version;
  const unread = unreadReports(trial.tested, trial.judgement).map((problem) => annotationOf(problem));
  return [...version, ...failedTests(trial.tested.report, KIND, place), ...unread];
}

function summaryOf(trial: Trial, told: string, place: Parameters<typeof failedTests>[2]): readonly Block[] {
  if (trial.kind === 'unproved') return [];
  const doubt = trial.kind === 'changed' ? [paragraph(['❔ ', told])] : [];
  return [...doubt, ...testSummary(trial.tested, trial.judgement, place)];
}

/** The tests as one report; what failed without a failed test stands in it as one of its own. */
function casesOf({ kind, tested, judgement }: Tried, told: string): readonly Written[] {
  const cases = (tested.report?.cases ?? []).map(({ name, result, seconds, detail, file, line }): Written => {
    const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
    return { name, kind: result, seconds, detail, ...place };
  });
  if (kind === 'judged' && (judgement.kind === 'passed' || judgement.kind === 'failed')) return cases;
  return [...cases, { name: 'the end-to-end command', kind: 'failed', seconds: tested.seconds, detail: told }];
}

function dataOf(trial: Trial): Json {
  if (trial.kind === 'unproved') return { version: { ...trial.version } };
  const { judgement, tested } = trial;
  return {
    version: trial.kind === 'changed' ? { ...trial.version, kind: versionOf(trial) } : { kind: trial.version },
    judgement: { ...judgement },
    seconds: tested.seconds,
    cases: (tested.report?.cases ?? []).map(({ name, result, seconds }) => ({ name, result, seconds })),
  };
}

/** The outcome of an end-to-end run, after its JUnit report is written. */
export async function reportE2e(
  trial: Trial,
  facts: E2eFacts,
  inputs: Inputs,
  context: RunContext,
  write: WriteJUnit,
): Promise<Outcome<Definition>> {
  const told = headlineOf(trial, facts, inputs);
  const place = { workspace: context.workspace, folder: inputs.workingDirectory };
  if (inputs.junit !== undefined && trial.kind !== 'unproved') await write(inputs.junit, casesOf(trial, told));
  return {
    verdict: verdict(trial),
    headline: told,
    outputs: outputsOf(trial),
    annotations: [...annotationsOf(trial, told, place), ...facts.warnings],
    summary: summaryOf(trial, told, place),
    data: dataOf(trial),
  };
}
