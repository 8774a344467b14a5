import { Failure } from '@slipway/failure';
import type { Clock, Exec, Http, Log, RunningProcess } from '@slipway/system';
import type { Dependency } from './dependency.ts';

const POLL_MS = 100;
const LOG_LINES = 30;

/** What starting a dependency touches. */
export interface Surroundings {
  readonly exec: Exec;
  readonly clock: Clock;
  readonly http: Http;
  readonly log: Log;
  readonly cancelled: AbortSignal;
}

/** A dependency that runs. */
export interface Started {
  readonly name: string;
  readonly process: RunningProcess;
}

/** The last lines that a dependency printed. */
export function lastLines(output: string, count = LOG_LINES): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}

async function answers(dependency: Dependency, started: Started, { http }: Surroundings): Promise<boolean> {
  const { ready } = dependency;
  if (ready.log !== undefined) return started.process.output().includes(ready.log);
  try {
    const response = await http.fetch({ url: ready.http ?? `http://${ready.tcp}/`, timeoutMs: 2000 });
    return ready.http === undefined || response.status < 400;
  } catch (error) {
    // A server that closes the connection without speaking HTTP, such as a database, has accepted it all the same.
    return ready.tcp !== undefined && error instanceof Failure && !/ECONNREFUSED|did not answer within/.test(error.message);
  }
}

function notReady(dependency: Dependency, started: Started, why: string): Failure {
  const log = lastLines(started.process.output()) || '(it printed nothing)';
  const message = `The dependency "${dependency.name}" ${why}. Its last lines:\n${log}`;
  return new Failure({
    code: 'DEPENDENCY_NOT_READY',
    message,
    remedy: 'Run its command by hand, or give it longer with "ready.within".',
  });
}

async function waitUntilReady(dependency: Dependency, started: Started, surroundings: Surroundings): Promise<void> {
  let ended = false;
  void started.process.exited.then(() => {
    ended = true;
  });
  const deadline = surroundings.clock.now() + dependency.ready.withinMs;
  while (!(await answers(dependency, started, surroundings))) {
    if (ended) throw notReady(dependency, started, 'ended before it was ready');
    if (surroundings.clock.now() >= deadline)
      throw notReady(dependency, started, `was not ready within ${dependency.ready.withinMs} ms`);
    await surroundings.clock.sleep(POLL_MS, surroundings.cancelled);
  }
  // Whoever answers must be the one we started: a port that something else holds would fool the tests.
  if (ended) throw notReady(dependency, started, 'ended, and something else answers at its address');
}

async function start(dependency: Dependency, folder: string, { exec }: Surroundings): Promise<Started> {
  const [program = '', ...args] = dependency.command;
  const cwd = dependency.workingDirectory ?? folder;
  return { name: dependency.name, process: await exec.start(program, args, { cwd, env: dependency.env }) };
}

/**
 * Runs the work while the dependencies run, started in order, each ready before the next, and ended in reverse order.
 *
 * @throws Failure DEPENDENCY_NOT_READY with the dependency's last lines.
 */
export async function withDependencies<T>(
  dependencies: readonly Dependency[],
  folder: string,
  surroundings: Surroundings,
  work: (started: readonly Started[]) => Promise<T>,
): Promise<T> {
  const started: Started[] = [];
  try {
    for (const dependency of dependencies) {
      const one = await start(dependency, folder, surroundings);
      started.push(one);
      await waitUntilReady(dependency, one, surroundings);
      surroundings.log.info(`The dependency "${dependency.name}" is ready.`);
    }
    return await work(started);
  } finally {
    for (const { process } of started.toReversed()) await process.stop();
  }
}
