import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { ROOT } from '../definitions.ts';
import { tool } from '../tools/index.ts';
import { type Figure, median } from './figure.ts';
import { measure } from './process.ts';
import { scanImage } from './scan-image.ts';

const PACKAGES = 5_000;
const ADVISORIES = 50_000;
const ROUNDS = 3;

function advisory(index: number): object {
  const name = `package-${index}`;
  return {
    schema_version: '1.7.0',
    id: `BENCH-${index}`,
    modified: '2026-10-01T00:00:00Z',
    aliases: [`CVE-2026-${index}`],
    summary: `Something is wrong in ${name}`,
    details: `Under condition ${index} an attacker can do in ${name} what nobody meant. `.repeat(12),
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    affected: [
      {
        package: { ecosystem: 'npm', name },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: `1.${index % 20}.0` }] }],
      },
    ],
    references: [{ type: 'WEB', url: `https://advisories.example/${index}` }],
  };
}

function writeInputs(folder: string): { readonly database: string; readonly lockfile: string } {
  const database = join(folder, 'database');
  mkdirSync(join(database, 'osv-scalibr', 'npm'), { recursive: true });
  const all = Array.from(
    { length: ADVISORIES },
    (_, index) => [`BENCH-${index}.json`, strToU8(JSON.stringify(advisory(index)))] as const,
  );
  writeFileSync(join(database, 'osv-scalibr', 'npm', 'all.zip'), zipSync(Object.fromEntries(all), { level: 6 }));
  // Every tenth advisory is about a package of the lockfile, and half of those affect its version.
  const names = Array.from(
    { length: PACKAGES },
    (_, index) => [`node_modules/package-${index * 10}`, { version: '1.9.0', license: 'MIT' }] as const,
  );
  const lockfile = join(folder, 'package-lock.json');
  writeFileSync(
    lockfile,
    JSON.stringify({ name: 'bench', lockfileVersion: 3, packages: { '': {}, ...Object.fromEntries(names) } }, null, 2),
  );
  return { database, lockfile };
}

/** A lockfile of 5,000 packages beside a database of 50,000 advisories, judged by us and by osv-scanner, offline, in turns. */
export async function scan(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scan-'));
  try {
    const program = await tool('osv-scanner');
    const { database, lockfile } = writeInputs(folder);
    const bundle = join(ROOT, 'dist', 'cli', 'index.js');
    const entry = [process.execPath, bundle, 'security-scan', '--database', join(database, 'osv-scalibr'), '--json'];
    const peer = [program, 'scan', 'source', '--offline', `--local-db-path=${database}`, '--format=json', '-L', lockfile];
    const rounds = Array.from({ length: ROUNDS }, () => ({ ours: measure(folder, entry), theirs: measure(folder, peer) }));
    const report = JSON.parse(rounds[0]?.ours.output ?? '{}') as { outputs: { findings: string } };
    const found = Number(report.outputs.findings);
    const theirFound = new Set(rounds[0]?.theirs.output.match(/"id": "BENCH-\d+"/g)).size;
    if (found !== theirFound) throw new Error(`We found ${found} and osv-scanner ${theirFound}.`);
    const of = (pick: (round: (typeof rounds)[number]) => number): number => median(rounds.map(pick));
    const [ours, theirs] = [of((round) => round.ours.ms), of((round) => round.theirs.ms)];
    const [mib, theirMib] = [of((round) => round.ours.mib), of((round) => round.theirs.mib)];
    const note = `${found} findings each`;
    return [
      { bench: 'scan', name: 'wall time', value: ours, unit: 'ms', peer: 'osv-scanner', ratio: ours / theirs, note },
      { bench: 'scan', name: 'memory', value: mib, unit: 'MiB', peer: 'osv-scanner', ratio: mib / theirMib },
      ...(await scanImage()),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
