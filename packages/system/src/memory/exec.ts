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
      return {
        pid: 1,
        exited: Promise.resolve(result),
        output: () => result.stdout + result.stderr,
        stop: async () => undefined,
      };
    },
    which: async (command) => `/usr/bin/${command}`,
  };
}
