import { matchPackages } from '@slipway/advisories';
import { type Finding, findingsOfMatches, mergeFindings, rankOf, SEVERITIES, type Severity } from '@slipway/findings';
import type { Note, Package } from '@slipway/inventory';
import type { Annotation, Outcome, Ports, RunContext } from '@slipway/runner';
import { type Block, table } from '@slipway/summary';
import type { action } from './action.ts';
import { type Facts, gather, type Inputs } from './gather.ts';

interface Gate {
  readonly blocking: readonly Finding[];
  readonly tolerated: readonly Finding[];
}

function gate(findings: readonly Finding[], failOn: Severity): Gate {
  const blocks = ({ rating: { level } }: Finding): boolean => level === 'unknown' || rankOf(level) >= rankOf(failOn);
  return { blocking: findings.filter(blocks), tolerated: findings.filter((finding) => !blocks(finding)) };
}

const nameOf = ({ package: of, location }: Finding): string => (of === undefined ? location.file : `${of.name}@${of.version}`);

function upgrade({ package: of, fixes: [fix] }: Finding): string {
  if (fix === undefined || of === undefined) return 'There is no fixed version yet.';
  return of.direct
    ? `Upgrade ${of.name} to ${fix}.`
    : `Have ${of.name} resolve to ${fix} or later (it comes in through another package).`;
}

function annotationOf(finding: Finding, blocking: boolean): Annotation {
  const { rating, id, title, location } = finding;
  return {
    level: blocking ? 'error' : 'warning',
    title: `${rating.level}: ${nameOf(finding)} (${id})`,
    message: `${title} ${upgrade(finding)}`.trim(),
    ...location,
  };
}

function unjudgedAnnotation({ name, version, location }: Package): Annotation {
  const message = `An advisory names ${name}, and "${version}" cannot be compared with its versions. Resolve a released version.`;
  return { level: 'error', title: `Could not tell: ${name}@${version}`, message, ...location };
}

function noteAnnotation({ message, location }: Note): Annotation {
  const remedy = 'Give it a version, so that it can be held against the advisories.';
  return { level: 'error', title: 'Could not tell: no version', message: `${message} ${remedy}`, ...location };
}

function headline({ packages, notes, database }: Facts, findings: Gate, unknown: readonly Package[], failOn: string): string {
  const judged = `${packages.length} packages against ${database.count} advisories`;
  const { blocking, tolerated } = findings;
  if (packages.length === 0) return 'There was no package to judge; allowed by "allow-nothing".';
  if (blocking.length > 0) return `${blocking.length} vulnerabilities of severity ${failOn} or higher (judged ${judged}).`;
  if (unknown.length > 0) {
    const names = unknown.map(({ name, version }) => `${name}@${version}`).join(', ');
    return `Could not tell whether ${names} is vulnerable: such a version cannot be compared (judged ${judged}).`;
  }
  if (notes.length > 0) {
    const what = notes.length === 1 ? 'One dependency has' : `${notes.length} dependencies have`;
    return `${what} no version in the lockfiles, so it could not be told whether they are vulnerable (judged ${judged}).`;
  }
  return tolerated.length > 0
    ? `${tolerated.length} vulnerabilities, all below ${failOn} (judged ${judged}).`
    : `No known vulnerability (judged ${judged}).`;
}

function summary({ blocking, tolerated }: Gate): readonly Block[] {
  const all = [...blocking, ...tolerated];
  if (all.length === 0) return [];
  const counts = [...SEVERITIES.toReversed(), 'unknown' as const].map((severity) =>
    String(all.filter((finding) => finding.rating.level === severity).length),
  );
  const rows = all.map((finding) => [
    finding.rating.level,
    { code: nameOf(finding) },
    finding.id,
    finding.title,
    finding.fixes[0] ?? 'none yet',
    { code: [finding.location.file, finding.location.line].filter((part) => part !== undefined).join(':') },
  ]);
  return [
    table(['critical', 'high', 'moderate', 'low', 'unknown'], [counts]),
    table(['severity', 'package', 'advisory', 'what', 'fixed in', 'where'], rows),
  ];
}

/** Judges what the lockfiles resolve against the database. */
export async function run(inputs: Inputs, ports: Ports, context: RunContext): Promise<Outcome<typeof action>> {
  const facts = await gather(inputs, ports, context);
  const { matches, unjudged: unknown } = matchPackages(facts.packages, facts.database.advisories);
  const findings = mergeFindings(findingsOfMatches(matches));
  const judged = gate(findings, inputs.failOn);
  return {
    verdict: judged.blocking.length > 0 ? 'fail' : unknown.length + facts.notes.length > 0 ? 'inconclusive' : 'pass',
    headline: headline(facts, judged, unknown, inputs.failOn),
    outputs: {
      result: facts.packages.length === 0 ? 'nothing' : findings.length === 0 ? 'clean' : 'findings',
      findings: String(findings.length),
      blocking: String(judged.blocking.length),
      packages: String(facts.packages.length),
      advisories: String(facts.database.count),
    },
    annotations: [
      ...judged.blocking.map((finding) => annotationOf(finding, true)),
      ...unknown.map(unjudgedAnnotation),
      ...facts.notes.map(noteAnnotation),
      ...facts.warnings.map((message): Annotation => ({ level: 'warning', title: 'Older advisories', message })),
      ...judged.tolerated.map((finding) => annotationOf(finding, false)),
    ],
    summary: summary(judged),
    data: findings.map(({ package: of, id, rating, fixes, location }) => ({
      package: of?.name ?? null,
      version: of?.version ?? null,
      advisory: id,
      severity: rating.level,
      fix: fixes[0] ?? null,
      file: location.file,
      line: location.line ?? null,
    })),
  };
}
