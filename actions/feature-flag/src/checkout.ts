import { Failure } from '@slipway/failure';
import { type FlagFile, type Reference, parseFlags, referencesIn } from '@slipway/flags';
import type { Ports } from '@slipway/runner';

/** Larger files are built, not written. */
const BYTES_MAX = 1_000_000;

/** Where code names flags, in the files that some patterns match. */
export async function findReferences(
  patterns: readonly string[],
  flags: ReadonlyMap<string, readonly string[]>,
  { files }: Ports,
): Promise<readonly Reference[]> {
  const matched = (await Promise.all(patterns.map((pattern) => files.glob(pattern)))).flat();
  const found: Reference[] = [];
  for (const path of new Set(matched)) {
    // A pattern such as src/** matches folders as well.
    const size = await files.size(path).catch(() => BYTES_MAX + 1);
    if (size <= BYTES_MAX) found.push(...referencesIn(path, await files.readText(path).catch(() => ''), flags));
  }
  return found;
}

/** The flags as they were at a commit; undefined when the file was not there. Rejects with BASE_ABSENT. */
export async function flagsAt(commit: string, file: string, { exec }: Ports): Promise<FlagFile | undefined> {
  const known = await exec.run('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`]);
  if (known.exitCode !== 0) {
    const message = `This checkout does not have ${commit}, with which the flags are to be compared.`;
    throw new Failure({ code: 'BASE_ABSENT', message, remedy: 'Check out with fetch-depth: 0, or correct "base".' });
  }
  const shown = await exec.run('git', ['show', `${known.stdout.trim()}:./${file}`]);
  return shown.exitCode === 0 ? parseFlags(file, shown.stdout) : undefined;
}

/** Which of some flags code named at a commit, in the files that some patterns match. */
export async function namedAt(
  commit: string,
  patterns: readonly string[],
  flags: Iterable<string>,
  { exec }: Ports,
): Promise<ReadonlySet<string>> {
  const paths = patterns.map((pattern) => `:(glob)${pattern}`);
  const named = new Set<string>();
  for (const flag of flags) {
    const quoted = ['"', "'", '`'].flatMap((quote) => ['-e', `${quote}${flag}${quote}`]);
    const found = await exec.run('git', ['grep', '--quiet', '--fixed-strings', ...quoted, commit, '--', ...paths]);
    if (found.exitCode === 0) named.add(flag);
  }
  return named;
}

/** When each flag's definition was last changed, by the file's history; flags that are older than it are left out. */
export async function changedAt(head: FlagFile, { exec }: Ports): Promise<ReadonlyMap<string, number>> {
  const log = await exec.run('git', ['log', '-200', '--format=%H %ct', '--', head.file]);
  const versions = log.stdout.split('\n').filter((line) => line !== '');
  const definitions = new Map([...head.flags].map(([key, flag]) => [key, JSON.stringify(flag)]));
  const changed = new Map<string, number>();
  let open = new Set(definitions.keys());
  for (const [at, line] of versions.entries()) {
    const seconds = Number(line.split(' ')[1]);
    const older = versions[at + 1]?.split(' ')[0];
    const before = older === undefined ? undefined : await flagsAt(older, head.file, { exec } as Ports).catch(() => undefined);
    for (const key of open) {
      const same = JSON.stringify(before?.flags.get(key)) === definitions.get(key);
      if (!same) changed.set(key, seconds * 1000);
    }
    open = new Set([...open].filter((key) => !changed.has(key)));
    if (open.size === 0) break;
  }
  return changed;
}
