import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/**
 * The machine's clock as it was when the process began, and what has passed since: a step of it, as when it is set right during a
 * watch, is no time that passed.
 */
export const nodeClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  sleep: async (ms, signal) => {
    await setTimeout(ms, undefined, { ...(signal && { signal }) });
  },
};
