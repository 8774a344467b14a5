import { Failure } from '@slipway/failure';
import { applyObject, inPhases, workloadsOf } from './apply.ts';
import type { LedgerStore } from './ledger-store.ts';
import { type Release, withCurrent, withState } from './release.ts';
import { waitForRollout, type WaitLimits, type WaitPorts, type WaitResult } from './wait.ts';

/** What a rollback undoes and why, and what it goes back to. */
export interface Restoration {
  readonly bad: Release;
  readonly good: Release;
  readonly why: string;
  readonly namespace: string;
}

/** How a rollback ended. `refused` means that the cluster did not take the objects. */
export type RestoreResult = WaitResult | { readonly state: 'refused'; readonly why: string };

/**
 * Applies a recorded good release again, once, and waits until it is ready.
 *
 * The bad release is marked before anything is touched, so that a run that is killed here leaves the truth behind.
 */
export async function restoreRelease(
  ports: WaitPorts,
  ledgers: LedgerStore,
  { bad, good, why, namespace }: Restoration,
  limits: WaitLimits,
): Promise<RestoreResult> {
  try {
    await ledgers.update((ledger) => withState(ledger, bad.id, 'bad', why));
    for (const object of inPhases(good.objects)) {
      if (ports.cancelled.aborted) return { state: 'cancelled' };
      await applyObject(ports.client, object, { force: true });
    }
    await ledgers.update((ledger) => withCurrent(ledger, good.id));
    return await waitForRollout(ports, workloadsOf(good.objects), namespace, limits);
  } catch (error) {
    if (ports.cancelled.aborted) return { state: 'cancelled' };
    if (error instanceof Failure) return { state: 'refused', why: error.message };
    throw error;
  }
}
