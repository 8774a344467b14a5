import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** The machine's clock. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await setTimeout(ms, undefined, { ...(signal && { signal }) });
  },
};
