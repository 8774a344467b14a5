import type { ActionDefinition } from './definition.ts';
import type { Input } from './input.ts';
import { modesWith, placesOf } from './mode.ts';
import { inputName, outputName } from './name.ts';

const cell = (value: string): string => value.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (value: string): string => (value === '' ? '' : `\`${cell(value)}\``);

function defaultCell(input: Input<unknown>): string {
  if (input.required) return '**required**';
  return input.default === undefined ? '' : code(input.default);
}

function kindCell(input: Input<unknown>): string {
  return input.choices === undefined ? input.kind : input.choices.map((each) => code(each)).join(', ');
}

/** The README table of a definition's inputs; with modes, each says which of them take it when not all do. */
export function renderInputsTable(definition: Pick<ActionDefinition, 'inputs' | 'modes'>): string {
  const moded = definition.modes !== undefined;
  const rows = Object.entries(definition.inputs).map(([key, input]) => {
    const modes = key === 'mode' ? [] : modesWith(definition, key);
    const only = moded ? `${modes.length === 0 ? 'all' : modes.map(code).join(', ')} | ` : '';
    return `| ${code(inputName(key))} | ${kindCell(input)} | ${defaultCell(input)} | ${only}${cell(input.description)} |`;
  });
  const head = moded
    ? ['| input | kind | default | modes | what it is |', '| --- | --- | --- | --- | --- |']
    : ['| input | kind | default | what it is |', '| --- | --- | --- | --- |'];
  return [...head, ...rows].join('\n');
}

/** The README table of a definition's modes. */
export function renderModesTable(definition: Pick<ActionDefinition, 'inputs' | 'modes' | 'name'>): string {
  const rows = Object.entries(definition.modes ?? {}).map(([name, { description }]) => {
    const command = ['slipway', definition.name, name, ...placesOf(definition, name)].join(' ');
    return `| ${code(name)} | ${cell(description)} | ${code(command)} |`;
  });
  return ['| mode | what it does | as a command |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The README table of a definition's outputs. */
export function renderOutputsTable(definition: Pick<ActionDefinition, 'outputs'>): string {
  const rows = Object.entries(definition.outputs).map(([key, what]) => `| ${code(outputName(key))} | ${cell(what)} |`);
  return ['| output | what it is |', '| --- | --- |', ...rows].join('\n');
}

/** The README table of the token permissions a definition needs. */
export function renderPermissionsTable(definition: Pick<ActionDefinition, 'permissions'>): string {
  const entries = Object.entries(definition.permissions);
  if (entries.length === 0) return 'This action needs no token permission.';
  return ['| permission | level |', '| --- | --- |', ...entries.map(([name, level]) => `| ${code(name)} | ${level} |`)].join(
    '\n',
  );
}
