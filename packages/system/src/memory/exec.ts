import type { Exec, ExecOptions, ExecResult } from '../exec.ts';

/** One command that was asked for. */
export interface ExecCall {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: ExecOptions;
}

/** An Exec that answers from a function and keeps its calls. */
export interface ScriptedExec extends Exec {
  readonly calls: readonly ExecCall[];
}

/** Commands answered by a function; `undefined` means exit code 0 and no output. */
export function scriptedExec(answer: (call: ExecCall) => Partial<ExecResult> | undefined = () => undefined): ScriptedExec {
  const calls: ExecCall[] = [];
  const perform = (command: string, args: readonly string[], options: ExecOptions = {}): ExecResult => {
    const call = { command, args, options };
    calls.push(call);
    const result = { exitCode: 0, stdout: '', stderr: '', timedOut: false, ...answer(call) };
    if (result.stdout) options.onOutput?.(result.stdout, 'stdout');
    if (result.stderr) options.onOutput?.(result.stderr, 'stderr');
    return result;
  };
  return {
    calls,
    run: async (command, args, options) => perform(command, args, options),
    start: async (command, args, options) => {
      const result = perform(command, args, options);
      let stop = async (): Promise<void> => undefined;
      // A process that is started goes on until it is stopped, unless it is scripted to fail.
      const stopped = new Promise<ExecResult>((resolve) => {
        stop = async () => resolve(result);
      });
      const exited = result.exitCode === 0 ? stopped : Promise.resolve(result);
      return { pid: 1, exited, output: () => result.stdout + result.stderr, stop };
    },
    which: async (command) => `/usr/bin/${command}`,
  };
}
