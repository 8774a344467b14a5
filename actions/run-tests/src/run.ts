import { lastLines, type Started, withDependencies } from '@slipway/dependency';
import type { InputsOf } from '@slipway/metadata';
import { type Annotation, annotationOf, type Outcome, type Ports, type RunContext } from '@slipway/runner';
import { type Block, code, details } from '@slipway/summary';
import {
  countsOf,
  failedTests,
  headline,
  type Judgement,
  judge,
  passOn,
  prepare,
  removeStale,
  runTests,
  type Tested,
  testSummary,
  unreadReports,
  verdictOf,
} from '@slipway/test-command';
import type { action } from './action.ts';
import { type Plan, plan } from './plan.ts';

type Inputs = InputsOf<typeof action>;

interface TestedBeside extends Tested {
  /** Output of the dependencies, under a title that names each. */
  readonly logs: readonly { readonly title: string; readonly log: string }[];
}

const passed = ({ passEnv = [] }: Inputs, context: RunContext) => passOn(passEnv, (name) => context.environment(name));

/** What a dependency printed; one that ended before the tests did is likely why they failed. */
function logOf({ name, process, ended }: Started): TestedBeside['logs'][number] {
  const end = ended();
  const title =
    end === undefined ? `Log of ${name}` : `Log of ${name}, which ended with exit code ${end.exitCode} during the tests`;
  return { title, log: lastLines(process.output()) };
}

async function execute(inputs: Inputs, planned: Plan, ports: Ports, context: RunContext): Promise<TestedBeside> {
  const { reports, workingDirectory: folder, timeBudget: budgetMs } = inputs;
  const env = { ...passed(inputs, context).variables, ...inputs.env };
  await prepare(planned, ports.files.resolve(folder), env, ports);
  await removeStale(reports, folder, ports.files);
  return withDependencies(planned.dependencies, folder, ports, async (started) => {
    const tested = await runTests({ words: planned.words, folder, env, budgetMs, reports }, ports);
    return { ...tested, logs: started.map(logOf) };
  });
}

function annotations(inputs: Inputs, tested: Tested, judgement: Judgement, context: RunContext): readonly Annotation[] {
  const place = { workspace: context.workspace, folder: inputs.workingDirectory };
  return [
    ...failedTests(tested.report, inputs.kind, place),
    ...unreadReports(tested, judgement).map((problem) => annotationOf(problem)),
    ...passed(inputs, context).warnings,
  ];
}

function logBlocks({ logs }: TestedBeside, { kind }: Judgement): readonly Block[] {
  return kind === 'passed' ? [] : logs.map(({ title, log }) => details(title, [code(log || '(it printed nothing)')]));
}

/** Runs the tests beside their dependencies and judges what came of them. */
export async function run(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const planned = await plan(inputs, ports);
  const tested = await execute(inputs, planned, ports, context);
  const judgement = judge(tested, inputs.minTests);
  const { seconds, report, logs } = tested;
  if (judgement.kind !== 'passed')
    for (const { title, log } of logs) ports.log.info(`${title}:\n${log || '(it printed nothing)'}`);
  const place = { workspace: context.workspace, folder: inputs.workingDirectory };
  return {
    verdict: verdictOf(judgement),
    headline: `${headline(judgement, inputs.kind, inputs.timeBudget)} (${seconds.toFixed(1)} s)`,
    outputs: countsOf(report, seconds),
    annotations: annotations(inputs, tested, judgement, context),
    summary: testSummary(tested, judgement, place, logBlocks(tested, judgement)),
    data: {
      judgement,
      seconds,
      cases: (report?.cases ?? []).map(({ name, result, seconds: took }) => ({ name, result, seconds: took })),
    },
  };
}
