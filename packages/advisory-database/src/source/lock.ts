import { randomUUID } from 'node:crypto';
import type { Clock, Files } from '@slipway/system';

/** Whoever works says so at least this often, also while it waits for a server. */
const BEAT_MS = 5_000;
/** A holder that was silent for so long was ended, and what it held is free again. */
const GONE_MS = 120_000;

/** A piece of work that one process on a machine does at a time. */
export interface Lock {
  /** Tells that the holder is alive; cheap to be called often. */
  beat(): Promise<void>;
  release(): Promise<void>;
}

interface Holder {
  readonly holder: string;
  readonly at: number;
}

async function readHolder(path: string, files: Files): Promise<Holder | undefined> {
  try {
    return JSON.parse(await files.readText(path)) as Holder;
  } catch {
    // Freed in between, or being written.
    return undefined;
  }
}

/**
 * Takes a lock that is a file; undefined while another holds it.
 *
 * Two that find the same holder gone at the same moment may both take it: they then do the same work twice, and what they
 * write is put in place whole.
 */
export async function tryLock(path: string, files: Files, clock: Clock): Promise<Lock | undefined> {
  const holder = randomUUID();
  const text = (): string => JSON.stringify({ holder, at: clock.now() } satisfies Holder);
  const taken = await files.claim(path, text());
  if (!taken) {
    const other = await readHolder(path, files);
    if (other !== undefined && clock.now() - other.at > GONE_MS) await files.remove(path);
    return undefined;
  }
  let last = clock.now();
  return {
    beat: async () => {
      if (clock.now() - last < BEAT_MS) return;
      last = clock.now();
      await files.write(path, text());
    },
    release: async () => {
      if ((await readHolder(path, files))?.holder === holder) await files.remove(path);
    },
  };
}
