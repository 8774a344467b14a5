import { type ActionDefinition, renderHelp } from '@slipway/metadata';
import { commandHost } from './command-host.ts';
import type { Run } from './outcome.ts';
import { runAction } from './run-action.ts';

/** One action as a sub-command of `slipway`. */
export interface Command {
  readonly definition: ActionDefinition;
  /** Loads what the action does. */
  readonly load: () => Promise<Run<ActionDefinition>>;
}

/** Pairs an action with what loads its run, as `runCommand` takes them; only that of the action that is asked for is loaded. */
export function command<D extends ActionDefinition>(definition: D, load: () => Promise<Run<D>>): Command {
  // From here on every value goes through the definition itself, so its own type parameters do not matter.
  return { definition, load: load as unknown as Command['load'] };
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ definition }) => definition.name.length));
  const lines = commands.map(({ definition }) => `  ${definition.name.padEnd(width)}  ${definition.description}`);
  return [
    'Usage: slipway <action> [--input value ...] [--json]',
    '',
    'Actions:',
    ...lines,
    '',
    'slipway <action> --help lists its inputs.',
    '',
  ].join('\n');
}

/**
 * Runs `slipway` with the arguments that follow its name.
 *
 * @returns the exit code: that of the action, 0 for help, 1 when no such action is known.
 */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(overview(commands));
    return name === undefined ? 1 : 0;
  }
  const command = commands.find(({ definition }) => definition.name === name);
  if (command === undefined) {
    const known = commands.map(({ definition }) => definition.name).join(', ');
    process.stderr.write(`There is no action "${name}". The actions are: ${known}. [ACTION_UNKNOWN]\n`);
    return 1;
  }
  if (rest.includes('--help')) {
    process.stdout.write(renderHelp(command.definition, rest[0]));
    return 0;
  }
  return runAction(command.definition, await command.load(), commandHost(command.definition, rest, environment));
}
