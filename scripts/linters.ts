import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundles } from './bundles.ts';
import { ROOT } from './definitions.ts';
import { tool } from './tools/index.ts';

/** Lines that say what is wrong; none when all is well. */
export type Findings = readonly string[];

/** Runs a program that judges: no findings when it ends with 0, else what it printed. */
export async function command(program: string, args: readonly string[]): Promise<Findings> {
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void output.push(text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return code === 0 ? [] : [output.join('').trim() || `${program} ended with ${code}`];
}

/** Folders with workflows: ours, those that we publish, and those of the sample services, which show how ours are called. */
const WORKFLOW_FOLDERS = [
  'workflows-templates',
  'workflows-templates/starter',
  '.github/workflows',
  'test/fixtures/services/order-service/.github/workflows',
  'test/fixtures/services/payment-service/.github/workflows',
];

/** Every workflow of the repository. */
export function workflowFiles(): readonly string[] {
  return WORKFLOW_FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((file) => file.endsWith('.yml'))
      .map((file) => join(folder, file)),
  );
}

/** The metadata of every published action. */
export function actionFiles(): readonly string[] {
  return bundles()
    .filter(({ name }) => name !== 'cli')
    .map(({ name }) => `dist/${name}/action.yml`);
}

/** What actionlint finds in workflows. */
export async function actionlint(files: readonly string[]): Promise<Findings> {
  return command(await tool('actionlint'), ['-no-color', '-shellcheck=', '-pyflakes=', ...files]);
}

/** What zizmor finds in workflows and actions: every audit that needs no network, the pedantic ones included. */
export async function zizmor(files: readonly string[]): Promise<Findings> {
  const options = ['--offline', '--strict-collection', '--no-progress', '--color=never', '--persona', 'pedantic'];
  return command(await tool('zizmor'), [...options, '--config', 'scripts/zizmor.yml', ...files]);
}
