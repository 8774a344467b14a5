import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Watches the machine's process list, as any other user of a self-hosted runner could. */
export interface Witness {
  /** Ends the watch and gives every command line that was seen. */
  stop(): Promise<readonly string[]>;
}

function commandLines(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    });
}

/** Starts to watch. */
export function startWitness(): Witness {
  const seen = new Set<string>();
  let going = true;
  const watching = (async () => {
    while (going) {
      for (const line of commandLines()) seen.add(line);
      await sleep(5);
    }
  })();
  return {
    stop: async () => {
      going = false;
      await watching;
      return [...seen];
    },
  };
}
