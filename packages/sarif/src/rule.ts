import type { Finding, Severity } from '@slipway/findings';
import { fitText, LIMITS } from './limits.ts';

/** A rule of SARIF 2.1.0 (a reportingDescriptor), as far as it is written here. */
export interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly helpUri?: string;
  readonly properties: { readonly tags: readonly string[]; readonly 'security-severity': string };
}

/**
 * The number by which GitHub names a severity: over 9.0 critical, from 7.0 high, from 4.0 medium, the rest low. Without a score it
 * is the lowest of its level; what nobody rated is shown as high, for it may be any.
 *
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#reportingdescriptor-object
 */
const NUMBERS: Readonly<Record<Severity, number>> = { critical: 9.1, high: 7, moderate: 4, low: 0.1, unknown: 7 };

function numberOf({ kind, rating: { score, level } }: Finding): number {
  return Math.max(kind === 'malware' ? NUMBERS.critical : 0.1, score ?? NUMBERS[level]);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

/** The rule of all findings with one id: its number is that of the worst. */
export function ruleOf(id: string, findings: readonly [Finding, ...Finding[]]): Rule {
  const [first] = findings;
  const title = findings.find((each) => each.title !== '')?.title ?? '';
  const names = [...new Set(findings.flatMap(({ aliases }) => aliases))];
  const address = findings.flatMap(({ references }) => references).find(isWebAddress);
  const helpUri = address === undefined ? undefined : new URL(address).href;
  const also = names.length === 0 ? '' : ` Also known as ${names.join(', ')}.`;
  return {
    id,
    shortDescription: { text: fitText(title, id) },
    fullDescription: { text: fitText(`${fitText(title, id)}${also}`, id) },
    help: { text: fitText(`${fitText(title, id)}${also}${helpUri === undefined ? '' : ` ${helpUri}`}`, id) },
    ...(helpUri !== undefined && { helpUri }),
    properties: {
      tags: [...new Set(['security', first.kind, ...names])].slice(0, LIMITS.tags),
      'security-severity': Math.max(...findings.map(numberOf)).toFixed(1),
    },
  };
}
