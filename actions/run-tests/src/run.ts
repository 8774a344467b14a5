import { lastLines, programAt, type Started, withDependencies } from '@slipway/dependency';
import { Failure } from '@slipway/failure';
import type { TestCase, TestReport } from '@slipway/junit';
import type { InputsOf } from '@slipway/metadata';
import { type Annotation, annotationOf, type Outcome, type Ports, type RunContext } from '@slipway/runner';
import { type Block, code, details, table } from '@slipway/summary';
import type { action } from './action.ts';
import { runBounded } from './bounded.ts';
import { type Evidence, headline, type Judgement, judge } from './judgement.ts';
import { placeOf } from './place.ts';
import { type Plan, plan } from './plan.ts';
import { readReports, removeStale } from './reports.ts';

type Inputs = InputsOf<typeof action>;

interface Tested extends Evidence {
  readonly seconds: number;
  /** Output of the dependencies, under a title that names each. */
  readonly logs: readonly { readonly title: string; readonly log: string }[];
}

function environment(inputs: Inputs, context: RunContext): Record<string, string> {
  const passed = (inputs.passEnv ?? []).map((name) => [name, context.environment(name)] as const);
  const known = passed.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(known), ...inputs.env };
}

async function prepare(
  { preparations }: Plan,
  cwd: string,
  env: Record<string, string>,
  { exec, log, cancelled }: Ports,
): Promise<void> {
  for (const [program = '', ...args] of preparations) {
    const onOutput = (text: string): void => log.info(text.trimEnd());
    const { exitCode, stdout, stderr } = await exec.run(programAt(program, cwd), args, {
      cwd,
      env,
      signal: cancelled,
      onOutput,
    });
    if (cancelled.aborted) throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled before the tests began.' });
    if (exitCode === 0) continue;
    const message = `"${[program, ...args].join(' ')}" ended with exit code ${exitCode}. Its last lines:\n${lastLines(stdout + stderr)}`;
    throw new Failure({ code: 'PREPARE_FAILED', message, remedy: 'No test was run; correct the command under "prepare".' });
  }
}

/** What a dependency printed; one that ended before the tests did is likely why they failed. */
function logOf({ name, process, ended }: Started): Tested['logs'][number] {
  const end = ended();
  const title =
    end === undefined ? `Log of ${name}` : `Log of ${name}, which ended with exit code ${end.exitCode} during the tests`;
  return { title, log: lastLines(process.output()) };
}

async function execute(inputs: Inputs, planned: Plan, ports: Ports, context: RunContext): Promise<Tested> {
  const { files, clock, cancelled } = ports;
  const { reports, workingDirectory, timeBudget: budgetMs } = inputs;
  const [cwd, env] = [files.resolve(workingDirectory), environment(inputs, context)];
  await prepare(planned, cwd, env, ports);
  await removeStale(reports, workingDirectory, files);
  const [program = '', ...args] = planned.words;
  return withDependencies(planned.dependencies, workingDirectory, ports, async (started) => {
    const begun = clock.now();
    const result = await runBounded([programAt(program, cwd), ...args], { cwd, env, budgetMs }, ports);
    const seconds = (clock.now() - begun) / 1000;
    const logs = started.map(logOf);
    return { result, ...(await readReports(reports, workingDirectory, files)), cancelled: cancelled.aborted, seconds, logs };
  });
}

function failures(report: TestReport | undefined): readonly TestCase[] {
  return report?.cases.filter(({ result }) => result === 'failed') ?? [];
}

function annotations(inputs: Inputs, tested: Tested, judgement: Judgement, context: RunContext): readonly Annotation[] {
  const failed = failures(tested.report).map(
    (failure): Annotation => ({
      level: 'error',
      title: `${inputs.kind} test failed: ${failure.name}`,
      message: failure.detail.split('\n').slice(0, 6).join('\n') || 'It says nothing more.',
      ...placeOf(failure, context.workspace, inputs.workingDirectory),
    }),
  );
  // Of a command that was ended, half a report is no surprise.
  const ended = ['over-budget', 'cancelled'].includes(judgement.kind);
  const malformed = ended ? [] : tested.malformed.map((problem) => annotationOf(problem));
  const unset = (inputs.passEnv ?? []).filter((name) => context.environment(name) === undefined);
  const title = 'Nothing to pass on';
  const message = `"pass-env" names ${unset.join(', ')}, which the step does not set.`;
  return [...failed, ...malformed, ...(unset.length > 0 ? [{ level: 'warning' as const, title, message }] : [])];
}

function slowest(report: TestReport | undefined): readonly Block[] {
  const slow = [...(report?.cases ?? [])].sort((a, b) => b.seconds - a.seconds).slice(0, 5);
  if (slow.length === 0) return [];
  return [
    details('Slowest tests', [
      table(
        ['test', 'seconds'],
        slow.map(({ name, seconds }) => [name, seconds.toFixed(3)]),
      ),
    ]),
  ];
}

function summary(tested: Tested, judgement: Judgement, context: RunContext, folder: string): readonly Block[] {
  const failed = failures(tested.report);
  const rows = failed.map((failure) => {
    const place = placeOf(failure, context.workspace, folder);
    return [
      failure.name,
      place === undefined ? '' : { code: [place.file, place.line].join(':') },
      failure.detail.split('\n')[0] ?? '',
    ];
  });
  const shown =
    judgement.kind === 'passed' ? [] : tested.logs.map(({ title, log }) => details(title, [code(log || '(it printed nothing)')]));
  const output =
    judgement.kind === 'passed'
      ? []
      : [details('Output of the command', [code(lastLines(tested.result.stdout + tested.result.stderr, 60))])];
  return [
    ...(rows.length > 0 ? [table(['failed test', 'where', 'why'], rows)] : []),
    ...output,
    ...shown,
    ...slowest(tested.report),
  ];
}

/** Runs the tests beside their dependencies and judges what came of them. */
export async function run(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const planned = await plan(inputs, ports);
  const tested = await execute(inputs, planned, ports, context);
  const judgement = judge(tested, inputs.minTests);
  const cases = tested.report?.cases ?? [];
  if (judgement.kind !== 'passed')
    for (const { title, log } of tested.logs) ports.log.info(`${title}:\n${log || '(it printed nothing)'}`);
  return {
    verdict: judgement.kind === 'passed' ? 'pass' : judgement.kind === 'cancelled' ? 'inconclusive' : 'fail',
    headline: `${headline(judgement, inputs.kind, inputs.timeBudget)} (${tested.seconds.toFixed(1)} s)`,
    outputs: {
      total: String(cases.filter(({ result }) => result !== 'skipped').length),
      failed: String(failures(tested.report).length),
      skipped: String(cases.filter(({ result }) => result === 'skipped').length),
      seconds: tested.seconds.toFixed(1),
    },
    annotations: annotations(inputs, tested, judgement, context),
    summary: summary(tested, judgement, context, inputs.workingDirectory),
    data: { judgement, seconds: tested.seconds, cases: cases.map(({ name, result, seconds }) => ({ name, result, seconds })) },
  };
}
