import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../scripts/tools/index.ts';
import { type Layout, layoutOf } from './layout.ts';
import { locked } from './lock.ts';
import { removeFirewall, removeNetwork } from './network.ts';
import { MACHINE, otherOwner, releaseMachine } from './owner.ts';
import { ALL } from './parts/order.ts';
import { endPods, endShims, removeGroups, removeLogLinks, unmountAll } from './pods.ts';
import { type Progress, progressTo, type Report, StepFailure } from './progress.ts';
import { userProblem } from './requirement.ts';
import { partFolder, program, type Site } from './site.ts';
import { readState } from './state.ts';
import { running, stop } from './supervise.ts';

/** How the lab is taken down. */
export interface DownOptions {
  /** Forgets everything but the built programs: data, certificates, ports and logs. */
  readonly purge?: boolean;
  /** Takes the progress lines; without it they are dropped. */
  readonly report?: Report;
}

/** Ends every process of the lab and undoes what it changed on the machine; data survives unless it is purged. */
export async function down(options: DownOptions = {}): Promise<void> {
  const layout = layoutOf();
  const report = options.report ?? (() => undefined);
  const problem = userProblem();
  if (problem) throw new StepFailure('requirements', problem, [], undefined);
  await locked(MACHINE, report, async () => {
    const progress = progressTo(report);
    const state = readState(layout);
    // With another lab up there is nothing of this one to end, and the machine's network is not ours to remove.
    if (state && !otherOwner(layout)) {
      await takeDown({ layout, ports: state.ports }, progress);
      await releaseMachine();
    }
    if (options.purge) await progress.step('remove the data', () => purge(layout));
  });
}

async function takeDown(site: Site, progress: Progress): Promise<void> {
  // The kubelet goes first: it would start every pod again that is ended here.
  await stopParts(['kubelet', 'prometheus', 'discovery', 'coredns', 'api-relay', 'kube-proxy'], site, progress);
  if (running(partFolder(site, 'containerd'))) await progress.step('end the pods', () => endPods(site));
  await stopParts(ALL.map(({ name }) => name).reverse(), site, progress);
  await progress.step('clean up the network and mounts', async () => {
    await endShims(site);
    await removeNetwork(site.layout);
    await unmountAll(site);
    await removeLogLinks(site);
    removeGroups();
    await removeRules(site);
    await rm(site.layout.run, { recursive: true, force: true });
  });
}

async function stopParts(names: readonly string[], site: Site, progress: Progress): Promise<void> {
  for (const name of names) {
    const folder = partFolder(site, name);
    const part = ALL.find((candidate) => candidate.name === name);
    if (running(folder)) await progress.step(`stop ${name}`, () => stop(folder, part?.graceMs));
  }
}

/** Removes the rules kube-proxy made; it knows its own by their names and leaves the others alone. */
async function removeRules(site: Site): Promise<void> {
  if (existsSync(program(site, 'kube-proxy'))) await run(program(site, 'kube-proxy'), ['--cleanup']);
  await removeFirewall();
}

/** Removes the lab's folder; what lies beside it, such as the built programs, stays. */
async function purge(layout: Layout): Promise<void> {
  if (!existsSync(layout.lab)) return;
  for (const name of readdirSync(layout.lab)) await rm(join(layout.lab, name), { recursive: true, force: true });
}
