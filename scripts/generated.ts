import {
  type ActionDefinition,
  renderActionYml,
  renderInputsTable,
  renderModesTable,
  renderOutputsTable,
  renderPermissionsTable,
} from '@slipway/metadata';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions, ROOT } from './definitions.ts';
import { renderWorkflowTables } from './workflow-tables.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
export function fillMarker(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`The markers ${open} and ${close} are missing.`);
  return `${text.slice(0, from + open.length)}\n${content}\n${text.slice(to)}`;
}

function actionReadme(definition: ActionDefinition): string {
  const path = `actions/${definition.name}/README.md`;
  const start = existsSync(join(ROOT, path))
    ? read(path)
    : `# ${definition.title}\n\n${definition.description}.\n\n## Inputs\n\n<!-- inputs -->\n<!-- /inputs -->\n\n## Outputs\n\n<!-- outputs -->\n<!-- /outputs -->\n\n## Permissions\n\n<!-- permissions -->\n<!-- /permissions -->\n`;
  const tables = {
    inputs: renderInputsTable(definition),
    outputs: renderOutputsTable(definition),
    permissions: renderPermissionsTable(definition),
    ...(definition.modes !== undefined && { modes: renderModesTable(definition) }),
  };
  return Object.entries(tables).reduce((text, [name, table]) => fillMarker(text, name, table), start);
}

function actionsTable(all: readonly ActionDefinition[]): string {
  const rows = all.map(({ name, description }) => `| [\`${name}\`](actions/${name}/README.md) | ${description} |`);
  return ['| action | what it does |', '| --- | --- |', ...rows].join('\n');
}

function workflowCopies(): [string, string][] {
  const files = readdirSync(join(ROOT, 'workflows-templates')).filter((file) => file.endsWith('.yml'));
  return files.map((file) => [`dist/.github/workflows/${file}`, read(`workflows-templates/${file}`)]);
}

/** Every generated file by its path, as it must be. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const all = await definitions();
  const files = new Map<string, string>(workflowCopies());
  for (const definition of all) {
    files.set(`actions/${definition.name}/action.yml`, renderActionYml(definition, `../../dist/${definition.name}/index.js`));
    files.set(`dist/${definition.name}/action.yml`, renderActionYml(definition));
    files.set(`actions/${definition.name}/README.md`, actionReadme(definition));
  }
  files.set('README.md', fillMarker(read('README.md'), 'actions', actionsTable(all)));
  files.set(
    'workflows-templates/README.md',
    fillMarker(read('workflows-templates/README.md'), 'workflows', renderWorkflowTables()),
  );
  files.set(
    'dist/README.md',
    read('scripts/dist-readme.md').replace('<!-- actions -->', actionsTable(all).replaceAll(/\[(`[^`]+`)\]\([^)]*\)/g, '$1')),
  );
  return files;
}
