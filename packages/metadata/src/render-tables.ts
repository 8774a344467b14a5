import type { ActionDefinition } from './definition.ts';
import type { Input } from './input.ts';
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

/** The README table of a definition's inputs. */
export function renderInputsTable(definition: Pick<ActionDefinition, 'inputs'>): string {
  const rows = Object.entries(definition.inputs).map(
    ([key, input]) => `| ${code(inputName(key))} | ${kindCell(input)} | ${defaultCell(input)} | ${cell(input.description)} |`,
  );
  return ['| input | kind | default | what it is |', '| --- | --- | --- | --- |', ...rows].join('\n');
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
