import { type Dependency, dependencyProblems, parseDependencies, programAt } from '@slipway/dependency';
import { collect, failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { Ports } from '@slipway/runner';
import type { action } from './action.ts';
import { splitCommand } from './words.ts';

type Inputs = InputsOf<typeof action>;
type Words = readonly string[];

/** What is going to run, once nothing stands in the way. */
export interface Plan {
  readonly preparations: readonly Words[];
  readonly words: Words;
  readonly dependencies: readonly Dependency[];
}

async function programProblem(input: string, words: Words, inputs: Inputs, { exec, files }: Ports): Promise<readonly Problem[]> {
  const [program = ''] = words;
  // Another PATH is another machine to look at; then the start itself tells.
  if (inputs.env?.['PATH'] !== undefined) return [];
  if ((await exec.which(programAt(program, files.resolve(inputs.workingDirectory)))) !== undefined) return [];
  const message = `Input "${input}" starts with ${program}, which is not on the path or cannot be executed.`;
  return [{ code: 'COMMAND_NOT_FOUND', message, remedy: 'Install it in an earlier step, or check the spelling.' }];
}

async function folderProblems({ workingDirectory }: Inputs, { files }: Ports): Promise<readonly Problem[]> {
  if (workingDirectory === '.' || (await files.exists(workingDirectory))) return [];
  const message = `Input "working-directory" is "${workingDirectory}", and there is no such folder in the workspace.`;
  return [{ code: 'FOLDER_NOT_FOUND', message, remedy: 'Correct it, or check the repository out in an earlier step.' }];
}

function variableProblems({ env = {}, passEnv = [] }: Inputs): readonly Problem[] {
  const both = passEnv.filter((name) => name in env);
  return both.map((name) => ({
    code: 'INPUT_CONTRADICTION',
    message: `The variable ${name} is given in "env" and is to be passed on by "pass-env".`,
    remedy: 'Keep one of them.',
  }));
}

async function planDependencies(inputs: Inputs, ports: Ports, problems: Problem[]): Promise<readonly Dependency[]> {
  const file = inputs.dependencies;
  if (file === undefined) return [];
  if (!(await ports.files.exists(file))) {
    const message = `Input "dependencies" is "${file}", and there is no such file in the workspace.`;
    problems.push({ code: 'DEPENDENCIES_MISSING', message, remedy: 'Correct it, or add the file.' });
    return [];
  }
  const parsed = await collect(problems, async () => parseDependencies(file, await ports.files.readText(file)));
  const found = await dependencyProblems(parsed ?? [], inputs.workingDirectory, ports);
  // A preparation may build what a dependency runs, so then only its start can tell.
  problems.push(...found.filter(({ code }) => inputs.prepare === undefined || code !== 'DEPENDENCY_COMMAND'));
  return parsed ?? [];
}

/** Plans the run, or tells every problem of inputs, machine and dependencies together, before anything is changed. */
export async function plan(inputs: Inputs, ports: Ports): Promise<Plan> {
  const problems: Problem[] = [...variableProblems(inputs)];
  const preparations: Words[] = [];
  for (const command of inputs.prepare ?? []) {
    const split = await collect(problems, () => splitCommand(command, 'prepare'));
    if (split !== undefined) preparations.push(split);
  }
  const words = await collect(problems, () => splitCommand(inputs.command));
  const folder = await folderProblems(inputs, ports);
  problems.push(...folder);
  // Only what comes first must be there by now: the rest may be what the first one installs.
  const [first] = preparations.length > 0 ? preparations : [words];
  if (folder.length === 0 && first !== undefined)
    problems.push(...(await programProblem(preparations.length > 0 ? 'prepare' : 'command', first, inputs, ports)));
  const dependencies = await planDependencies(inputs, ports, problems);
  failWhen(problems);
  return { preparations, words: words ?? [], dependencies };
}
