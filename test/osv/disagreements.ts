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
  // We are: apk-tools puts 10_git1 below 10.0, because a further number comes before any suffix; osv-scanner adds zeros.
  const bounds = JSON.stringify(affected).match(/"[0-9][^"]*"/g) ?? [];
  if (ecosystem.startsWith('Alpine') && bounds.some((each) => differInZeros(each.slice(1, -1), version)))
    return 'The versions differ in zeros at the end of their numbers.';
  return undefined;
}

function differInZeros(a: string, b: string): boolean {
  const [first = '', second = ''] = [a, b].map((each) => /^[0-9.]+/.exec(each)?.[0] ?? '');
  return first !== second && first.replace(/(\.0)+$/, '') === second.replace(/(\.0)+$/, '');
}
