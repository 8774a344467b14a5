import { type Dependency, lastLines, parseDependencies, withDependencies } from '@slipway/dependency';
import { collect, Failure, failWhen, type Problem } from '@slipway/failure';
import { parseJUnit, type TestCase, type TestReport } from '@slipway/junit';
import type { InputsOf } from '@slipway/metadata';
import type { Annotation, Outcome, Ports, RunContext } from '@slipway/runner';
import { type Block, code, details, table } from '@slipway/summary';
import type { ExecResult } from '@slipway/system';
import type { action } from './action.ts';
import { headline, type Judgement, judge } from './judgement.ts';
import { placeOf } from './place.ts';
import { splitCommand } from './words.ts';

type Inputs = InputsOf<typeof action>;

interface Tested {
  readonly result: ExecResult;
  readonly report: TestReport | undefined;
  readonly seconds: number;
  /** Output of the dependencies, by name. */
  readonly logs: readonly { readonly name: string; readonly log: string }[];
}

interface Plan {
  readonly preparations: readonly (readonly string[])[];
  readonly words: readonly string[];
  readonly dependencies: readonly Dependency[];
}

/** Every problem of the command and of the dependencies' file, together. */
async function plan(inputs: Inputs, { files }: Ports): Promise<Plan> {
  const problems: Problem[] = [];
  const file = inputs.dependencies;
  const preparations: (readonly string[])[] = [];
  for (const command of inputs.prepare ?? []) {
    const split = await collect(problems, () => splitCommand(command, 'prepare'));
    if (split !== undefined) preparations.push(split);
  }
  const words = await collect(problems, () => splitCommand(inputs.command));
  const dependencies =
    file === undefined ? [] : await collect(problems, async () => parseDependencies(file, await files.readText(file)));
  failWhen(problems);
  return { preparations, words: words ?? [], dependencies: dependencies ?? [] };
}

async function reportPaths(inputs: Inputs, { files }: Ports): Promise<readonly string[]> {
  const found = await Promise.all(inputs.reports.map((pattern) => files.glob(`${inputs.workingDirectory}/${pattern}`)));
  return [...new Set(found.flat())].sort();
}

/** A report of an earlier run must not speak for this one. */
async function removeStaleReports(inputs: Inputs, ports: Ports): Promise<void> {
  for (const path of await reportPaths(inputs, ports)) await ports.files.remove(path);
}

async function readReport(inputs: Inputs, ports: Ports): Promise<TestReport | undefined> {
  const paths = await reportPaths(inputs, ports);
  if (paths.length === 0) return undefined;
  const reports = await Promise.all(paths.map(async (path) => parseJUnit(path, await ports.files.readText(path))));
  return { cases: reports.flatMap(({ cases }) => cases) };
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
    const { exitCode, stdout, stderr } = await exec.run(program, args, { cwd, env, signal: cancelled, onOutput });
    if (exitCode === 0) continue;
    const message = `"${[program, ...args].join(' ')}" ended with exit code ${exitCode}. Its last lines:\n${lastLines(stdout + stderr)}`;
    throw new Failure({ code: 'PREPARE_FAILED', message, remedy: 'No test was run; correct the command under "prepare".' });
  }
}

async function execute(inputs: Inputs, planned: Plan, ports: Ports, context: RunContext): Promise<Tested> {
  const [cwd, env] = [ports.files.resolve(inputs.workingDirectory), environment(inputs, context)];
  await prepare(planned, cwd, env, ports);
  await removeStaleReports(inputs, ports);
  const [program = '', ...args] = planned.words;
  const { dependencies } = planned;
  return withDependencies(dependencies, inputs.workingDirectory, ports, async (started) => {
    const begun = ports.clock.now();
    const result = await ports.exec.run(program, args, {
      cwd,
      env,
      timeoutMs: inputs.timeBudget,
      signal: ports.cancelled,
      onOutput: (text) => ports.log.info(text.trimEnd()),
    });
    const seconds = (ports.clock.now() - begun) / 1000;
    const logs = started.map(({ name, process }) => ({ name, log: lastLines(process.output()) }));
    return { result, report: await readReport(inputs, ports), seconds, logs };
  });
}

function failures(report: TestReport | undefined): readonly TestCase[] {
  return report?.cases.filter(({ result }) => result === 'failed') ?? [];
}

function annotations(inputs: Inputs, tested: Tested, context: RunContext): readonly Annotation[] {
  return failures(tested.report).map((failure) => ({
    level: 'error',
    title: `${inputs.kind} test failed: ${failure.name}`,
    message: failure.detail.split('\n').slice(0, 6).join('\n') || 'It says nothing more.',
    ...placeOf(failure, context.workspace, inputs.workingDirectory),
  }));
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
    judgement.kind === 'passed'
      ? []
      : tested.logs.map(({ name, log }) => details(`Log of ${name}`, [code(log || '(it printed nothing)')]));
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
  const judgement = judge(tested.result, tested.report, inputs.minTests);
  const cases = tested.report?.cases ?? [];
  if (judgement.kind !== 'passed') for (const { name, log } of tested.logs) ports.log.info(`Last lines of ${name}:\n${log}`);
  return {
    verdict: judgement.kind === 'passed' ? 'pass' : 'fail',
    headline: `${headline(judgement, inputs.kind, inputs.timeBudget)} (${tested.seconds.toFixed(1)} s)`,
    outputs: {
      total: String(cases.filter(({ result }) => result !== 'skipped').length),
      failed: String(failures(tested.report).length),
      skipped: String(cases.filter(({ result }) => result === 'skipped').length),
      seconds: tested.seconds.toFixed(1),
    },
    annotations: annotations(inputs, tested, context),
    summary: summary(tested, judgement, context, inputs.workingDirectory),
    data: { judgement, seconds: tested.seconds, cases: cases.map(({ name, result, seconds }) => ({ name, result, seconds })) },
  };
}
