import type { Clock, Log } from '@slipway/system';

/** Something that happened in a deploy, and how long after its start. */
export interface Happening {
  readonly afterMs: number;
  readonly what: string;
}

/** What happens in a deploy, in order. */
export interface Timeline {
  readonly happenings: readonly Happening[];
  /** Writes it down, and says it in the log. */
  note(what: string): void;
}

const MOST = 60;

/** A timeline that starts now; of very many happenings the last are kept with the first. */
export function timelineOf(clock: Clock, log: Log): Timeline {
  const startedMs = clock.now();
  const happenings: Happening[] = [];
  return {
    happenings,
    note: (what) => {
      log.info(what);
      if (happenings.length >= MOST) happenings.splice(MOST / 2, 1);
      happenings.push({ afterMs: clock.now() - startedMs, what });
    },
  };
}
