import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { SignRequest } from './sigstore.ts';

export type { SignRequest } from './sigstore.ts';

/** A Sigstore that has signed. */
export interface Sigstore {
  /** The file that says whom to believe. */
  readonly trustedRoot: string;
  /** The bundles by the names under which they were asked for. */
  readonly bundles: Readonly<Record<string, string>>;
}

/** Has statements signed by a Sigstore of their own. */
export function signedBy(requests: Readonly<Record<string, SignRequest>>): Sigstore {
  const script = join(import.meta.dirname, 'sigstore.ts');
  const output = execFileSync(process.execPath, [script], { input: JSON.stringify(Object.values(requests)), encoding: 'utf8' });
  const { trustedRoot, bundles } = JSON.parse(output) as { trustedRoot: object; bundles: readonly object[] };
  const named = Object.keys(requests).map((name, index) => [name, JSON.stringify(bundles[index])]);
  return { trustedRoot: JSON.stringify(trustedRoot), bundles: Object.fromEntries(named) as Record<string, string> };
}
