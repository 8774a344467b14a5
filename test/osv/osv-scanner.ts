import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** An advisory as the database keeps it, or anything else that is to stand in its place. */
export type RawAdvisory = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Writes a database as both programs read it: an archive an ecosystem, below the folder's name that osv-scanner expects. */
export function writeDatabase(folder: string, ecosystem: string, advisories: readonly RawAdvisory[]): string {
  const file = join(folder, 'osv-scalibr', ecosystem, 'all.zip');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zipSync(Object.fromEntries(advisories.map((each) => [`${each.id}.json`, strToU8(JSON.stringify(each))]))));
  return file;
}

interface Report {
  readonly results?: readonly {
    readonly packages: readonly {
      readonly package: { readonly name: string; readonly version: string };
      readonly vulnerabilities?: readonly { readonly id: string }[];
    }[];
  }[];
}

/**
 * What osv-scanner finds in a lockfile, offline: lines `name@version id`, sorted.
 *
 * @param lockfile a path, or `osv-scanner:PATH` for a list of packages in its own format
 */
export function askOsvScanner(program: string, database: string, lockfile: string): readonly string[] {
  const options = ['scan', 'source', '--offline', `--local-db-path=${database}`, '--format=json', '--all-vulns', '--no-resolve'];
  const { status, stdout, stderr } = spawnSync(program, [...options, '-L', lockfile], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  // It ends with 1 when it found something.
  if (status !== 0 && status !== 1) throw new Error(`osv-scanner ended with ${status}: ${stderr}`);
  const { results = [] } = JSON.parse(stdout) as Report;
  const lines = results.flatMap(({ packages }) =>
    packages.flatMap(({ package: of, vulnerabilities }) =>
      (vulnerabilities ?? []).map(({ id }) => `${of.name}@${of.version} ${id}`),
    ),
  );
  return [...new Set(lines)].sort();
}
