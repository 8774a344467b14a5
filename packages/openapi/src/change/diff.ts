import type { Api } from '../api/api.ts';
import { type Change, changeOf, type Severity } from './change.ts';
import { comparison } from './comparison.ts';
import { apiFindings } from './operation.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Every change between two descriptions that a consumer may notice, worst first, each once.
 *
 * @param now milliseconds since 1970: a deprecated operation may go once its sunset has passed.
 */
export function diff(base: Api, head: Api, now: number): readonly Change[] {
  const found = apiFindings(comparison(base, head, now)).map(changeOf);
  const unique = [...new Map(found.map((change) => [change.fingerprint, change])).values()];
  return unique.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
