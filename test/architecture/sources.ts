import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One hand-written source file, by its path from the root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

function below(folder: string): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((path) => !/(^|\/)(node_modules|lib|fixtures)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Every source file of the packages and actions, tests included. */
export function productSources(): readonly Source[] {
  return [...below('packages'), ...below('actions')];
}

/** Every source file of the repository, tests and scripts included. */
export function allSources(): readonly Source[] {
  return [...productSources(), ...below('scripts'), ...below('test')];
}

/** The modules that a file imports, types included, as they are written. */
export function importsOf({ text }: Source): readonly string[] {
  return [...text.matchAll(/^\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm)].map(
    ([, a, b, c]) => a ?? b ?? c ?? '',
  );
}

/** `packages/x` or `actions/x` for a file below it. */
export function unitOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
