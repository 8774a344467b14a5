import type { Clock } from '../clock.ts';

/** A clock that jumps instead of waiting; `elapsed` is told of each jump, so that a test's world can change with time. */
export function memoryClock(start = 0, elapsed: (now: number) => void = () => undefined): Clock {
  let now = start;
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      now += ms;
      elapsed(now);
      // A task boundary, as with a real timer, so that other work gets its turn.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
  };
}
