import type { ActionDefinition } from './definition.ts';
import type { Input } from './input.ts';
import { modesWith } from './mode.ts';
import { inputName, outputName } from './name.ts';

const quote = (value: string): string => JSON.stringify(value);

function inputLines(definition: ActionDefinition, key: string, input: Input<unknown>): string[] {
  const choices = input.choices === undefined ? '' : ` One of: ${input.choices.join(', ')}.`;
  const modes = key === 'mode' ? [] : modesWith(definition, key);
  const only = modes.length === 0 ? '' : ` (mode ${modes.join(', ')})`;
  const lines = [
    `  ${inputName(key)}:`,
    `    description: ${quote(`${input.description}${choices}${only}`)}`,
    `    required: ${input.required && modes.length === 0}`,
  ];
  return input.default === undefined ? lines : [...lines, `    default: ${quote(input.default)}`];
}

/** The action.yml of a definition, with its entry `main` beside it. */
export function renderActionYml(definition: ActionDefinition, main = 'index.js'): string {
  const outputs = Object.entries(definition.outputs).flatMap(([key, description]) => [
    `  ${outputName(key)}:`,
    `    description: ${quote(description)}`,
  ]);
  return [
    '# Generated from src/action.ts by "npm run generate".',
    `name: ${quote(definition.title)}`,
    `description: ${quote(definition.description)}`,
    'author: "Slipway"',
    'branding:',
    `  icon: ${quote(definition.branding.icon)}`,
    `  color: ${quote(definition.branding.color)}`,
    'inputs:',
    ...Object.entries(definition.inputs).flatMap(([key, input]) => inputLines(definition, key, input)),
    'outputs:',
    ...outputs,
    'runs:',
    '  using: "node24"',
    `  main: ${quote(main)}`,
    '',
  ].join('\n');
}
