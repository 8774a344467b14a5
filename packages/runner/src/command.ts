import { type ActionDefinition, type InputsOf, renderHelp } from '@slipway/metadata';
import { commandHost } from './command-host.ts';
import type { ModeRun, Run } from './outcome.ts';
import { runAction } from './run-action.ts';

/** One action as a sub-command of `slipway`. */
export interface Command {
  readonly definition: ActionDefinition;
  /** Loads what the action does. */
  readonly load: Load;
  /** Loads what one mode does, for modes that have less to load. */
  readonly modes: ReadonlyMap<string, Load>;
}

type Load = () => Promise<Run<ActionDefinition>>;

/** What loads single modes of an action. */
export type ModeLoads<D> = {
  readonly [M in InputsOf<D> extends { readonly mode: infer N extends string } ? N : never]?: () => Promise<ModeRun<D, M>>;
};

/**
 * Pairs an action with what loads its run, as `runCommand` takes them; only that of the action that is asked for is loaded.
 *
 * @param modes loads what one mode does, which is taken when the mode is the first word after the action's name.
 */
export function command<D extends ActionDefinition>(
  definition: D,
  load: () => Promise<Run<D>>,
  modes: ModeLoads<D> = {},
): Command {
  // From here on every value goes through the definition itself, so its own type parameters do not matter.
  return { definition, load: load as unknown as Load, modes: new Map(Object.entries(modes as Record<string, Load>)) };
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
  const load = command.modes.get(rest[0] ?? '') ?? command.load;
  return runAction(command.definition, await load(), commandHost(command.definition, rest, environment));
}
