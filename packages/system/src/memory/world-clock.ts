import type { Clock } from '../clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Task boundaries until everything that is awake has come to wait again; work in memory needs one. */
const TURNS = 3;

/** A clock for several parts of one world: it moves on, to the next one who is to be woken, only when all of them wait. */
export function worldClock(start = 0): Clock {
  let [now, pumping] = [start, false];
  const sleepers = new Set<Sleeper>();
  const pump = async (): Promise<void> => {
    pumping = true;
    while (sleepers.size > 0) {
      for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const [next] = [...sleepers].sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      sleepers.delete(next);
      now = Math.max(now, next.at);
      next.wake();
    }
    pumping = false;
  };
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      const { promise, resolve } = Promise.withResolvers<void>();
      const sleeper = { at: now + ms, wake: resolve };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', () => void (sleepers.delete(sleeper) && resolve()), { once: true });
      if (!pumping) void pump();
      await promise;
      signal?.throwIfAborted();
    },
  };
}
