import { parse, type SemVer } from 'semver';
import { type Comparer, comparerOf } from './order.ts';

/** npm: node-semver, which is the rule itself; build metadata is no part of the order. */
export const compareNpm: Comparer = comparerOf<SemVer>(
  (text) => parse(text) ?? undefined,
  (a, b) => a.compare(b),
);
