import type { Clock, Http, HttpRequest } from '@slipway/system';

const MINUTE_MS = 60_000;

/** Numbers from 0 to below 1 that are the same for the same seed (a linear congruential generator). */
export function randomOf(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Whether a request changes something in the cluster. */
export const isWrite = ({ method = 'GET', url }: HttpRequest): boolean =>
  method !== 'GET' && !url.includes('dryRun=All') && !url.includes('selfsubjectaccessreviews');

/** Holds every request up, on its way there and on its way back, for a time that chance decides. */
export function slowly(random: () => number, clock: Clock, frozenAt: number): (http: Http) => Http {
  let count = 0;
  return (http) => ({
    fetch: async (request) => {
      count += 1;
      // Frozen for longer than a lock lasts: the run comes back as a zombie that believes it has its lock.
      const [before, after] = count === frozenAt ? [random() < 0.5, true] : [false, false];
      await clock.sleep(before ? 15 * MINUTE_MS : random() * 800);
      const response = await http.fetch(request);
      await clock.sleep(after && !before ? 15 * MINUTE_MS : random() * 800);
      return response;
    },
  });
}

/** Ends the run, as SIGKILL would, before or after its write of that number. */
export function dyingAt(fatal: number, after: boolean, count: { writes: number }): (http: Http) => Http {
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Error('killed');
  };
  return (http) => ({
    fetch: async (request) => {
      if (dead) die();
      if (!isWrite(request)) return http.fetch(request);
      count.writes += 1;
      if (count.writes === fatal && !after) die();
      const response = await http.fetch(request);
      if (count.writes === fatal) die();
      return response;
    },
  });
}
