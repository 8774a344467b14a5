import type { GitHub } from '@slipway/github';
import type { Clock } from '@slipway/system';
import type { Holder } from './holder.ts';
import type { HolderWord } from './lock.ts';

/** A run does not end sooner for being asked about more often. */
const ASK_EVERY_MS = 15_000;

/**
 * Asks GitHub whether the run of a lock's holder is over.
 *
 * @param open opens the repository of the holder; without it, and for a holder that is no run, nothing is known
 */
export function askGitHub(
  open: ((repository: string) => Pick<GitHub, 'readRunStatus'>) | undefined,
  clock: Clock,
): (holder: Holder) => Promise<HolderWord> {
  let last: { readonly process: string; readonly atMs: number; readonly word: HolderWord } | undefined;
  return async ({ run, process }) => {
    if (run === undefined || open === undefined) return 'unknown';
    if (last?.process === process && clock.now() - last.atMs < ASK_EVERY_MS) return last.word;
    const status = await open(run.repository).readRunStatus(run);
    const word = status.kind === 'unread' ? 'unknown' : status.value === 'completed' ? 'over' : 'running';
    last = { process, atMs: clock.now(), word };
    return word;
  };
}
