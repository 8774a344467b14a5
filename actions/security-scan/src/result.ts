import type { Finding } from '@slipway/findings';
import type { EntryFault, Judged } from '@slipway/policy';

/** An upgrade that clears what blocks in one package. */
export interface ToldUpgrade {
  readonly name: string;
  readonly version: string;
  /** Null when the database names no version without it. */
  readonly to: string | null;
  readonly direct: boolean;
  readonly via: readonly string[];
  readonly file: string;
  /** How many findings it clears. */
  readonly clears: number;
}

/** What a scan found, as its report holds it and as every form of it is made from. */
export interface ScanResult {
  readonly service: string;
  /** `unknown` is what could not be told. */
  readonly result: 'clean' | 'findings' | 'nothing' | 'unknown';
  readonly headline: string;
  /** What blocks first, worst first. */
  readonly findings: readonly Judged[];
  readonly fixed: readonly Finding[];
  readonly upgrades: readonly ToldUpgrade[];
  /** What could not be judged, each in one sentence with its place. */
  readonly unjudged: readonly { readonly what: string; readonly file: string; readonly line: number | null }[];
  readonly faults: readonly {
    readonly kind: EntryFault['kind'];
    readonly id: string;
    readonly owner: string;
    readonly expires: string;
  }[];
  readonly packages: number;
  /** A database whose advisories bear no dates has none itself. */
  readonly database: {
    readonly id: string;
    readonly advisories: number;
    readonly madeAt: string | null;
    readonly ageHours: number | null;
  };
  /** The commit that the change was compared with, or why it was with none. */
  readonly base: { readonly commit: string } | { readonly unknown: string };
}

/** The findings that fail the scan, those that do not, and those that are set aside. */
export const withEffect = ({ findings }: Pick<ScanResult, 'findings'>, effect: Judged['effect']): readonly Judged[] =>
  findings.filter((each) => each.effect === effect);
