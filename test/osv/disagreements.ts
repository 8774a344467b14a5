import { matchPackages, parseAdvisory } from '@slipway/advisories';
import { compareVersions } from '@slipway/versions';
import type { RawAdvisory } from './osv-scanner.ts';

interface RawAffected {
  readonly versions?: readonly string[];
}

/** Why we and osv-scanner disagree on a line `name@version id`, and who is right; undefined where nothing explains it. */
export function explanationOf(ecosystem: string, line: string, advisories: readonly RawAdvisory[]): string | undefined {
  const [subject = '', id] = line.split(' ');
  const version = subject.slice(subject.indexOf('@', 1) + 1);
  const advisory = advisories.find((each) => each.id === id);
  if (advisory === undefined) return undefined;
  const listed = (advisory['affected'] as readonly RawAffected[]).flatMap(({ versions = [] }) => versions);
  // We are: the ecosystem itself installs one for the other, and osv-scanner compares the list letter by letter.
  if (!listed.includes(version) && listed.some((each) => compareVersions(ecosystem, each, version) === 0))
    return 'The list names an equal version in another spelling.';
  // We are: apk-tools (version.c, apk_version_compare) puts the version lower whose numbers end first, so that 10_git1 is
  // below 10.0; osv-scanner takes missing numbers for zeros. With those zeros written out, we must say what it says.
  if (
    ecosystem.startsWith('Alpine') &&
    isAffected(ecosystem, version, advisory) !== isAffectedWithZeros(ecosystem, version, advisory)
  )
    return 'The versions differ in zeros at the end of their numbers.';
  return undefined;
}

function isAffected(ecosystem: string, version: string, advisory: RawAdvisory): boolean {
  const of = { ecosystem, name: 'subject', version, dev: false, direct: true, location: { file: 'list' } };
  return matchPackages([of], [parseAdvisory('advisory', JSON.stringify(advisory))]).matches.length > 0;
}

const NUMBERS = 6;

/** The version with as many numbers as any has, missing ones as zeros. */
function withZeros(version: string): string {
  const numbers = /^[0-9.]+/.exec(version)?.[0] ?? '';
  const missing = NUMBERS - numbers.split('.').length;
  return `${numbers}${'.0'.repeat(missing)}${version.slice(numbers.length)}`;
}

function isAffectedWithZeros(ecosystem: string, version: string, advisory: RawAdvisory): boolean {
  const written = JSON.stringify(advisory['affected'], (key, value: unknown) =>
    typeof value === 'string' && ['introduced', 'fixed', 'last_affected'].includes(key) && value !== '0'
      ? withZeros(value)
      : value,
  );
  return isAffected(ecosystem, withZeros(version), { ...advisory, affected: JSON.parse(written) as unknown });
}
