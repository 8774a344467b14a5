import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { tool } from '../../scripts/tools/index.ts';
import { installUnleash } from './unleash-program.ts';
import { installArgocd } from './argocd-objects.ts';
import { ARGOCD, type Build, BUILDS, ensureBuilt, isBuilt, removePartial } from './binaries.ts';
import { ensureCertificates, writeKubeconfig } from './certificates.ts';
import { busyboxImage, nodeImage, pauseImage } from './images/base.ts';
import { ensureImage } from './images/image.ts';
import { type Lab, labOf } from './lab.ts';
import { launch } from './launch.ts';
import { type Layout, layoutOf } from './layout.ts';
import { locked } from './lock.ts';
import { ensureBridge } from './network.ts';
import { claimMachine, MACHINE, otherOwner } from './owner.ts';
import { API, CLUSTER, FOUNDATION, type Option, OPTIONAL, type Part } from './parts/order.ts';
import { askApi } from './probe.ts';
import { type Progress, progressTo, type Report, StepFailure } from './progress.ts';
import { installPackages, machineProblems, missingPackages, OPTIONAL_PACKAGES, PACKAGES } from './requirement.ts';
import { apiServerUrl, type Site } from './site.ts';
import { ensureState } from './state.ts';

/** How the lab is brought up. */
export interface UpOptions {
  readonly with?: readonly Option[];
  /** Takes the progress lines; without it they are dropped. */
  readonly report?: Report;
}

/** Brings the lab up: installs, builds and starts whatever is not there yet. */
export async function up(options: UpOptions = {}): Promise<Lab> {
  const layout = layoutOf();
  const report = options.report ?? (() => undefined);
  const chosen = [...new Set(options.with ?? [])];
  return locked(MACHINE, report, async () => {
    const progress = progressTo(report);
    const builds: readonly Build[] = chosen.includes('argocd') ? [...BUILDS, ARGOCD] : BUILDS;
    await checkMachine(layout, builds);
    await settle([installAll(layout, chosen, progress), buildAll(layout, builds, progress)]);
    const site = await createSite(layout, progress);
    await launchAll(FOUNDATION, site, progress);
    await settle([
      ensureImage(pauseImage, site, progress).then(() => ensureImages(site, progress)),
      startCluster(site, progress),
    ]);
    if (chosen.includes('argocd')) await installArgocd(site, progress);
    if (chosen.includes('unleash')) await installUnleash(site, progress);
    await launchAll(
      chosen.flatMap((name) => OPTIONAL[name]),
      site,
      progress,
    );
    return labOf(site);
  });
}

async function checkMachine(layout: Layout, builds: readonly Build[]): Promise<void> {
  const problems = await machineProblems(builds.some((build) => !isBuilt(build, layout)));
  const other = otherOwner(layout);
  if (other) problems.push(`another lab is up on this machine: end it with SLIPWAY_CACHE=${other} npm run lab -- down`);
  if (problems.length > 0) throw new StepFailure('requirements', problems.join('; '), [], undefined);
  await claimMachine(layout);
}

async function installAll(layout: Layout, chosen: readonly Option[], progress: Progress): Promise<void> {
  const wanted = [...PACKAGES, ...chosen.flatMap((name) => OPTIONAL_PACKAGES[name])];
  const missing = await missingPackages(wanted);
  if (missing.length === 0) return;
  await progress.step(`install ${missing.length} Debian packages`, () => installPackages(missing, layout));
}

async function buildAll(layout: Layout, builds: readonly Build[], progress: Progress): Promise<void> {
  await removePartial(layout);
  // One after the other: each build uses every core by itself, and two linkers at once need twice the memory.
  for (const build of builds) {
    if (!isBuilt(build, layout)) await progress.step(`build ${build.name}`, () => ensureBuilt(build, layout));
  }
  await tool('kubectl', layout.cache);
}

async function createSite(layout: Layout, progress: Progress): Promise<Site> {
  await mkdir(layout.run, { recursive: true });
  const { ports } = await ensureState(layout);
  const site: Site = { layout, ports };
  if (!existsSync(layout.certificates)) await progress.step('make certificates', () => ensureCertificates(layout));
  await writeKubeconfig(apiServerUrl(site), layout);
  await ensureBridge();
  return site;
}

async function startCluster(site: Site, progress: Progress): Promise<void> {
  await launchAll(API, site, progress);
  await launchAll(CLUSTER, site, progress);
  if (!(await accountExists(site))) await progress.step('wait for the default service account', () => waitForAccount(site));
}

async function ensureImages(site: Site, progress: Progress): Promise<void> {
  await ensureImage(busyboxImage, site, progress);
  await ensureImage(nodeImage, site, progress);
}

async function accountExists(site: Site): Promise<boolean> {
  return (await askApi(site, '/api/v1/namespaces/default/serviceaccounts/default')).status === 200;
}

/** Pods cannot be made before the controller manager has made the account they run as. */
async function waitForAccount(site: Site): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) {
    if (await accountExists(site)) return;
  }
  throw new Error('the controller manager made no default service account within 30 s');
}

function launchAll(parts: readonly Part[], site: Site, progress: Progress): Promise<void> {
  return settle(parts.map((part) => launch(part, site, progress)));
}

/** Waits for all, then fails with the first failure: nothing goes on in the background after a failed `up`. */
async function settle(work: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) {
    if (result.status === 'rejected') throw result.reason;
  }
}
