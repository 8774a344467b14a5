import type { Note, Package } from '@slipway/inventory';
import type { Judged } from '@slipway/policy';
import type { Annotation } from '@slipway/runner';
import { CAUSE_WORDS, counted, nameOf, sentence, severityCounts, severityWord, upgradeSentence } from '../words.ts';
import type { Decision, Upgrade } from './decide.ts';
import type { Facts } from './gather.ts';

type UpgradeOf = (judged: Judged) => Upgrade | undefined;

function sentences({ finding, cause, by, effect }: Judged, upgrade: Upgrade | undefined): string {
  const to = upgrade === undefined ? finding.fixes[0] : upgrade.to;
  const said = [sentence(finding.title), upgradeSentence(finding, to)];
  const more = (upgrade?.clears.length ?? 0) - 1;
  if (to !== undefined && more > 0) said.push(`That clears ${counted(more, 'other finding')} of it as well.`);
  if (finding.exploited) said.push('It is known to be exploited.');
  if (cause !== 'unknown') said.push(`${CAUSE_WORDS[cause][0]?.toUpperCase()}${CAUSE_WORDS[cause].slice(1)}.`);
  if (effect === 'block' && finding.kind === 'malware') said.push(`${by[0]?.toUpperCase()}${by.slice(1)}.`);
  return said.filter((part) => part !== '').join(' ');
}

function annotationOf(judged: Judged, upgradeOf: UpgradeOf): Annotation {
  const { finding, effect } = judged;
  return {
    level: effect === 'block' ? 'error' : 'warning',
    title: `${severityWord(finding)}: ${nameOf(finding)} (${finding.id})`,
    message: sentences(judged, upgradeOf(judged)),
    ...finding.location,
  };
}

/** On the line by which a direct dependency is asked for: all that it brings. */
function manifestAnnotation(own: readonly Judged[], upgradeOf: UpgradeOf): Annotation {
  const [first] = own as readonly [Judged, ...Judged[]];
  const direct = first.finding.package?.via?.[0] ?? first.finding.package?.name ?? '';
  const said = new Set(own.map((each) => `${nameOf(each.finding)}: ${upgradeSentence(each.finding, upgradeOf(each)?.to)}`));
  return {
    level: 'error',
    title: `${direct} brings ${counted(own.length, 'finding')} (${severityCounts(own)})`,
    message: [...said].join('\n'),
    ...first.finding.manifest,
  };
}

/** Each finding that blocks, and after the first one of a line of a manifest what that line brings in all. */
function blockingAnnotations(blocking: readonly Judged[], upgradeOf: UpgradeOf): readonly Annotation[] {
  const lineOf = ({ finding: { manifest, location } }: Judged): string | undefined =>
    manifest === undefined || (manifest.file === location.file && manifest.line === location.line)
      ? undefined
      : `${manifest.file}:${manifest.line}`;
  const byLine = Map.groupBy(blocking, lineOf);
  return blocking.flatMap((each) => {
    const own = byLine.get(lineOf(each)) ?? [];
    const leads = lineOf(each) !== undefined && own[0] === each;
    return [annotationOf(each, upgradeOf), ...(leads ? [manifestAnnotation(own, upgradeOf)] : [])];
  });
}

function unjudgedAnnotation({ name, version, location }: Package): Annotation {
  const message = `An advisory names ${name}, and "${version}" cannot be compared with its versions. Resolve a released version.`;
  return { level: 'error', title: `Could not tell: ${name}@${version}`, message, ...location };
}

function noteAnnotation({ message, location }: Note): Annotation {
  const remedy = 'Give it a version, so that it can be held against the advisories.';
  return { level: 'error', title: 'Could not tell: no version', message: `${message} ${remedy}`, ...location };
}

function faultAnnotations({ faults, contradicted }: Decision, { rules, base }: Facts): readonly Annotation[] {
  const entries = faults.map(({ kind, entry }): Annotation => {
    const { id, owner, expires, location } = entry;
    const said = {
      expired: `The entry for ${id} ended on ${expires}, so it sets nothing aside any more. ${owner} answers for it: mend it, or decide again.`,
      unused: `The entry for ${id} sets nothing aside. Take it out.`,
      malware: `${id} is a name of malware, which cannot be ignored. Remove the package, and the entry with it.`,
    }[kind];
    return { level: kind === 'malware' ? 'error' : 'warning', title: `Ignore file: ${kind}`, message: said, ...location };
  });
  const contradictions = contradicted.map((finding): Annotation => {
    const message = `VEX documents contradict each other about ${finding.id} in ${nameOf(finding)}, so none of them clears it.`;
    return { level: 'warning', title: 'VEX: contradiction', message, ...finding.location };
  });
  const authors = rules.disbelieved.map((author): Annotation => {
    const message = `${author} is not among "vex-authors"; what this author's documents say is left out.`;
    return { level: 'warning', title: 'VEX: author', message };
  });
  const unread: readonly Annotation[] =
    base.kind === 'unread'
      ? [
          {
            level: base.usual ? 'notice' : 'warning',
            title: 'Base unknown',
            message: `${base.reason} All findings count as introduced.`,
          },
        ]
      : [];
  return [...entries, ...contradictions, ...authors, ...unread];
}

/** The remarks on lines, what blocks first and worst first. */
export function annotationsOf(decision: Decision, facts: Facts): readonly Annotation[] {
  const upgrades = new Map(decision.upgrades.flatMap((each) => each.clears.map((fingerprint) => [fingerprint, each] as const)));
  const upgradeOf = ({ finding }: Judged): Upgrade | undefined => upgrades.get(finding.fingerprint);
  const of = (effect: Judged['effect']): readonly Judged[] => decision.judged.filter((each) => each.effect === effect);
  return [
    ...blockingAnnotations(of('block'), upgradeOf),
    ...decision.unjudged.map(unjudgedAnnotation),
    ...facts.notes.map(noteAnnotation),
    ...faultAnnotations(decision, facts),
    ...of('report').map((each) => annotationOf(each, upgradeOf)),
  ];
}
