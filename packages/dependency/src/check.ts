import type { Problem } from '@slipway/failure';
import type { Exec, Files } from '@slipway/system';
import { composeProgram } from './commands.ts';
import type { Dependency } from './dependency.ts';

/** What checking touches; nothing is changed. */
export interface Machine {
  readonly exec: Exec;
  readonly files: Files;
}

/** The folder in which a dependency runs: its own, from the workspace, else that of the work. */
export function folderOf({ workingDirectory }: Dependency, folder: string, files: Files): string {
  return files.resolve(workingDirectory ?? folder);
}

/** A program as it is started: one that is named with a path is taken from the folder it runs in. */
export function programAt(program: string, folder: string): string {
  return program.includes('/') && !program.startsWith('/') ? `${folder}/${program}` : program;
}

async function processProblem(command: readonly string[], folder: string, { exec, files }: Machine): Promise<string | undefined> {
  if (!(await files.exists(folder))) return `runs in ${folder}, and there is no such folder`;
  const program = programAt(command[0] ?? '', folder);
  return (await exec.which(program)) === undefined
    ? `runs ${program}, which is not on the path or cannot be executed`
    : undefined;
}

async function problemOf(dependency: Dependency, folder: string, machine: Machine): Promise<Problem | undefined> {
  const { name, source, location } = dependency;
  const problem = (code: string, what: string, remedy: string): Problem => ({
    code,
    message: `"${name}" ${what}.`,
    remedy,
    location,
  });
  if (source.kind === 'process') {
    const what = await processProblem(source.command, folderOf(dependency, folder, machine.files), machine);
    return what === undefined
      ? undefined
      : problem('DEPENDENCY_COMMAND', what, 'Install it in an earlier step, or correct the name.');
  }
  if (source.kind === 'image') {
    const there = (await machine.exec.which('docker')) !== undefined;
    return there
      ? undefined
      : problem('DEPENDENCY_DOCKER_MISSING', 'is an image, and there is no docker on the path', 'Install Docker.');
  }
  const file = machine.files.resolve(`${folder}/${source.file}`);
  if (!(await machine.files.exists(file)))
    return problem(
      'DEPENDENCY_COMPOSE_FILE',
      `names the compose file ${source.file}, which is not in ${folder}`,
      'Correct the path.',
    );
  if ((await composeProgram(machine.exec)) !== undefined) return undefined;
  const what = 'is a compose file, and there is neither the plugin "docker compose" nor the program docker-compose';
  return problem(
    'DEPENDENCY_COMPOSE_MISSING',
    what,
    'Install the package docker-compose-plugin (or docker-compose) in an earlier step.',
  );
}

/** Everything that keeps dependencies from being started on this machine, each on its line, before anything is. */
export async function dependencyProblems(
  dependencies: readonly Dependency[],
  folder: string,
  machine: Machine,
): Promise<readonly Problem[]> {
  const problems = await Promise.all(dependencies.map((dependency) => problemOf(dependency, folder, machine)));
  return problems.filter((problem) => problem !== undefined);
}
