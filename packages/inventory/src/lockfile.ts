import { Failure, type Problem } from '@slipway/failure';
import { parseCycloneDxXml } from './bill/cyclonedx-xml.ts';
import { parseBillJson } from './bill/json.ts';
import { parseSpdxTags } from './bill/spdx-tags.ts';
import { lockfileText } from './lockfile-text.ts';
import { parseGemfileLock } from './gemfile-lock.ts';
import { parseGoMod, parseGoSum } from './go-mod.ts';
import { parseGradleLock } from './gradle-lock.ts';
import { parseNpmLock } from './npm-lock.ts';
import { parseNugetLock } from './nuget-lock.ts';
import { parsePipfileLock } from './pipfile-lock.ts';
import { parsePnpmLock } from './pnpm-lock.ts';
import { parsePom } from './pom.ts';
import { parseProjectFile } from './project-file.ts';
import { parseRequirements } from './requirements.ts';
import { parseCargoLock, parsePoetryLock, parseUvLock } from './toml-lock.ts';
import { parseYarnLock } from './yarn-lock.ts';
import type { PackageList } from './package-list.ts';

interface LockfileKind {
  /** The names of such files, as the last part of a path. */
  readonly name: RegExp;
  /** Patterns by which they are found in a checkout. */
  readonly patterns: readonly string[];
  readonly parse: (file: string, text: string) => PackageList;
}

const KINDS: readonly LockfileKind[] = [
  { name: /^(package-lock|npm-shrinkwrap)\.json$/, patterns: ['package-lock.json', 'npm-shrinkwrap.json'], parse: parseNpmLock },
  { name: /^yarn\.lock$/, patterns: ['yarn.lock'], parse: parseYarnLock },
  { name: /^pnpm-lock\.yaml$/, patterns: ['pnpm-lock.yaml'], parse: parsePnpmLock },
  { name: /requirements[^/]*\.txt$/, patterns: ['requirements.txt'], parse: parseRequirements },
  { name: /^poetry\.lock$/, patterns: ['poetry.lock'], parse: parsePoetryLock },
  { name: /^uv\.lock$/, patterns: ['uv.lock'], parse: parseUvLock },
  { name: /^Pipfile\.lock$/, patterns: ['Pipfile.lock'], parse: parsePipfileLock },
  { name: /^go\.mod$/, patterns: ['go.mod'], parse: parseGoMod },
  // A go.sum is read where a go.mod asks for it: it has more than a build takes.
  { name: /^go\.sum$/, patterns: [], parse: parseGoSum },
  { name: /^Cargo\.lock$/, patterns: ['Cargo.lock'], parse: parseCargoLock },
  {
    name: /^(buildscript-)?gradle\.lockfile$/,
    patterns: ['gradle.lockfile', 'buildscript-gradle.lockfile'],
    parse: parseGradleLock,
  },
  { name: /^pom\.xml$/, patterns: ['pom.xml'], parse: parsePom },
  { name: /^(Gemfile\.lock|gems\.locked)$/, patterns: ['Gemfile.lock', 'gems.locked'], parse: parseGemfileLock },
  { name: /^packages\.lock\.json$/, patterns: ['packages.lock.json'], parse: parseNugetLock },
  // Read where it is named: beside a packages.lock.json, that says more.
  { name: /\.(cs|fs|vb)proj$/, patterns: [], parse: parseProjectFile },
  {
    name: /(\.(cdx|spdx|sbom)|^(bom|sbom))\.json$/,
    patterns: ['*.cdx.json', '*.spdx.json', '*.sbom.json', 'bom.json', 'sbom.json'],
    parse: parseBillJson,
  },
  { name: /(\.(cdx|sbom)|^(bom|sbom))\.xml$/, patterns: ['*.cdx.xml', 'bom.xml', 'sbom.xml'], parse: parseCycloneDxXml },
  { name: /\.spdx$/, patterns: ['*.spdx'], parse: parseSpdxTags },
];

const nameOf = (file: string): string => file.split('/').at(-1) ?? '';
const kindOf = (file: string): LockfileKind | undefined => KINDS.find(({ name }) => name.test(nameOf(file)));

/** The patterns of all lockfiles that can be read, each to be looked for in every folder but node_modules and vendor. */
export const LOCKFILES: readonly string[] = KINDS.flatMap(({ patterns }) => patterns);

/** What a reader of JSON, YAML, TOML or XML finds wrong, told as what it is here: a lockfile that its own tool did not write. */
function asLockfile(problem: Problem): Problem {
  if (!/^(JSON|YAML|TOML|XML)_/.test(problem.code)) return problem;
  return { ...problem, code: 'LOCKFILE_MALFORMED', remedy: 'Write it anew with the tool that it is for.' };
}

/**
 * Reads the packages of a lockfile; which kind it is, its name says.
 *
 * @param file its path from the workspace, for the places of packages
 * @param includedBy the file that includes it, whose kind it has where its own name says none
 * @throws Failure LOCKFILE_UNSUPPORTED, LOCKFILE_TOO_LARGE, LOCKFILE_CONFLICT, TEXT_ENCODING, LOCKFILE_MALFORMED,
 * SOURCE_TOO_DEEP or SOURCE_TOO_LARGE: nothing is ever passed over.
 */
export function readPackages(file: string, bytes: Uint8Array, includedBy = file): PackageList {
  const name = nameOf(file);
  const kind = kindOf(file) ?? kindOf(includedBy);
  if (kind !== undefined) {
    const text = lockfileText(file, bytes);
    try {
      return kind.parse(file, text);
    } catch (error) {
      if (error instanceof Failure) throw new Failure(error.problems.map(asLockfile), { cause: error });
      throw error;
    }
  }
  const message = `${name} is no lockfile that can be read here.`;
  const remedy = `Leave it out of "lockfiles"; these can be read: ${LOCKFILES.join(', ')}.`;
  throw new Failure({ code: 'LOCKFILE_UNSUPPORTED', message, remedy, location: { file } });
}
