import type { Change } from '@slipway/config-edit';

/** The changes of a file as a person reads them in a review. */
export function diffOf(changes: readonly Change[]): string {
  return changes
    .toSorted((a, b) => a.line - b.line)
    .map(({ what, from, to, line }) => `@@ line ${line} @@\n-${what}: ${from}\n+${what}: ${to}`)
    .join('\n');
}
