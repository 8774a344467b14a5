import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './definitions.ts';

interface CallInput {
  readonly description?: string;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly type?: string;
}

interface Workflow {
  readonly name: string;
  readonly on: {
    readonly workflow_call?: { readonly inputs?: Record<string, CallInput>; readonly secrets?: Record<string, CallInput> };
  };
  readonly jobs: Record<string, { readonly permissions?: Record<string, string> }>;
}

const cell = (text: unknown): string =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');

function rows(inputs: Record<string, CallInput>, kind: string): string[] {
  return Object.entries(inputs).map(([name, { description, required, default: value, type }]) => {
    const preset = required ? '**required**' : value === undefined || value === '' ? '' : `\`${cell(value)}\``;
    return `| \`${name}\` | ${type ?? kind} | ${preset} | ${cell(description)} |`;
  });
}

function permissions(workflow: Workflow): string {
  const levels = new Map<string, string>();
  for (const job of Object.values(workflow.jobs)) {
    for (const [name, level] of Object.entries(job.permissions ?? {})) if (levels.get(name) !== 'write') levels.set(name, level);
  }
  return [...levels].map(([name, level]) => `\`${name}: ${level}\``).join(', ') || 'none';
}

function section(file: string): string {
  const workflow = parse(readFileSync(join(ROOT, 'workflows-templates', file), 'utf8')) as Workflow;
  const { inputs = {}, secrets = {} } = workflow.on.workflow_call ?? {};
  const table = [
    '| input or secret | kind | default | what it is |',
    '| --- | --- | --- | --- |',
    ...rows(inputs, 'string'),
    ...rows(secrets, 'secret'),
  ];
  return [`### ${file}`, '', `${workflow.name}. The caller's job must grant: ${permissions(workflow)}.`, '', ...table].join('\n');
}

/** The tables of every reusable workflow's inputs, secrets and permissions. */
export function renderWorkflowTables(): string {
  const files = readdirSync(join(ROOT, 'workflows-templates')).filter((file) => file.endsWith('.yml'));
  return files.map(section).join('\n\n');
}
