import type { Problem } from '@slipway/failure';
import type { ActionDefinition, InputSpecs, InputsOf } from './definition.ts';
import type { Input } from './input.ts';
import { inputsOfMode, modesWith } from './mode.ts';
import { inputName } from './name.ts';

/** Every input parsed, or every problem there is. */
export type ParseResult<D> =
  | { readonly ok: true; readonly inputs: InputsOf<D> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Read = (name: string, input: Input<unknown>) => string;

function problemOf(name: string, input: Input<unknown>, raw: string, expected: string): Problem {
  const shown = input.secret ? 'the given value' : JSON.stringify(raw.length > 80 ? `${raw.slice(0, 80)}…` : raw);
  return {
    code: 'INPUT_MALFORMED',
    message: `Input "${name}" is ${shown}; expected ${expected}.`,
    remedy: `Correct "${name}" under "with:".`,
  };
}

function parseOne(name: string, input: Input<unknown>, raw: string): { value: unknown } | { problem: Problem } {
  // The runner sends the empty string for every input that is not set, so empty means absent.
  const given = raw.trim() === '' ? input.default : raw;
  if (given !== undefined) {
    const parsed = input.parse(given);
    return parsed.ok ? { value: parsed.value } : { problem: problemOf(name, input, given, parsed.expected) };
  }
  if (!input.required) return { value: undefined };
  const example = input.example === undefined ? '' : `, for example "${name}: ${input.example}"`;
  const remedy = `Add "${name}" under "with:"${example}.`;
  return { problem: { code: 'INPUT_MISSING', message: `Input "${name}" is required.`, remedy } };
}

/** Inputs that the chosen mode would leave unread: whoever gives one expects it to matter. */
function unusedProblems(definition: ActionDefinition, taken: InputSpecs, mode: string, read: Read): readonly Problem[] {
  return Object.entries(definition.inputs).flatMap(([key, input]) => {
    const [name, raw] = [inputName(key), read(inputName(key), input)];
    // A runner passes defaults on as if they were given.
    if (key in taken || raw.trim() === '' || raw === input.default) return [];
    const message = `Input "${name}" means nothing to the mode ${mode}; it belongs to ${modesWith(definition, key).join(', ')}.`;
    return [{ code: 'INPUT_UNUSED', message, remedy: `Leave "${name}" out, or choose another "mode".` }];
  });
}

/**
 * Parses all inputs at once; of an action with modes, those of the chosen mode.
 *
 * @param read gives the raw text of an input by its name in kebab case; the empty string means absent.
 * @returns the typed inputs, or every problem found: missing, malformed, without a meaning in the mode, and contradictory
 * once each alone is right.
 */
export function parseInputs<D extends ActionDefinition<InputSpecs>>(definition: D, read: Read): ParseResult<D> {
  const values: Record<string, unknown> = {};
  const chooser = definition.modes === undefined ? undefined : definition.inputs['mode'];
  const mode = chooser === undefined ? '' : read('mode', chooser).trim() || String(chooser.default);
  const taken = inputsOfMode(definition, mode);
  const problems: Problem[] = [...unusedProblems(definition, taken, mode, read)];
  for (const [key, input] of Object.entries(taken)) {
    const name = inputName(key);
    const result = parseOne(name, input, read(name, input));
    if ('problem' in result) problems.push(result.problem);
    else values[key] = result.value;
  }
  if (problems.length > 0) return { ok: false, problems };
  const contradictions = definition.contradictions?.(values as never) ?? [];
  return contradictions.length > 0 ? { ok: false, problems: contradictions } : { ok: true, inputs: values as InputsOf<D> };
}
