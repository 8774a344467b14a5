import { averaged, dispersion, NOTHING, paired, totalOf, worseThan } from '@slipway/detector';
import { plannedLooks, type WatchPolicy, type WatchSamples } from './samples.ts';
import { othersSlices, pastSlices } from './stream.ts';

/**
 * How sure it must be that others fail as well before a release is not blamed. Less than it takes to blame one: to go back in a
 * shared incident helps nobody, and what speaks against the release is said all the same.
 */
const ENOUGH = Math.log(20);
const FEWEST_SLICES = 20;

/** Whether the old pods that still serve, or the neighbours, fail more than before at the same time: trouble that is not the release's. */
export function othersFailToo(samples: WatchSamples, policy: WatchPolicy, looks: readonly number[]): boolean {
  const { comparison, minRequests } = policy;
  if (comparison === undefined) return false;
  const during = othersSlices(samples, policy, looks);
  if (totalOf(during).total < minRequests) return false;
  const { historyMs } = comparison;
  const past = pastSlices(samples, policy, { stream: 'errors', versions: ['old', 'neighbour'], historyMs });
  if (past.length < FEWEST_SLICES) return false;
  const planned = plannedLooks(policy);
  const reference = paired(past, planned);
  const evidence = averaged([{ evidence: worseThan(comparison, planned), dispersion: dispersion(past) }]);
  return during.some((fresh, look) => evidence.add([{ fresh, reference: reference[look] ?? NOTHING }]) >= ENOUGH);
}
