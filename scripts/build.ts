/** Builds dist/: bundles of the emitted JavaScript, and every generated file. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, bundles, compile } from './bundles.ts';
import { ROOT } from './definitions.ts';

compile();
const wanted = process.argv.slice(2);
for (const each of bundles()) {
  if (wanted.length === 0 || wanted.includes(each.name)) bundle(each, join(ROOT, 'dist', each.name));
}
const known = new Set([...bundles().map(({ name }) => name), '.github', 'README.md']);
for (const name of readdirSync(join(ROOT, 'dist'))) if (!known.has(name)) rmSync(join(ROOT, 'dist', name), { recursive: true });
await import('./generate.ts');
