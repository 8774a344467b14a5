import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { matchPackages } from '@slipway/advisories';
import { readDatabase } from '@slipway/advisory-database';
import { type Package, readPackages } from '@slipway/inventory';
import { nodeFiles } from '@slipway/system/node';
import { tool } from '../../scripts/tools/index.ts';
import { askOsvScanner, type RawAdvisory, writeDatabase } from './osv-scanner.ts';
import { sequence } from './random.ts';

const FOLDER = join(import.meta.dirname, 'lockfiles');

/** What the tools themselves wrote: the ecosystem, and how a name and a version stand in the file, whatever reads it. */
const NPM = /"(?:node_modules\/)?(@?[a-z0-9][\w./-]*)": \{\s*"(?:name|version)": "([^"]+)"/g;
const GO = /^\s*(?:require )?([\w.-]+\.[\w./-]+) v(\d[^\s/]*)/gm;
const SBOM = /pkg:npm\/((?:%40[\w.-]+\/)?[\w.-]+)@([\w.+-]+)/g;
const FILES: readonly (readonly [file: string, ecosystem: string, pattern: RegExp, least: number])[] = [
  ['web/package-lock.json', 'npm', NPM, 50],
  ['tools/package-lock.json', 'npm', NPM, 150],
  ['old/package-lock.json', 'npm', NPM, 30],
  ['web/npm.cdx.json', 'npm', SBOM, 50],
  ['web/npm.spdx.json', 'npm', SBOM, 50],
  ['gin/go.mod', 'Go', GO, 20],
  ['cloud/go.mod', 'Go', GO, 30],
];

const plain = (name: string): string => decodeURIComponent(name.split('node_modules/').at(-1) ?? name);

/** A go.mod from before Go 1.17 does not name all, and has its go.sum read with it. */
const includesOf = (file: string): readonly string[] => readPackages(file, readFileSync(join(FOLDER, file))).includes;

/** Names with one of their versions, found by their look and not by a reader of ours. */
function namesIn(file: string, pattern: RegExp): ReadonlyMap<string, string> {
  const text = [file, ...includesOf(file)].map((each) => readFileSync(join(FOLDER, each), 'utf8')).join('\n');
  return new Map([...text.matchAll(pattern)].map(([, name = '', version = '']) => [plain(name), version]));
}

/** An advisory for each package: a third affects every version, and the others end, or are listed, at one that is there. */
function advisoriesOf(ecosystem: string, names: ReadonlyMap<string, string>): readonly RawAdvisory[] {
  const random = sequence(3);
  return [...names].map(([name, version], index) => {
    const range = (...events: readonly object[]) => ({ ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, ...events] }] });
    const kinds = [range(), range(), range({ fixed: version }), range({ last_affected: version }), range({ fixed: '99.0.0' })];
    const chosen = kinds[Math.floor(random() * kinds.length)];
    return {
      id: `REAL-${index}`,
      modified: '2026-01-01T00:00:00Z',
      affected: [{ package: { ecosystem, name }, ...chosen }],
    };
  });
}

function packagesOf(file: string): readonly Package[] {
  return [file, ...includesOf(file)].flatMap((each) => readPackages(each, readFileSync(join(FOLDER, each))).packages);
}

describe('a lockfile that its own tool wrote for well-known packages, judged by us and by osv-scanner', () => {
  let folder = '';
  let program = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'real-'));
    program = await tool('osv-scanner');
  }, 1_200_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(FILES)('%s', async (file, ecosystem, pattern, least) => {
    const names = namesIn(file, pattern);
    const advisories = advisoriesOf(ecosystem, names);
    const database = join(folder, file);
    writeDatabase(database, ecosystem, advisories);
    const packages = packagesOf(file);
    const { advisories: ours } = await readDatabase(database, packages, nodeFiles('/'));
    const { matches, unjudged } = matchPackages(packages, ours);
    const found = [
      ...new Set(matches.map(({ package: of, advisory }) => `${of.name}@${of.version.replace(/^v/, '')} ${advisory.id}`)),
    ];
    const theirs = askOsvScanner(program, database, join(FOLDER, file));
    expect(found.sort()).toEqual(theirs);
    expect(found.length).toBeGreaterThan(least);
    expect(unjudged).toEqual([]);
  });
});
