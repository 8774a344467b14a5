import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionNames, ROOT } from './definitions.ts';

/** What is bundled: its name under dist/, and the folder of the package whose lib/main.js is its entry. */
export interface Bundle {
  readonly name: string;
  readonly folder: string;
  /** Arguments that between them load every file of the bundle, and with which it ends with 1 before it does anything. */
  readonly starts: readonly (readonly string[])[];
}

/** The modes that the command loads without the rest of their action; a file of accepted breaks loads what reads it. */
const LOADED_ALONE = [
  ['contract-test', 'compare'],
  ['contract-test', 'diff', 'none.yaml', 'none.yaml', '--accepted-breaks', 'none.yaml'],
];

/** Every action, and the command. */
export function bundles(): readonly Bundle[] {
  return [
    ...actionNames().map((name) => ({ name, folder: join(ROOT, 'actions', name), starts: [[]] })),
    { name: 'cli', folder: join(ROOT, 'packages/cli'), starts: [[], ...actionNames().map((name) => [name]), ...LOADED_ALONE] },
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

const scriptsIn = (target: string): readonly string[] =>
  readdirSync(target)
    .filter((file) => /^(\d+\.)?index\.js$/.test(file))
    .map((file) => join(target, file));

/** The bytes of a bundle: its index.js, and the numbered files beside it that are loaded when they are needed. */
export function sizeOf(target: string): number {
  return scriptsIn(target).reduce((sum, file) => sum + statSync(file).size, 0);
}

/**
 * Bundles one entry into `target`.
 *
 * ncc numbers modules by their path from the working directory, so that is always the package's own folder.
 */
export function bundle({ name, folder, starts }: Bundle, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const file of scriptsIn(target)) rmSync(file);
  const ncc = join(ROOT, 'node_modules/.bin/ncc');
  run(ncc, ['build', 'lib/main.js', '-o', target, '--license', 'licenses.txt', '-q', '-C'], folder);
  for (const args of starts) startOnce(name, target, args);
}

/** ncc can exit 0 with a bundle that does not start: start it, as a runner would, with nothing beside it. */
function startOnce(name: string, target: string, args: readonly string[]): void {
  const home = mkdtempSync(join(tmpdir(), 'slipway-start-'));
  const env = { PATH: process.env['PATH'], HOME: home, RUNNER_TEMP: home };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(target, 'index.js'), ...args], {
    cwd: home,
    env,
    encoding: 'utf8',
  });
  rmSync(home, { recursive: true });
  if (status !== 1 || /Cannot find module|MODULE_NOT_FOUND|SyntaxError|DEFECT/.test(stdout + stderr)) {
    throw new Error(`The bundle of ${[name, ...args].join(' ')} does not start (exit ${status}):\n${stdout}${stderr}`);
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
