import { Failure, type Problem, renderProblem } from '@slipway/failure';
import { type ActionDefinition, outputName, parseInputs, Secret } from '@slipway/metadata';
import { type Block, heading, list, paragraph } from '@slipway/summary';
import { annotationOf, withinLimits } from './annotations.ts';
import type { Host } from './host.ts';
import type { Annotation, Json, Outcome, Run, Verdict } from './outcome.ts';
import { redactingHost } from './redaction.ts';
import type { Report } from './report.ts';

interface Ending {
  readonly verdict: Verdict | 'error';
  readonly headline: string;
  readonly problems: readonly Problem[];
  readonly outputs: Readonly<Record<string, string | undefined>>;
  readonly annotations: readonly Annotation[];
  readonly summary: readonly Block[];
  readonly data: Json;
}

const SYMBOLS = { pass: '✅', fail: '❌', inconclusive: '❔', error: '🛑' } as const;

function problemsEnding(action: string, problems: readonly Problem[]): Ending {
  const headline =
    problems.length === 1
      ? (problems[0]?.message ?? '')
      : `${problems.length} problems stopped ${action} before it changed anything else.`;
  return {
    verdict: 'error',
    headline,
    problems,
    outputs: {},
    annotations: problems.map(annotationOf),
    summary: [list(problems.map((problem) => [renderProblem(problem)]))],
    data: null,
  };
}

function outcomeEnding(outcome: Outcome<ActionDefinition>): Ending {
  const annotations = outcome.annotations ?? [];
  const silent = outcome.verdict !== 'pass' && !annotations.some(({ level }) => level === 'error');
  const own: Annotation = {
    level: 'error',
    title: outcome.verdict === 'fail' ? 'Failed' : 'Could not tell',
    message: outcome.headline,
  };
  return {
    verdict: outcome.verdict,
    headline: outcome.headline,
    problems: [],
    outputs: outcome.outputs,
    annotations: silent ? [own, ...annotations] : annotations,
    summary: outcome.summary ?? [],
    data: outcome.data ?? null,
  };
}

function defectEnding(error: unknown, host: Host): Ending {
  host.ports.log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const message = `Slipway has a defect here: ${error instanceof Error ? error.message : String(error)}`;
  return problemsEnding('the action', [
    { code: 'DEFECT', message, remedy: 'Run again with debug logging for the stack, and report it.' },
  ]);
}

async function endingOf(definition: ActionDefinition, run: Run<ActionDefinition>, host: Host): Promise<Ending> {
  try {
    const parsed = parseInputs(definition, (name, input) => host.readInput(name, input));
    const problems = [...host.problems(), ...(parsed.ok ? [] : parsed.problems)];
    if (problems.length > 0 || !parsed.ok) return problemsEnding(definition.name, problems);
    for (const value of Object.values(parsed.inputs)) if (value instanceof Secret) host.ports.log.mask(value.reveal());
    return outcomeEnding(await run(parsed.inputs, host.ports, host.context));
  } catch (error) {
    return error instanceof Failure ? problemsEnding(definition.name, error.problems) : defectEnding(error, host);
  }
}

function reportOf(definition: ActionDefinition, ending: Ending, durationMs: number): Report {
  const outputs = Object.entries(ending.outputs).map(([key, value]) => [outputName(key), value ?? '']);
  return {
    schema: 'slipway.report/v1',
    action: definition.name,
    verdict: ending.verdict,
    headline: ending.headline,
    problems: ending.problems,
    outputs: Object.fromEntries(outputs) as Record<string, string>,
    annotations: ending.annotations,
    data: ending.data,
    durationMs,
  };
}

/**
 * Runs an action to its end in a host: parse, run, report.
 *
 * What was masked on the way is hidden in all that leaves: log, annotations, outputs, summary and report.
 * Never throws for what the user or the world did wrong: a Failure and a defect both become annotations.
 * @returns the exit code: 0 only when the verdict is pass.
 */
export async function runAction<D extends ActionDefinition>(definition: D, run: Run<D>, bare: Host): Promise<0 | 1> {
  const host = redactingHost(bare);
  const started = host.ports.clock.now();
  // The definition's own type parameters do not matter from here on: every value goes through the definition itself.
  const ending = await endingOf(definition, run as unknown as Run<ActionDefinition>, host);
  const report = reportOf(definition, ending, host.ports.clock.now() - started);
  for (const annotation of withinLimits(ending.annotations)) host.annotate(annotation);
  for (const [name, value] of Object.entries(report.outputs)) host.writeOutput(name, value);
  host.writeOutput('verdict', report.verdict);
  host.writeOutput('report', await host.writeReport(report));
  const title = heading(3, `${SYMBOLS[ending.verdict]} ${definition.title}`);
  await host.writeSummary(definition.name, [title, paragraph([{ bold: ending.headline }]), ...ending.summary]);
  host.ports.log.info(`${SYMBOLS[ending.verdict]} ${definition.name}: ${ending.headline}`);
  return ending.verdict === 'pass' ? 0 : 1;
}
