import { lastLines, programAt } from '@slipway/dependency';
import { collect, Failure, type Problem } from '@slipway/failure';
import type { Exec, Files } from '@slipway/system';
import type { Surroundings } from './bounded.ts';
import { splitCommand } from './words.ts';

/** A command as its program and its arguments. */
export type Words = readonly string[];

/** A project's commands as inputs give them. */
export interface GivenCommands {
  readonly command: string;
  /** What runs before, in this order. */
  readonly prepare?: readonly string[] | undefined;
  readonly workingDirectory: string;
  /** The search path that the commands get, when it is another than the step's own. */
  readonly path?: string | undefined;
}

/** A project's commands, once nothing stands in their way. */
export interface Commands {
  readonly preparations: readonly Words[];
  readonly words: Words;
}

interface Machine {
  readonly exec: Exec;
  readonly files: Files;
}

async function programProblem(
  input: string,
  words: Words,
  given: GivenCommands,
  { exec, files }: Machine,
): Promise<readonly Problem[]> {
  const [program = ''] = words;
  // Another PATH is another machine to look at; then the start itself tells.
  if (given.path !== undefined) return [];
  if ((await exec.which(programAt(program, files.resolve(given.workingDirectory)))) !== undefined) return [];
  const message = `Input "${input}" starts with ${program}, which is not on the path or cannot be executed.`;
  return [{ code: 'COMMAND_NOT_FOUND', message, remedy: 'Install it in an earlier step, or check the spelling.' }];
}

async function folderProblems({ workingDirectory }: GivenCommands, { files }: Machine): Promise<readonly Problem[]> {
  if (workingDirectory === '.' || (await files.exists(workingDirectory))) return [];
  const message = `Input "working-directory" is "${workingDirectory}", and there is no such folder in the workspace.`;
  return [{ code: 'FOLDER_NOT_FOUND', message, remedy: 'Correct it, or check the repository out in an earlier step.' }];
}

/**
 * Splits a project's commands and looks for the first program and the folder; nothing is started.
 *
 * @param problems takes up what is wrong: COMMAND_NEEDS_SHELL, COMMAND_MALFORMED, COMMAND_NOT_FOUND, FOLDER_NOT_FOUND
 */
export async function readCommands(given: GivenCommands, machine: Machine, problems: Problem[]): Promise<Commands> {
  const preparations: Words[] = [];
  for (const command of given.prepare ?? []) {
    const split = await collect(problems, () => splitCommand(command, 'prepare'));
    if (split !== undefined) preparations.push(split);
  }
  const words = await collect(problems, () => splitCommand(given.command));
  const folder = await folderProblems(given, machine);
  problems.push(...folder);
  // Only what comes first must be there by now: the rest may be what the first one installs.
  const [first] = preparations.length > 0 ? preparations : [words];
  if (folder.length === 0 && first !== undefined)
    problems.push(...(await programProblem(preparations.length > 0 ? 'prepare' : 'command', first, given, machine)));
  return { preparations, words: words ?? [] };
}

/** Runs what comes before the tests, one after another. @throws Failure PREPARE_FAILED or CANCELLED; then no test was run */
export async function prepare(
  { preparations }: Commands,
  cwd: string,
  env: Readonly<Record<string, string>>,
  { exec, log, cancelled }: Omit<Surroundings, 'clock'>,
): Promise<void> {
  for (const [program = '', ...args] of preparations) {
    const onOutput = (text: string): void => log.info(text.trimEnd());
    const options = { cwd, env, signal: cancelled, onOutput };
    const { exitCode, stdout, stderr } = await exec.run(programAt(program, cwd), args, options);
    if (cancelled.aborted) throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled before the tests began.' });
    if (exitCode === 0) continue;
    const message = `"${[program, ...args].join(' ')}" ended with exit code ${exitCode}. Its last lines:\n${lastLines(stdout + stderr)}`;
    throw new Failure({ code: 'PREPARE_FAILED', message, remedy: 'No test was run; correct the command under "prepare".' });
  }
}
