import { posix } from 'node:path';
import { Failure } from '@slipway/failure';
import type { Ports, RunContext } from '@slipway/runner';
import { buildLog } from './build-log.ts';
import { type CheckFinding, parseChecks, worstFirst } from './checks.ts';
import { checkCommand, engineCommands, engineEnvironment } from './engine-command.ts';
import type { BuildPlan } from './plan.ts';
import type { Progress } from './progress.ts';

/** How an engine ended. */
export interface Built {
  readonly exitCode: number;
  readonly lines: readonly string[];
  readonly seconds: number;
  readonly progress: Progress;
  /** The build failed with the cache and was done again without it. */
  readonly withoutCache: boolean;
}

/** What the engine's checks said; `unable` tells why they said nothing. */
export interface Checked {
  readonly findings: readonly CheckFinding[];
  readonly unable?: string;
}

/** The Dockerfile from the workspace, as annotations name it. */
export function dockerfileOf(plan: BuildPlan, { workspace }: RunContext): string {
  return posix.relative(workspace, posix.join(plan.context, plan.dockerfile));
}

/** Has the engine check the Dockerfile; nothing is built. */
export async function check(plan: BuildPlan, { exec, cancelled }: Ports): Promise<Checked> {
  const command = checkCommand(plan);
  if (command === undefined) return { findings: [], unable: `${plan.engine.kind} has no checks` };
  const env = engineEnvironment(plan);
  const { exitCode, stdout, stderr } = await exec.run(command.program, command.args, { env, signal: cancelled });
  const findings = worstFirst(parseChecks(stdout));
  // Some engines end with another code when there are findings.
  if (exitCode === 0 || findings.length > 0) return { findings };
  return { findings, unable: stderr.trim().split('\n').at(-1) ?? `exit code ${exitCode}` };
}

async function once(plan: BuildPlan, { exec, files, clock, log, cancelled }: Ports): Promise<Omit<Built, 'withoutCache'>> {
  // Buildah makes the layout's folder but not the one above it.
  await files.write(`${plan.layout}/oci-layout`, '');
  // A blob of an earlier build would be taken along by whoever uploads the folder.
  await files.remove(plan.layout);
  const secrets = plan.secrets.map(({ value }) => value);
  const output = buildLog(log, secrets);
  const begun = clock.now();
  let exitCode = 0;
  for (const { program, args } of engineCommands(plan)) {
    const env = engineEnvironment(plan);
    const result = await exec.run(program, args, { env, signal: cancelled, onOutput: (text) => output.write(text) });
    output.end();
    exitCode = result.exitCode;
    if (exitCode !== 0) break;
  }
  return { exitCode, lines: output.lines, seconds: (clock.now() - begun) / 1000, progress: output.progress };
}

/** Whether an engine names its cache as what failed. */
function blamesCache(lines: readonly string[]): boolean {
  return lines.some((line) => /^(ERROR|error)\b.*\bcache\b/i.test(line));
}

/** Builds; when the cache is at fault, once more without it, because a cache must never cost a release. */
export async function build(plan: BuildPlan, ports: Ports): Promise<Built> {
  const first = await once(plan, ports);
  const retry = first.exitCode !== 0 && plan.cache.kind === 'use' && blamesCache(first.lines) && !ports.cancelled.aborted;
  if (ports.cancelled.aborted) throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled during the build.' });
  if (!retry) return { ...first, withoutCache: false };
  ports.log.info('The build failed with its cache; it is done again without.');
  const second = await once({ ...plan, cache: { kind: 'none', why: 'it failed' } }, ports);
  return { ...second, withoutCache: true };
}
