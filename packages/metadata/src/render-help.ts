import type { ActionDefinition } from './definition.ts';
import type { Input } from './input.ts';
import { inputName } from './name.ts';

function presence(input: Input<unknown>): string {
  if (input.required) return 'required';
  return input.default === undefined ? 'optional' : `default: ${input.default.replaceAll('\n', ' ')}`;
}

function optionLines([key, input]: [string, Input<unknown>]): string[] {
  const value = input.choices === undefined ? input.kind : input.choices.join('|');
  const shown = input.secret ? 'env:NAME|file:PATH' : value;
  return [`  --${inputName(key)} <${shown}>`, `      ${input.description} (${presence(input)})`];
}

/** The command's help text for one action. */
export function renderHelp(definition: ActionDefinition): string {
  return [
    `slipway ${definition.name}: ${definition.description}`,
    '',
    `Usage: slipway ${definition.name} [--input value ...] [--json]`,
    '',
    'Inputs:',
    ...Object.entries(definition.inputs).flatMap(optionLines),
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
