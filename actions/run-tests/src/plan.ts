import { type Dependency, dependencyProblems, parseDependencies } from '@slipway/dependency';
import { collect, failWhen, type Problem } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import type { Ports } from '@slipway/runner';
import { type Commands, readCommands } from '@slipway/test-command';
import type { action } from './action.ts';

type Inputs = InputsOf<typeof action>;

/** What is going to run, once nothing stands in the way. */
export interface Plan extends Commands {
  readonly dependencies: readonly Dependency[];
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
  const commands = await readCommands({ ...inputs, path: inputs.env?.['PATH'] }, ports, problems);
  const dependencies = await planDependencies(inputs, ports, problems);
  failWhen(problems);
  return { ...commands, dependencies };
}
