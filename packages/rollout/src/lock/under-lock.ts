import { acquireLock, type Lock, type LockOutcome, type LockPorts, type LockRequest } from './lock.ts';

/** What became of work that is done under a lock. */
export type UnderLock<T> = { readonly kind: 'done'; readonly value: T } | Exclude<LockOutcome, { readonly kind: 'locked' }>;

/**
 * Takes the lock, does the work, and gives the lock back, however the work ends.
 *
 * A lock that cannot be given back takes nothing from what was done: it runs out by itself, and that is told.
 */
export async function underLock<T>(
  ports: LockPorts,
  request: LockRequest,
  work: (lock: Lock) => Promise<T>,
): Promise<UnderLock<T>> {
  const outcome = await acquireLock(ports, request);
  if (outcome.kind !== 'locked') return outcome;
  const { lock } = outcome;
  try {
    return { kind: 'done', value: await work(lock) };
  } finally {
    await lock.release().catch((error: unknown) => {
      ports.progress(`The lock was not given back, so the next run waits until it has run out: ${String(error)}`);
    });
  }
}
