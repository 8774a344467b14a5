import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionNames, ROOT } from './definitions.ts';

/** What is bundled: its name under dist/, and the folder of the package whose lib/main.js is its entry. */
export interface Bundle {
  readonly name: string;
  readonly folder: string;
}

/** Every action, and the command. */
export function bundles(): readonly Bundle[] {
  return [
    ...actionNames().map((name) => ({ name, folder: join(ROOT, 'actions', name) })),
    { name: 'cli', folder: join(ROOT, 'packages/cli') },
  ];
}

/** Runs a program of this repository's toolchain; its output is shown only when it fails. */
function run(program: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
}

/** Compiles everything; the bundles are made from the emitted JavaScript. */
export function compile(): void {
  run(join(ROOT, 'node_modules/.bin/tsc'), ['-b'], ROOT);
}

/**
 * Bundles one entry into `target`.
 *
 * ncc numbers modules by their path from the working directory, so that is always the package's own folder.
 */
export function bundle({ name, folder }: Bundle, target: string): void {
  rmSync(join(target, 'index.js'), { force: true });
  mkdirSync(target, { recursive: true });
  const ncc = join(ROOT, 'node_modules/.bin/ncc');
  run(ncc, ['build', 'lib/main.js', '-o', target, '--license', 'licenses.txt', '-q', '-C'], folder);
  startOnce(name, target);
}

/** ncc can exit 0 with a bundle that does not start: start it, as a runner would, with nothing beside it. */
function startOnce(name: string, target: string): void {
  const home = mkdtempSync(join(tmpdir(), 'slipway-start-'));
  const env = { PATH: process.env['PATH'], HOME: home, RUNNER_TEMP: home };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(target, 'index.js')], {
    cwd: home,
    env,
    encoding: 'utf8',
  });
  rmSync(home, { recursive: true });
  if (status !== 1 || /Cannot find module|MODULE_NOT_FOUND|SyntaxError|DEFECT/.test(stdout + stderr)) {
    throw new Error(`The bundle of ${name} does not start (exit ${status}):\n${stdout}${stderr}`);
  }
}

/** Every file below a folder, as paths from it, sorted. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The paths that differ between two folders: missing on one side, or with other bytes. */
export function differences(a: string, b: string): readonly string[] {
  const [inA, inB] = [new Set(filesBelow(a)), new Set(filesBelow(b))];
  const all = [...new Set([...inA, ...inB])].sort();
  return all.filter(
    (path) => !inA.has(path) || !inB.has(path) || !readFileSync(join(a, path)).equals(readFileSync(join(b, path))),
  );
}
