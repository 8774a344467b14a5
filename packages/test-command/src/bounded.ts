import type { Clock, Exec, ExecResult, Log } from '@slipway/system';

/** How a command is run within a time. */
export interface Bounds {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly budgetMs: number;
}

/** What running a command touches. */
export interface Surroundings {
  readonly exec: Exec;
  readonly clock: Clock;
  readonly log: Log;
  readonly cancelled: AbortSignal;
}

/** A cancelled run has seconds left. */
const GRACE_MS = { usual: 5000, cancelled: 2000 } as const;

/** How long after its end a command may take to close its output. */
const CLOSING_MS = 1000;

/**
 * Runs a command and returns when it and all it started have ended, be it by themselves or because the time is over.
 *
 * Tests leave servers behind, also when they pass, and a child may outlive a parent that obeys: so the whole group is
 * ended and waited for in every case.
 */
export async function runBounded(
  [program = '', ...args]: readonly string[],
  { cwd, env, budgetMs }: Bounds,
  { exec, clock, log, cancelled }: Surroundings,
): Promise<ExecResult> {
  const onOutput = (text: string): void => log.info(text.trimEnd());
  const running = await exec.start(program, args, { cwd, env, onOutput });
  const ended = new AbortController();
  const timedOut = await Promise.race([
    running.exited.then(() => false),
    clock.sleep(budgetMs, AbortSignal.any([ended.signal, cancelled])).then(
      () => true,
      () => false,
    ),
  ]);
  ended.abort();
  const graceMs = cancelled.aborted ? GRACE_MS.cancelled : GRACE_MS.usual;
  // A process that has left the group may hold the output open for ever; it must not hold the step.
  const result = await Promise.race([
    running.stop(graceMs).then(() => running.exited),
    clock.sleep(graceMs + CLOSING_MS).then(() => undefined),
  ]);
  return { exitCode: -1, stdout: running.output(), stderr: '', ...result, timedOut };
}
