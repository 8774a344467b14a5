import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Part } from './parts/part.ts';
import { type Progress, StepFailure } from './progress.ts';
import { dataFolder, partFolder, type Site } from './site.ts';
import { type Command, logOf, running, start, stop, tailOf } from './supervise.ts';

const READY_MS = 60_000;

/** What a part would be started with now: a running part with another fingerprint is out of date. */
export function fingerprintOf(command: Command, files: Readonly<Record<string, string>>): string {
  return createHash('sha256')
    .update(JSON.stringify([command, files]))
    .digest('hex')
    .slice(0, 16);
}

/** Makes sure that a part runs, with today's configuration, and answers. */
export async function launch(part: Part, site: Site, progress: Progress): Promise<void> {
  const folder = partFolder(site, part.name);
  const command = part.command(site);
  const files = part.files?.(site) ?? {};
  const fingerprint = fingerprintOf(command, files);
  const current = running(folder);
  if (current?.fingerprint === fingerprint && (await part.healthy(site))) return;
  await progress.step(`start ${part.name}`, async () => {
    try {
      if (current?.fingerprint !== fingerprint) {
        await stop(folder, part.graceMs);
        await prepare(part, site, files);
        await start(folder, command, fingerprint);
      }
      await ready(part, site);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new StepFailure(part.name, message, tailOf(folder), logOf(folder));
    }
  });
}

async function prepare(part: Part, site: Site, files: Readonly<Record<string, string>>): Promise<void> {
  const folder = partFolder(site, part.name);
  await mkdir(folder, { recursive: true });
  await mkdir(dataFolder(site, part.name), { recursive: true, mode: 0o700 });
  await mkdir(site.layout.run, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const path = resolve(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { mode: 0o600 });
  }
  await part.prepare?.(site);
}

async function ready(part: Part, site: Site): Promise<void> {
  const limit = part.readyMs ?? READY_MS;
  for (const end = Date.now() + limit; Date.now() < end; await sleep(100)) {
    if (!running(partFolder(site, part.name))) throw new Error('the process ended');
    if (await part.healthy(site)) return;
  }
  throw new Error(`not healthy after ${limit / 1000} s`);
}
