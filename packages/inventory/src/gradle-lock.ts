import { malformed } from './lockfile-text.ts';
import type { Package } from './package.ts';
import { type PackageList, packageList } from './package-list.ts';

/** `group:artefact:version=configuration,configuration`. */
const ENTRY = /^([^:=\s]+):([^:=\s]+):([^:=\s]+)=(.*)$/;

/**
 * Reads a gradle.lockfile or buildscript-gradle.lockfile. What is locked for tests alone is for development.
 *
 * @throws Failure LOCKFILE_MALFORMED.
 */
export function parseGradleLock(file: string, text: string): PackageList {
  const packages: Package[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('empty=')) continue;
    const [, group, artefact, version, configurations] = ENTRY.exec(line.trim()) ?? [];
    if (group === undefined || version === undefined)
      throw malformed(
        file,
        'A line of this lockfile names no group:artefact:version.',
        'Write it anew with "gradle dependencies --write-locks".',
        index + 1,
      );
    const dev = (configurations ?? '').split(',').every((each) => /^test/i.test(each));
    packages.push({
      ecosystem: 'Maven',
      name: `${group}:${artefact}`,
      version,
      dev,
      direct: false,
      location: { file, line: index + 1 },
    });
  }
  return packageList(packages);
}
