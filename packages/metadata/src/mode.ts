import type { Input } from './input.ts';
import { choice } from './kinds.ts';
import { inputName } from './name.ts';

/** One of several things an action can be asked to do: a sub-command of its command. */
export interface ModeSpec<K extends string = string> {
  readonly description: string;
  /** The inputs it takes, by their keys. An input that is required is so in every mode that takes it. */
  readonly inputs: readonly K[];
  /** The inputs that the command also takes by their place, in this order. */
  readonly arguments?: readonly K[];
}

/** The modes of an action by the words that choose them. */
export type ModeSpecs<K extends string = string> = Readonly<Record<string, ModeSpec<K>>>;

interface Moded {
  readonly inputs: Readonly<Record<string, Input<unknown>>>;
  readonly modes?: ModeSpecs;
}

/** The input that chooses a mode; its default is the first. */
export function modeInput(modes: ModeSpecs): Input<string> {
  const [first = '', ...rest] = Object.keys(modes);
  return choice('What to do', [first, ...rest], { default: first });
}

/** The mode of a name; undefined when the definition has none of that name. */
export function modeOf({ modes = {} }: Moded, name: string | undefined): ModeSpec | undefined {
  return name !== undefined && Object.hasOwn(modes, name) ? modes[name] : undefined;
}

/** The words of a command that a mode takes by their place; what may be left out stands in brackets. */
export function placesOf(definition: Moded, mode: string | undefined): readonly string[] {
  return (modeOf(definition, mode)?.arguments ?? []).map((key) => {
    const word = inputName(key).toUpperCase();
    return definition.inputs[key]?.required === true ? word : `[${word}]`;
  });
}

/** The modes that take an input; none when the definition has no modes or all of them take it. */
export function modesWith(definition: Moded, key: string): readonly string[] {
  const modes = Object.entries(definition.modes ?? {});
  const taking = modes.filter(([, { inputs }]) => inputs.includes(key)).map(([name]) => name);
  return taking.length === modes.length ? [] : taking;
}

/** The inputs that a mode takes, `mode` included; all of them when the definition has no modes or none of this name. */
export function inputsOfMode(definition: Moded, mode: string | undefined): Readonly<Record<string, Input<unknown>>> {
  const { inputs, modes = {} } = definition;
  const spec = modeOf(definition, mode ?? Object.keys(modes)[0]);
  if (spec === undefined) return inputs;
  return Object.fromEntries(Object.entries(inputs).filter(([key]) => key === 'mode' || spec.inputs.includes(key)));
}
