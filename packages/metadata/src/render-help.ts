import type { ActionDefinition } from './definition.ts';
import type { Input } from './input.ts';
import { inputsOfMode, modeOf, modesWith, placesOf } from './mode.ts';
import { inputName } from './name.ts';

function presence(input: Input<unknown>): string {
  if (input.required) return 'required';
  return input.default === undefined ? 'optional' : `default: ${input.default.replaceAll('\n', ' ')}`;
}

function optionLines(key: string, input: Input<unknown>, modes: readonly string[]): readonly string[] {
  const value = input.choices === undefined ? input.kind : input.choices.join('|');
  const shown = input.secret ? 'env:NAME|file:PATH' : value;
  const only = modes.length === 0 ? '' : `; ${modes.join(', ')} only`;
  return [`  --${inputName(key)} <${shown}>`, `      ${input.description} (${presence(input)}${only})`];
}

function modeLines({ modes }: ActionDefinition): readonly string[] {
  if (modes === undefined) return [];
  const width = Math.max(...Object.keys(modes).map((name) => name.length));
  const lines = Object.entries(modes).map(([name, { description }]) => `  ${name.padEnd(width)}  ${description}`);
  return ['Modes (the first unless another is named):', ...lines, ''];
}

function usage(definition: ActionDefinition, mode: string | undefined): string {
  const places = placesOf(definition, mode).map((word) => `${word} `);
  const chosen = definition.modes === undefined ? '' : `${mode ?? '[MODE]'} `;
  return `Usage: slipway ${definition.name} ${chosen}${places.join('')}[--input value ...] [--json]`;
}

/** The command's help text for one action, or for one of its modes. */
export function renderHelp(definition: ActionDefinition, mode?: string): string {
  const described = modeOf(definition, mode);
  const title = described === undefined ? definition.name : `${definition.name} ${mode}`;
  const inputs = Object.entries(described === undefined ? definition.inputs : inputsOfMode(definition, mode)).filter(
    ([key]) => key !== 'mode' || definition.modes === undefined,
  );
  return [
    `slipway ${title}: ${(described ?? definition).description}`,
    '',
    usage(definition, described === undefined ? undefined : mode),
    '',
    ...(described === undefined ? modeLines(definition) : []),
    'Inputs:',
    ...inputs.flatMap(([key, input]) => optionLines(key, input, described === undefined ? modesWith(definition, key) : [])),
    '',
    'Options:',
    '  --json',
    '      Print the report as JSON on standard output; everything else goes to standard error',
    '  --help',
    '      Print this text',
    '',
    'Exit code: 0 when the verdict is pass, 1 otherwise.',
    '',
  ].join('\n');
}
