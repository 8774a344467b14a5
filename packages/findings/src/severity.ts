import { fromVector } from 'ae-cvss-calculator';
import type { Advisory } from '@slipway/advisories';

/** Severities from the lowest to the highest; `unknown` is a class of its own, above none of them. */
export const SEVERITIES = ['low', 'moderate', 'high', 'critical'] as const;

/** How bad an advisory is. */
export type Severity = (typeof SEVERITIES)[number] | 'unknown';

/** The rating of a base score: section 5 of the CVSS 3.1 specification. */
function rating(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'moderate';
  return score > 0 ? 'low' : 'unknown';
}

function scoreOf(vector: string): number {
  try {
    return fromVector(vector)?.calculateScores().overall ?? 0;
  } catch {
    return 0;
  }
}

/** The severity of an advisory: of its highest CVSS vector, else what its database states, else unknown. */
export function severityOf(advisory: Advisory): Severity {
  const scored = rating(Math.max(0, ...advisory.vectors.map(scoreOf)));
  if (scored !== 'unknown') return scored;
  const stated = advisory.statedSeverity?.toLowerCase().replace('medium', 'moderate');
  return SEVERITIES.find((severity) => severity === stated) ?? 'unknown';
}
