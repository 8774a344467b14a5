import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The published tree. */
export const DIST = join(dirname(fileURLToPath(import.meta.url)), '../../dist');

/** What one step left behind. */
export interface StepResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The step's report, when it wrote one. */
  readonly report:
    | { readonly verdict: string; readonly headline: string; readonly problems: readonly { readonly code: string }[] }
    | undefined;
  readonly folder: string;
}

function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', mark = '', value = ''] of text.matchAll(/^(.+)<<(ghadelimiter_.+)\n([\s\S]*?)\n?\2$/gm)) {
    if (mark !== '') outputs[name] = value;
  }
  return outputs;
}

function lay(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-step-'));
  for (const name of ['output', 'summary', 'env', 'path', 'state']) writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, 'workspace'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'workspace', path)), { recursive: true });
    writeFileSync(join(folder, 'workspace', path), text);
  }
  return folder;
}

/**
 * Starts a published bundle as a runner would: inputs as `INPUT_` variables, command files, nothing beside the bundle.
 *
 * GitHub's runner derives the variable from the input's name by upper case and underscores for blanks; dashes stay.
 */
export function startStep(
  action: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, string>> = {},
): { child: ChildProcess; result: Promise<StepResult> } {
  const folder = lay(files);
  const inputVariables = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_PATH: join(folder, 'path'),
    GITHUB_STATE: join(folder, 'state'),
    RUNNER_TEMP: folder,
    ...inputVariables,
    ...variables,
  };
  const child = spawn(process.execPath, [join(DIST, action, 'index.js')], {
    cwd: join(folder, 'workspace'),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
  }
  const result = new Promise<StepResult>((resolve) => {
    child.once('close', (exitCode) => {
      const outputs = parseOutputs(readFileSync(join(folder, 'output'), 'utf8'));
      const path = outputs['report'] ?? '';
      const report = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as StepResult['report']) : undefined;
      resolve({ exitCode, stdout, outputs, summary: readFileSync(join(folder, 'summary'), 'utf8'), report, folder });
    });
  });
  return { child, result };
}

/** Runs a published bundle to its end. */
export function runStep(
  action: string,
  inputs: Readonly<Record<string, string>>,
  files?: Readonly<Record<string, string>>,
  variables?: Readonly<Record<string, string>>,
): Promise<StepResult> {
  return startStep(action, inputs, files, variables).result;
}

/** Runs the published command in a folder that holds the files. */
export async function runCommand(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const folder = lay(files);
  const child = spawn(process.execPath, [join(DIST, 'cli/index.js'), ...args], {
    cwd: join(folder, 'workspace'),
    env: { PATH: process.env['PATH'], HOME: folder, RUNNER_TEMP: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ exitCode, ...texts })));
}
