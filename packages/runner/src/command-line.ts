import type { Problem } from '@slipway/failure';
import { type ActionDefinition, inputName, modeOf } from '@slipway/metadata';
import { readFileSync } from 'node:fs';

/** The arguments of one sub-command, with everything that is wrong about them. */
export interface CommandLine {
  readonly values: Readonly<Record<string, string>>;
  readonly json: boolean;
  readonly problems: readonly Problem[];
}

const NAMED = /^--([a-z0-9-]+)(?:=([\s\S]*))?$/;

/** Reads the value of a secret from where argv only points: argv itself is visible to every user of the machine. */
function readSecret(name: string, reference: string, environment: NodeJS.ProcessEnv): string | Problem {
  const [, source, place = ''] = /^(env|file):(.+)$/.exec(reference) ?? [];
  if (source === 'env' && environment[place] !== undefined) return environment[place];
  if (source === 'env') return { code: 'SECRET_NOT_FOUND', message: `--${name} names the variable ${place}, which is not set.` };
  if (source !== 'file') {
    const remedy = `Write --${name} env:NAME or --${name} file:PATH.`;
    return { code: 'SECRET_IN_ARGV', message: `--${name} is a secret and must not stand on the command line.`, remedy };
  }
  try {
    return readFileSync(place, 'utf8');
  } catch (error) {
    return { code: 'SECRET_NOT_FOUND', message: `--${name} names the file ${place}, which cannot be read: ${String(error)}.` };
  }
}

function unknown(argument: string, names: readonly string[]): Problem {
  const remedy = `The inputs are: ${names.map((name) => `--${name}`).join(', ')}.`;
  return { code: 'INPUT_UNKNOWN', message: `"${argument}" is not an input of this action.`, remedy };
}

/** What words stand for that come without a name: the mode first, then the arguments that it takes by their place. */
function places(definition: ActionDefinition, [first]: readonly string[]): readonly string[] {
  if (definition.modes === undefined || first === undefined || first.startsWith('--')) return [];
  return ['mode', ...(modeOf(definition, first)?.arguments ?? []).map(inputName)];
}

/**
 * Parses `--name value` and `--name=value`; a flag may stand without a value.
 *
 * Of an action with modes the first word may be the mode, and the words after it the arguments that it takes by place.
 */
export function parseCommandLine(
  definition: ActionDefinition,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): CommandLine {
  const specs = new Map(Object.entries(definition.inputs).map(([key, input]) => [inputName(key), input]));
  const values: Record<string, string> = {};
  const problems: Problem[] = [];
  const rest = args.filter((arg) => arg !== '--json');
  const free = [...places(definition, rest)];
  while (rest.length > 0) {
    const argument = rest.shift() ?? '';
    const place = argument.startsWith('--') ? undefined : free.shift();
    const [, name = '', inline] = place === undefined ? (NAMED.exec(argument) ?? []) : ['', place, argument];
    const spec = specs.get(name);
    if (spec === undefined) {
      problems.push(unknown(argument, [...specs.keys()]));
      if (name !== '' && inline === undefined && rest[0]?.startsWith('--') === false) rest.shift();
      continue;
    }
    const bare = inline === undefined && spec.kind === 'flag' && (rest[0] === undefined || rest[0].startsWith('--'));
    const raw = inline ?? (bare ? 'true' : rest.shift());
    if (raw === undefined) problems.push({ code: 'INPUT_MISSING', message: `--${name} has no value.` });
    else if (name in values && spec.kind !== 'list' && spec.kind !== 'pairs')
      problems.push({ code: 'INPUT_TWICE', message: `--${name} is given twice.` });
    else {
      const value = spec.secret ? readSecret(name, raw, environment) : raw;
      if (typeof value === 'string') values[name] = name in values ? `${values[name]}\n${value}` : value;
      else problems.push(value);
    }
  }
  return { values, json: args.includes('--json'), problems };
}
