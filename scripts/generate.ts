/** Writes every generated file; `npm run check` compares instead. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './definitions.ts';
import { generatedFiles } from './generated.ts';

for (const [path, content] of await generatedFiles()) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), content);
}
