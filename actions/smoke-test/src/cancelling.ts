import { Failure } from '@slipway/failure';
import type { Ports } from '@slipway/runner';

/**
 * Does something that a cancelled run breaks off.
 *
 * @param what is what the run was cancelled before, as in "before the suite was done"
 * @throws Failure CANCELLED in the place of whatever the cancelling threw
 */
export async function unlessCancelled<T>({ cancelled }: Ports, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Failure || !cancelled.aborted) throw cause;
    throw new Failure({ code: 'CANCELLED', message: `The run was cancelled before ${what}.` }, { cause });
  }
}
