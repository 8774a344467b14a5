/** What a row of answers says about which version is running. */
export type VersionVerdict =
  /** The last answers all came from the expected version. */
  | { readonly kind: 'proved' }
  /** The expected version answers, and so do others. */
  | { readonly kind: 'mixed'; readonly seen: Readonly<Record<string, number>> }
  /** Only others answer. */
  | { readonly kind: 'version-mismatch'; readonly seen: Readonly<Record<string, number>> }
  /** No answer told a version. */
  | { readonly kind: 'untold' };

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
