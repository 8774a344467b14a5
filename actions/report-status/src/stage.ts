import type { Problem } from '@slipway/failure';
import { isJobResult, type JobResult } from '@slipway/github';

/** The stages in their order; the JSON of the `needs` context keeps none. */
export const STAGES = ['build', 'test', 'publish', 'staging', 'production'] as const;

/** The name of a stage, which is its job's id. */
export type StageName = (typeof STAGES)[number];

/** How one stage ended. */
export interface Stage {
  readonly number: number;
  readonly name: StageName;
  readonly result: JobResult;
  /** Set where nothing was deployed, because a newer commit was there already. */
  readonly overtaken?: true;
}

const REMEDY = `Write "results: \${{ toJSON(needs) }}" in a job that needs all five stages.`;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const problem = (message: string): Problem => ({ code: 'RESULTS_MALFORMED', message, remedy: REMEDY });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readStage(name: StageName, index: number, needs: Readonly<Record<string, unknown>>): Stage | Problem {
  const job = needs[name];
  if (job === undefined) return problem(`Input "results" has no stage "${name}".`);
  const result = isRecord(job) ? job['result'] : undefined;
  const overtaken = isRecord(job) && isRecord(job['outputs']) && job['outputs']['skipped'] === 'true';
  if (isJobResult(result)) return { number: index + 1, name, result, ...(overtaken && { overtaken }) };
  const shown = result === undefined ? 'no result' : `the unknown result ${JSON.stringify(result)}`;
  return problem(`Input "results" has ${shown} for the stage "${name}".`);
}

/** Reads the stages from the JSON of the `needs` context; what is wrong with it goes to `problems`. */
export function parseStages(text: string, problems: Problem[]): readonly Stage[] {
  const needs = parseJson(text);
  if (!isRecord(needs)) {
    problems.push(problem('Input "results" is not a JSON object of jobs.'));
    return [];
  }
  const unknown = Object.keys(needs).filter((name) => !STAGES.some((stage) => stage === name));
  problems.push(...unknown.map((name) => problem(`Input "results" has the job ${JSON.stringify(name)}, which is no stage.`)));
  const read = STAGES.map((name, index) => readStage(name, index, needs));
  problems.push(...read.filter((each) => 'code' in each));
  return read.filter((each) => 'result' in each);
}
