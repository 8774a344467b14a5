import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { matchPackages } from '@slipway/advisories';
import { readDatabase } from '@slipway/advisory-database';
import { baseEcosystem } from '@slipway/versions';
import type { Package } from '@slipway/inventory';
import { nodeFiles } from '@slipway/system/node';
import { tool } from '../../scripts/tools/index.ts';
import { explanationOf } from './disagreements.ts';
import { askOsvScanner, type RawAdvisory, writeDatabase } from './osv-scanner.ts';
import { sequence, VERSIONS, versionsOf } from './random.ts';

const PACKAGES = 50;
const ADVISORIES = 30;

/** Ranges of every kind, between versions that the ecosystem has. */
function advisoriesOf(ecosystem: string, versions: readonly string[]): readonly RawAdvisory[] {
  const random = sequence(23);
  const any = (): string => versions[Math.floor(random() * versions.length)] ?? '';
  const kinds: readonly (() => object)[] = [
    () => ({ ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: any() }] }] }),
    () => ({ ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: any() }, { fixed: any() }] }] }),
    () => ({ ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: any() }, { last_affected: any() }] }] }),
    () => ({ ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: any() }] }] }),
    () => ({ versions: [any(), any(), any()] }),
    () => ({
      ranges: [
        { type: 'ECOSYSTEM', events: [{ introduced: any() }, { fixed: any() }] },
        { type: 'ECOSYSTEM', events: [{ introduced: any() }, { last_affected: any() }] },
      ],
    }),
  ];
  return Array.from({ length: ADVISORIES }, (_, index) => ({
    id: `TEST-${index}`,
    modified: '2026-01-01T00:00:00Z',
    ...(index % 13 === 12 && { withdrawn: '2026-01-02T00:00:00Z' }),
    affected: [{ package: { ecosystem, name: 'subject' }, ...kinds[index % kinds.length]?.() }],
  }));
}

/** Packages of distributions, whose release osv-scanner takes from a package URL and not from its own list. */
const PURLS: Readonly<Record<string, (version: string) => string>> = {
  'Debian:12': (version) => `pkg:deb/debian/subject@${version}?distro=debian-12`,
  'Alpine:v3.19': (version) => `pkg:apk/alpine/subject@${version}?distro=alpine-3.19`,
};

/** The packages in a form that osv-scanner reads, and the argument that names it. */
function writeList(folder: string, ecosystem: string, versions: readonly string[]): string {
  const purl = PURLS[ecosystem];
  if (purl === undefined) {
    const packages = versions.map((version) => ({ package: { name: 'subject', version, ecosystem } }));
    const list = join(folder, `${ecosystem}.osv-scanner.json`);
    writeFileSync(list, JSON.stringify({ results: [{ source: { path: '', type: 'lockfile' }, packages }] }));
    return `osv-scanner:${list}`;
  }
  const components = versions.map((version) => ({
    type: 'library',
    name: 'subject',
    version,
    purl: purl(encodeURIComponent(version)),
  }));
  const bill = join(folder, `${baseEcosystem(ecosystem)}.cdx.json`);
  writeFileSync(bill, JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components }));
  return bill;
}

describe('the same packages beside the same database, judged by us and by osv-scanner', () => {
  let folder = '';
  let program = '';
  let compared = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'osv-'));
    program = await tool('osv-scanner');
  }, 1_200_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.keys(VERSIONS))('%s', async (ecosystem) => {
    const versions = versionsOf(ecosystem, PACKAGES, 5);
    const advisories = advisoriesOf(ecosystem, versions);
    const database = join(folder, ecosystem);
    // osv-scanner looks for the archive of a release, and the export has both.
    for (const name of new Set([ecosystem, baseEcosystem(ecosystem)])) writeDatabase(database, name, advisories);
    const list = writeList(folder, ecosystem, versions);
    const packages = versions.map(
      (version): Package => ({ ecosystem, name: 'subject', version, dev: false, direct: true, location: { file: list } }),
    );
    const { advisories: ours } = await readDatabase(database, packages, nodeFiles('/'));
    const { matches } = matchPackages(packages, ours);
    const found = new Set(matches.map(({ package: of, advisory }) => `${of.name}@${of.version} ${advisory.id}`));
    const theirs = new Set(askOsvScanner(program, database, list));
    const different = [...new Set([...found, ...theirs])]
      .filter((line) => found.has(line) !== theirs.has(line))
      .filter((line) => explanationOf(ecosystem, line, advisories) === undefined);
    expect(different.map((line) => `${line}: ${found.has(line) ? 'only we' : 'only osv-scanner'}`)).toEqual([]);
    expect(found.size).toBeGreaterThan(PACKAGES);
    compared += PACKAGES * ADVISORIES;
  });

  test('in ten thousand triples and more', () => {
    expect(compared).toBeGreaterThanOrEqual(10_000);
  });
});
