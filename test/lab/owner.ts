import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layoutOf, type Layout } from './layout.ts';
import { running } from './supervise.ts';

const OWNER = '/run/slipway-lab';

/** The name of the lock: there is one for the machine, because its bridge, firewall and control groups are shared. */
export const MACHINE = 'machine';

/** The cache folder of another lab that runs on this machine; undefined when there is none. */
export function otherOwner(layout: Layout, record = OWNER): string | undefined {
  if (!existsSync(record)) return undefined;
  const cache = readFileSync(record, 'utf8').trim();
  return cache !== layout.cache && isUp(layoutOf(cache)) ? cache : undefined;
}

function isUp({ parts }: Layout): boolean {
  return existsSync(parts) && readdirSync(parts).some((name) => running(join(parts, name)) !== undefined);
}

/** Records that the machine belongs to this lab: two kubelets on one machine would kill each other's pods. */
export async function claimMachine(layout: Layout): Promise<void> {
  await writeFile(OWNER, `${layout.cache}\n`);
}

/** Forgets who owned the machine's network. */
export async function releaseMachine(): Promise<void> {
  await rm(OWNER, { force: true });
}
