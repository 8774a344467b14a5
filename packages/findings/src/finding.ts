import type { Match } from '@slipway/advisories';
import { SEVERITIES, type Severity, severityOf } from './severity.ts';

/** One vulnerability in one package. */
export interface Finding extends Match {
  readonly severity: Severity;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity as (typeof SEVERITIES)[number]);

/** The findings that matches amount to, worst first. */
export function findingsOf(matches: readonly Match[]): readonly Finding[] {
  return matches
    .map((match) => ({ ...match, severity: severityOf(match.advisory) }))
    .sort(
      (a, b) =>
        rank(b.severity) - rank(a.severity) ||
        a.package.name.localeCompare(b.package.name) ||
        a.advisory.id.localeCompare(b.advisory.id),
    );
}

/** What the gate says of the findings. */
export interface Gate {
  readonly blocking: readonly Finding[];
  readonly tolerated: readonly Finding[];
}

/** Splits the findings: at or over the severity they block; an unknown severity blocks, for it may be any. */
export function gate(findings: readonly Finding[], failOn: (typeof SEVERITIES)[number]): Gate {
  const blocks = ({ severity }: Finding): boolean => severity === 'unknown' || rank(severity) >= rank(failOn);
  return { blocking: findings.filter(blocks), tolerated: findings.filter((finding) => !blocks(finding)) };
}
