/** What a row of answers says about which version is running. */
export type VersionVerdict =
  /** The last answers all came from the expected version. */
  | { readonly kind: 'proved' }
  /** The expected version answers, and so do others. */
  | { readonly kind: 'mixed'; readonly seen: Readonly<Record<string, number>> }
  /** Only others answer. */
  | { readonly kind: 'version-mismatch'; readonly seen: Readonly<Record<string, number>> }
  /** No answer told a version. */
  | { readonly kind: 'untold'; readonly why?: string };

/** How many of the newest answers are looked at when the version is not proved. */
const WINDOW = 20;

/**
 * Judges the versions that answers told, oldest first; undefined stands for an answer without one, or for none.
 *
 * @param streak how many answers in a row must come from the expected version, from 1
 */
export function judgeVersions(told: readonly (string | undefined)[], expected: string, streak: number): VersionVerdict {
  const last = told.slice(-streak);
  if (last.length === streak && last.every((version) => version === expected)) return { kind: 'proved' };
  const seen: Record<string, number> = {};
  for (const version of told.slice(-WINDOW)) if (version !== undefined) seen[version] = (seen[version] ?? 0) + 1;
  const versions = Object.keys(seen);
  if (versions.length === 0) return { kind: 'untold' };
  // Some of the answers with a version and some without are two versions as well.
  return { kind: versions.includes(expected) ? 'mixed' : 'version-mismatch', seen };
}

/**
 * Judges what each pod that is ready told, oldest first: all must have answered from the expected version.
 *
 * @param streak how many answers in a row each of them must give, from 1
 */
export function judgeFleet(pods: readonly (readonly (string | undefined)[])[], expected: string, streak: number): VersionVerdict {
  if (pods.length === 0) return { kind: 'untold', why: 'no pod that is ready' };
  if (pods.every((told) => judgeVersions(told, expected, streak).kind === 'proved')) return { kind: 'proved' };
  const last = pods.map((told) => told.at(-1));
  if (last.every((version) => version === undefined)) return { kind: 'untold' };
  const seen: Record<string, number> = {};
  for (const version of last) seen[version ?? 'none told'] = (seen[version ?? 'none told'] ?? 0) + 1;
  return { kind: last.includes(expected) ? 'mixed' : 'version-mismatch', seen };
}
