import { failWhen, type Problem } from '@slipway/failure';
import type { Files } from '@slipway/system';
import type { ManifestSource } from './manifest-parse.ts';

const MANIFEST_NAME = /\.(ya?ml|json)$/;

async function filesUnder(files: Files, folder: string): Promise<readonly string[]> {
  const entries = await files.list(folder);
  const nested = await Promise.all(
    entries.map(async ({ name, kind }) => {
      const path = `${folder.replace(/\/+$/, '')}/${name}`;
      if (kind === 'folder') return filesUnder(files, path);
      return kind === 'file' && MANIFEST_NAME.test(name) && !/^kustomization\.ya?ml$/.test(name) ? [path] : [];
    }),
  );
  return nested.flat();
}

/** Reads files and folders of manifests, folders with everything below them, in the order given and then by name. */
export async function readManifests(files: Files, paths: readonly string[]): Promise<readonly ManifestSource[]> {
  const problems: Problem[] = [];
  const found: string[] = [];
  for (const path of paths) {
    const clean = path.replace(/^\.\//, '');
    const below = await filesUnder(files, clean);
    if (below.length > 0) found.push(...below);
    else if ((await files.list(clean)).length > 0) {
      problems.push({ code: 'MANIFEST_NONE', message: `There is no .yaml, .yml or .json file in ${path}.` });
    } else if (await files.exists(clean)) found.push(clean);
    else
      problems.push({ code: 'MANIFEST_NOT_FOUND', message: `There is no file or folder ${path}.`, remedy: 'Check "manifests".' });
  }
  failWhen(problems);
  return Promise.all([...new Set(found)].map(async (file) => ({ file, text: await files.readText(file) })));
}
