import { compareVersions } from '@slipway/versions';
import type { RawAdvisory } from './osv-scanner.ts';

/** Why we and osv-scanner disagree on a line `name@version id`, and who is right; undefined where nothing explains it. */
export function explanationOf(ecosystem: string, line: string, advisories: readonly RawAdvisory[]): string | undefined {
  const [subject = '', id] = line.split(' ');
  const version = subject.slice(subject.indexOf('@', 1) + 1);
  const affected = (advisories.find((each) => each.id === id)?.['affected'] ?? []) as readonly { versions?: readonly string[] }[];
  const listed = affected.flatMap(({ versions = [] }) => versions);
  // We are: the ecosystem itself installs one for the other, and osv-scanner compares the list letter by letter.
  if (!listed.includes(version) && listed.some((each) => compareVersions(ecosystem, each, version) === 0))
    return 'The list names an equal version in another spelling.';
  return undefined;
}
