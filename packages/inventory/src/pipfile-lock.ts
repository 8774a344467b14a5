import { parseJson } from '@slipway/config';
import { malformed } from './lockfile-text.ts';
import { type Note, type PackageList, packageList } from './package-list.ts';
import type { Package } from './package.ts';

/**
 * Reads a Pipfile.lock. It does not tell what needs what, so every package counts as one that the project names.
 *
 * @throws Failure JSON_SYNTAX or LOCKFILE_MALFORMED.
 */
export function parsePipfileLock(file: string, text: string): PackageList {
  const source = parseJson(file, text);
  const lock = source.value as Readonly<Record<string, Readonly<Record<string, { readonly version?: unknown }>>>> | null;
  if (lock?.['_meta'] === undefined)
    throw malformed(file, 'This is not a Pipfile.lock: it has no "_meta".', 'Write it anew with "pipenv lock".', 1);
  const packages: Package[] = [];
  const notes: Note[] = [];
  for (const [section, entries] of Object.entries(lock).filter(([name]) => name !== '_meta'))
    for (const [name, entry] of Object.entries(entries ?? {})) {
      const { line = 1 } = source.locateKey([section, name]);
      const version = typeof entry?.version === 'string' ? /^===?(.+)$/.exec(entry.version)?.[1] : undefined;
      const location = { file, line };
      if (version === undefined) notes.push({ message: `${name} has no version in it.`, location });
      else packages.push({ ecosystem: 'PyPI', name, version, dev: section === 'develop', direct: true, location, via: [name] });
    }
  return packageList(packages, notes);
}
