import type { Cause, Finding, Severity } from '@slipway/findings';
import type { Judged } from '@slipway/policy';

/** How the causes are told. */
export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  introduced: 'introduced by this change',
  'already-there': 'there before this change',
  'advisory-new': 'the advisory is new',
  'base-image': 'from the base image',
  unknown: 'cause unknown',
};

/** Severities in the order in which people read them. */
export const WORST_FIRST: readonly Severity[] = ['critical', 'high', 'moderate', 'low', 'unknown'];

/** The package, or the file of what is in none. */
export const nameOf = ({ package: of, location }: Finding): string =>
  of === undefined ? location.file : `${of.name}@${of.version}`;

/** A file with its line. */
export const placeOf = ({ location: { file, line } }: Pick<Finding, 'location'>): string =>
  line === undefined ? file : `${file}:${line}`;

/** How the package comes in, from the direct dependency down. */
export const wayOf = ({ package: of }: Finding): string => (of?.via ?? []).join(' › ');

/** What mends a finding, in one sentence; the empty text for what is in no package. */
export function upgradeSentence(finding: Finding, to: string | undefined): string {
  const { package: of } = finding;
  if (of === undefined) return '';
  if (finding.kind === 'malware') return `Remove ${of.name}, and treat what it could read as leaked.`;
  if (to === undefined) return 'There is no fixed version yet.';
  if (of.direct === true) return `Upgrade ${of.name} to ${to}.`;
  const way = (of.via ?? []).slice(0, -1).join(' › ');
  return `Have ${of.name} resolve to ${to} or later (it comes in through ${way === '' ? 'another package' : way}).`;
}

/** `1 finding`, `2 findings`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** How a finding is called: malware has no severity that would say anything. */
export const severityWord = ({ kind, rating }: Finding): Severity | 'malware' => (kind === 'malware' ? 'malware' : rating.level);

/** A sentence of somebody else's, ended as one. */
export const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);

/** How many there are of each severity that occurs, such as `1 critical, 2 high`. */
export function severityCounts(judged: readonly Judged[]): string {
  const words = ['malware', ...WORST_FIRST] as const;
  const counts = words.map((word) => [judged.filter(({ finding }) => severityWord(finding) === word).length, word] as const);
  return counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}
