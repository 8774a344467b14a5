import { exec as actionsExec } from '@actions/exec';
import { Failure } from '@slipway/failure';
import type { Exec, ExecOptions, ExecResult } from '@slipway/system';
import { minimalEnvironment, startProcess } from '@slipway/system/node';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly workspace: string;
}

async function find(command: string, environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const candidates = command.includes('/')
    ? [command]
    : (environment['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command));
  for (const candidate of candidates) {
    if (
      await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return candidate;
  }
  return undefined;
}

function missing(command: string, cause?: unknown): Failure {
  const remedy = 'Install it in an earlier step, or check the spelling.';
  return new Failure({ code: 'COMMAND_NOT_FOUND', message: `The command ${command} is not on the path.`, remedy }, { cause });
}

async function runBounded(command: string, args: readonly string[], options: ExecOptions, at: Surroundings): Promise<ExecResult> {
  const running = await startProcess(command, args, {
    ...options,
    environment: at.environment,
    cwd: options.cwd ?? at.workspace,
  }).catch((error: unknown) => Promise.reject(missing(command, error)));
  let timedOut = false;
  let stopped: Promise<void> | undefined;
  const stop = (): void => {
    stopped ??= running.stop();
  };
  const timer = setTimeout(
    () => {
      timedOut = true;
      stop();
    },
    options.timeoutMs ?? 2 ** 31 - 1,
  );
  options.signal?.addEventListener('abort', stop, { once: true });
  // The signal may have come while the program was starting, when nobody listened yet.
  if (options.signal?.aborted) stop();
  const result = await running.exited;
  // The program may have obeyed while what it started has not.
  await stopped;
  clearTimeout(timer);
  options.signal?.removeEventListener('abort', stop);
  return { ...result, timedOut };
}

async function runToEnd(command: string, args: readonly string[], options: ExecOptions, at: Surroundings): Promise<ExecResult> {
  const texts = { stdout: '', stderr: '' };
  const listen =
    (stream: 'stdout' | 'stderr') =>
    (data: Buffer): void => {
      texts[stream] += data.toString('utf8');
      options.onOutput?.(data.toString('utf8'), stream);
    };
  const exitCode = await actionsExec(`"${command}"`, [...args], {
    cwd: options.cwd ?? at.workspace,
    env: { ...minimalEnvironment(at.environment), ...options.env },
    silent: true,
    ignoreReturnCode: true,
    listeners: { stdout: listen('stdout'), stderr: listen('stderr') },
    ...(options.input !== undefined && { input: Buffer.from(options.input) }),
  });
  return { exitCode, ...texts, timedOut: false };
}

/**
 * Commands on this machine.
 *
 * A command without a time limit goes through @actions/exec. That package can end neither a process nor its children,
 * so a command with a limit or a signal is started in a process group of its own.
 */
export function nodeExec(at: Surroundings): Exec {
  return {
    which: (command) => find(command, at.environment),
    run: async (command, args, options = {}) => {
      const program = await find(command, { ...at.environment, ...options.env });
      if (program === undefined) throw missing(command);
      const bounded = options.input === undefined && (options.timeoutMs !== undefined || options.signal !== undefined);
      return bounded ? runBounded(program, args, options, at) : runToEnd(program, args, options, at);
    },
    start: async (command, args, options = {}) => {
      const program = await find(command, { ...at.environment, ...options.env });
      if (program === undefined) throw missing(command);
      return startProcess(program, args, { ...options, environment: at.environment, cwd: options.cwd ?? at.workspace });
    },
  };
}
