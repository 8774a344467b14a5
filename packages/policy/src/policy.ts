import { parseConfig } from '@slipway/config';
import {
  type Cause,
  type Caused,
  CAUSES,
  type Finding,
  type Kind,
  KINDS,
  rankOf,
  SEVERITIES,
  type Severity,
} from '@slipway/findings';

/** What a rule does with a finding: it fails the scan, or is only reported. */
export type Effect = 'block' | 'report';

/** What a rule applies to; all that is named must hold. */
export interface Condition {
  readonly kind?: readonly Kind[];
  readonly cause?: readonly Cause[];
  readonly severity?: readonly Severity[];
  /** Also what nobody rated, for it may be any. */
  readonly 'severity-at-least'?: Exclude<Severity, 'unknown'>;
  readonly environment?: 'production' | 'development';
  readonly 'known-exploited'?: boolean;
  readonly 'epss-at-least'?: number;
  readonly fix?: 'available' | 'none';
}

/** One rule of a policy. */
export interface Rule {
  readonly name: string;
  readonly when?: Condition;
  readonly effect: Effect;
}

/** Rules of which the first that applies decides. */
export interface Policy {
  readonly rules: readonly Rule[];
  /** What becomes of a finding to which no rule applies. */
  readonly otherwise: Effect;
}

const words = (values: readonly string[]): object => ({ type: 'array', minItems: 1, uniqueItems: true, items: { enum: values } });
const EFFECT = { enum: ['block', 'report'] };

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['rules', 'otherwise'],
  properties: {
    rules: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'effect'],
        properties: {
          name: { type: 'string', minLength: 1 },
          when: {
            type: 'object',
            additionalProperties: false,
            minProperties: 1,
            properties: {
              kind: words(KINDS),
              cause: words(CAUSES),
              severity: words([...SEVERITIES, 'unknown']),
              'severity-at-least': { enum: SEVERITIES },
              environment: { enum: ['production', 'development'] },
              'known-exploited': { type: 'boolean' },
              'epss-at-least': { type: 'number', minimum: 0, maximum: 1 },
              fix: { enum: ['available', 'none'] },
            },
          },
          effect: EFFECT,
        },
      },
    },
    otherwise: EFFECT,
  },
};

/**
 * Reads a policy in YAML or JSON.
 *
 * @throws Failure with every problem of the file, each with its line: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY or
 * CONFIG_INVALID.
 */
export function parsePolicy(file: string, text: string): Policy {
  return parseConfig<Policy>(file, text, { schema: SCHEMA }).value;
}

/** The policy of a scan that is given none: what a change introduces blocks from a severity on, and whatever is a secret or exploited. */
export function defaultPolicy(failOn: Exclude<Severity, 'unknown'>): Policy {
  return {
    rules: [
      {
        name: 'not introduced by this change',
        when: { cause: ['already-there', 'advisory-new', 'base-image'] },
        effect: 'report',
      },
      { name: 'a secret', when: { kind: ['secret'] }, effect: 'block' },
      { name: 'known to be exploited', when: { 'known-exploited': true }, effect: 'block' },
      { name: `severity ${failOn} or higher`, when: { 'severity-at-least': failOn }, effect: 'block' },
    ],
    otherwise: 'report',
  };
}

type Check = (condition: Condition, finding: Finding, cause: Cause) => boolean;

/** One check for each word of a condition; a word that is not there holds. */
const CHECKS: readonly Check[] = [
  ({ kind }, finding) => kind === undefined || kind.includes(finding.kind),
  (condition, _, cause) => condition.cause === undefined || condition.cause.includes(cause),
  ({ severity }, { rating }) => severity === undefined || severity.includes(rating.level),
  ({ 'severity-at-least': least }, { rating: { level } }) =>
    least === undefined || level === 'unknown' || rankOf(level) >= rankOf(least),
  ({ environment }, { package: of }) => environment === undefined || (environment === 'development') === (of?.dev === true),
  ({ 'known-exploited': known }, { exploited }) => known === undefined || known === (exploited === true),
  ({ 'epss-at-least': least }, { epss }) => least === undefined || (epss !== undefined && epss >= least),
  ({ fix }, { fixes }) => fix === undefined || (fix === 'available') === fixes.length > 0,
];

/** What a policy makes of a finding, and by which rule. */
export function decide(
  { rules, otherwise }: Policy,
  { finding, cause }: Caused,
): { readonly effect: Effect; readonly by: string } {
  // No rule can let code through that means harm.
  if (finding.kind === 'malware') return { effect: 'block', by: 'malware always blocks' };
  const rule = rules.find(({ when: condition = {} }) => CHECKS.every((check) => check(condition, finding, cause)));
  return rule === undefined ? { effect: otherwise, by: 'no rule applies' } : { effect: rule.effect, by: rule.name };
}
