import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** One step of a job. */
export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** One job, which has steps or calls a workflow. */
export interface Job {
  readonly if?: string;
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly with?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>> | 'inherit';
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: unknown;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly 'timeout-minutes'?: number;
}

/** One workflow. */
export interface Workflow {
  readonly on: {
    readonly workflow_call?: {
      readonly inputs?: Readonly<
        Record<string, { readonly required?: boolean; readonly default?: unknown; readonly description?: string }>
      >;
      readonly secrets?: Readonly<Record<string, unknown>>;
    };
  };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Every reusable workflow of the toolkit by its file name. */
export function workflows(): ReadonlyMap<string, Workflow> {
  const folder = join(ROOT, 'workflows-templates');
  const files = readdirSync(folder).filter((file) => file.endsWith('.yml'));
  return new Map(files.map((file) => [file, parse(readFileSync(join(folder, file), 'utf8')) as Workflow]));
}

/** A caller's workflow. */
export function caller(path: string): Workflow {
  return parse(readFileSync(join(ROOT, path), 'utf8')) as Workflow;
}
