import { type Ledger, standingRelease, withCurrent, withState } from '../release.ts';

/** The ledger after a release failed as a canary: it is bad, and the one before, which nothing has touched, still runs. */
export function withCanaryFailed(ledger: Ledger, id: number, why: string): Ledger {
  const standing = standingRelease(ledger, id);
  const marked = withState(ledger, id, 'bad', why);
  return standing === undefined ? marked : withCurrent(marked, standing.id);
}
