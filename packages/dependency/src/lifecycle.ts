import { Failure } from '@slipway/failure';
import type { Clock, Exec, ExecResult, Files, Http, Log, RunningProcess } from '@slipway/system';
import { folderOf, programAt } from './check.ts';
import { type Commands, commandsOf, ensureImage } from './commands.ts';
import type { Dependency } from './dependency.ts';
import { probe, takenAddress } from './readiness.ts';

const POLL_MS = 100;
const LOG_LINES = 30;
/** A cancelled run has seconds left, so whatever does not end by itself is ended sooner. */
const GRACE_MS = { usual: 5000, cancelled: 1500 } as const;
const REMOVE_MS = 15_000;

/** What starting a dependency touches. */
export interface Surroundings {
  readonly exec: Exec;
  readonly clock: Clock;
  readonly http: Http;
  readonly files: Files;
  readonly log: Log;
  readonly cancelled: AbortSignal;
}

/** A dependency that runs. */
export interface Started {
  readonly name: string;
  readonly process: RunningProcess;
  /** How it ended, when it has ended by itself. */
  ended(): ExecResult | undefined;
}

/** The last lines that a dependency printed. */
export function lastLines(output: string, count = LOG_LINES): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}

function notReady({ name }: Dependency, started: Started, why: string): Failure {
  const log = lastLines(started.process.output()) || '(it printed nothing)';
  const remedy = 'Run its command by hand, or give it longer with "ready.within".';
  return new Failure({
    code: 'DEPENDENCY_NOT_READY',
    message: `"${name}" ${why}. Its last lines:\n${log}\n`,
    remedy,
  });
}

function taken({ name, location }: Dependency, address: string): Failure {
  const message = `Something else answers at ${address} already, so "${name}" was not started: it would be taken for it.`;
  return new Failure({
    code: 'DEPENDENCY_ADDRESS_TAKEN',
    message,
    remedy: 'End what runs there, or use another port.',
    location,
  });
}

async function waitUntilReady(dependency: Dependency, started: Started, { clock, http, cancelled }: Surroundings): Promise<void> {
  const { ready } = dependency;
  const deadline = clock.now() + ready.withinMs;
  for (;;) {
    const seen = await probe(ready, () => started.process.output(), http);
    const end = started.ended();
    if (end !== undefined) {
      const instead = seen.ready ? ', and something else answers at its address' : ' before it was ready';
      throw notReady(dependency, started, `ended with exit code ${end.exitCode}${instead}`);
    }
    if (seen.ready) return;
    if (clock.now() >= deadline)
      throw notReady(dependency, started, `was not ready within ${ready.withinMs / 1000} s: ${seen.seen}`);
    await clock.sleep(POLL_MS, cancelled).catch((cause: unknown) => {
      const message = `The run was cancelled while "${dependency.name}" started.`;
      throw new Failure({ code: 'CANCELLED', message }, { cause });
    });
  }
}

interface Running extends Started {
  readonly commands: Commands;
  readonly cwd: string;
  readonly env: Dependency['env'];
}

async function start(dependency: Dependency, folder: string, { exec, files, clock }: Surroundings): Promise<Running> {
  const { name, env } = dependency;
  const cwd = folderOf(dependency, folder, files);
  const commands = await commandsOf(dependency, `slipway-${clock.now().toString(36)}-${name}`, exec);
  const [program = '', ...args] = commands.start;
  const process = await exec.start(programAt(program, cwd), args, { cwd, env });
  let end: ExecResult | undefined;
  void process.exited.then((result) => {
    end = result;
  });
  return { name, process, commands, cwd, env, ended: () => end };
}

async function stop({ process, commands, cwd, env }: Running, { exec, cancelled }: Surroundings): Promise<void> {
  await process.stop(cancelled.aborted ? GRACE_MS.cancelled : GRACE_MS.usual);
  const [program, ...args] = commands.remove ?? [];
  if (program !== undefined) await exec.run(program, args, { cwd, env, timeoutMs: REMOVE_MS });
}

async function stopAll(started: readonly Running[], surroundings: Surroundings): Promise<void> {
  const last = started.toReversed();
  if (surroundings.cancelled.aborted) await Promise.all(last.map((one) => stop(one, surroundings)));
  else for (const one of last) await stop(one, surroundings);
}

/**
 * Runs the work while the dependencies run, started in order, each ready before the next, and ended in reverse order.
 *
 * @throws Failure DEPENDENCY_NOT_READY with the dependency's last lines, DEPENDENCY_IMAGE, or DEPENDENCY_ADDRESS_TAKEN.
 */
export async function withDependencies<T>(
  dependencies: readonly Dependency[],
  folder: string,
  surroundings: Surroundings,
  work: (started: readonly Started[]) => Promise<T>,
): Promise<T> {
  const { exec, http, log, cancelled } = surroundings;
  const started: Running[] = [];
  try {
    for (const dependency of dependencies) {
      await ensureImage(dependency, exec, cancelled);
      const address = await takenAddress(dependency.ready, http);
      if (address !== undefined) throw taken(dependency, address);
      const one = await start(dependency, folder, surroundings);
      started.push(one);
      await waitUntilReady(dependency, one, surroundings);
      log.info(`"${dependency.name}" is ready.`);
    }
    return await work(started);
  } finally {
    await stopAll(started, surroundings);
  }
}
