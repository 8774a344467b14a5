import type { Caused, Finding } from '@slipway/findings';
import { covers, isExpired, type PlacedEntry } from './ignore.ts';
import { decide, type Policy } from './policy.ts';

/** Why a finding is set aside: who says so, and with what reason. */
export interface Suppression {
  /** `ignore` for an entry of the ignore file, `vex` for a statement about the product. */
  readonly by: 'ignore' | 'vex';
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds. */
  readonly expires?: string;
}

/** A finding with what becomes of it. */
export type Judged = Caused &
  (
    | { readonly effect: 'block' | 'report'; readonly by: string }
    | { readonly effect: 'suppressed'; readonly by: string; readonly suppression: Suppression }
  );

/** An entry of the ignore file that does not do what its author meant. */
export interface EntryFault {
  readonly kind: 'expired' | 'unused' | 'malware';
  readonly entry: PlacedEntry;
}

/** What is judged, and by what. */
export interface JudgementFacts {
  readonly caused: readonly Caused[];
  readonly policy: Policy;
  readonly ignore: readonly PlacedEntry[];
  /** What others say of the product, such as in VEX documents. */
  readonly stated: (finding: Finding) => Suppression | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** What becomes of all findings. */
export interface Judgement {
  readonly judged: readonly Judged[];
  readonly faults: readonly EntryFault[];
}

function suppressionOf(finding: Finding, { ignore, stated, now }: JudgementFacts): Suppression | undefined {
  if (finding.kind === 'malware') return undefined;
  const entry = ignore.find((each) => covers(each, finding) && !isExpired(each, now));
  if (entry === undefined) return stated(finding);
  const { reason, owner, expires } = entry;
  return { by: 'ignore', reason, owner, expires };
}

function faultOf(entry: PlacedEntry, findings: readonly Finding[], now: number): readonly EntryFault[] {
  const covered = findings.filter((finding) => covers(entry, finding));
  if (covered.length === 0) return [{ kind: 'unused', entry }];
  if (covered.some(({ kind }) => kind === 'malware')) return [{ kind: 'malware', entry }];
  return isExpired(entry, now) ? [{ kind: 'expired', entry }] : [];
}

/** Decides of each finding whether it blocks, is reported, or is set aside; and of each entry of the ignore file whether it is of use. */
export function judge(facts: JudgementFacts): Judgement {
  const { caused, policy, ignore, now } = facts;
  const judged = caused.map((each): Judged => {
    const suppression = suppressionOf(each.finding, facts);
    if (suppression === undefined) return { ...each, ...decide(policy, each) };
    const by = suppression.by === 'ignore' ? 'the ignore file' : 'a VEX statement';
    return { ...each, effect: 'suppressed', by, suppression };
  });
  const findings = caused.map(({ finding }) => finding);
  return { judged, faults: ignore.flatMap((entry) => faultOf(entry, findings, now)) };
}
