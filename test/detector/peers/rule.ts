import type { Cell } from '../cell.ts';
import type { Traffic } from '../traffic.ts';

/** A way to decide: the second at which it would roll back, or undefined when it would not. */
export interface Rule {
  readonly name: string;
  decide(traffic: Traffic, cell: Cell): number | undefined;
}

/** The limit that someone would set who knew the true share of errors before the release. */
export const oracleLimit = ({ base }: Cell): number => Math.max(2 * base, base + 0.01);
