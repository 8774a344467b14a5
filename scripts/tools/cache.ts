import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The folder outside every checkout where built and downloaded things are kept: `$SLIPWAY_CACHE` or `~/.cache/slipway`. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env['SLIPWAY_CACHE'] ? resolve(env['SLIPWAY_CACHE']) : join(homedir(), '.cache', 'slipway');
}

/** Fills `folder` once: `fill` works in a temporary sibling that is renamed only when it is complete. */
export async function fillOnce(folder: string, fill: (temporary: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const temporary = `${folder}.${randomBytes(4).toString('hex')}.partial`;
  await mkdir(temporary, { recursive: true });
  try {
    await fill(temporary);
    await mkdir(dirname(folder), { recursive: true });
    await rename(temporary, folder).catch((error: unknown) => {
      // Another process finished the same thing first: its copy is as good as ours.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return folder;
}
