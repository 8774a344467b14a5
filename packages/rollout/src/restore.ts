import { Failure } from '@slipway/failure';
import { type Deployment, type Kubernetes, type KubeObject, objectName, type Target, targetOf } from '@slipway/kubernetes';
import { inPhases, workloadsOf } from './apply.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { Writer } from './lock/index.ts';
import { leftOver, whyKept } from './prune.ts';
import { isColoured, isSwitch } from './progressive/colour.ts';
import { type Release, withCurrent, withState } from './release.ts';
import { replaceStuckPods } from './stuck-pod.ts';
import { goneSince } from './viability.ts';
import { waitForRollout, type WaitLimits, type WaitPorts, type WaitResult } from './wait.ts';

/** What a rollback undoes and why, and what it goes back to. */
export interface Restoration {
  readonly service: string;
  readonly bad: Release;
  readonly good: Release;
  readonly why: string;
  readonly namespace: string;
}

/** How a rollback ended. `refused` means that the cluster did not take the objects, or that it could not have worked. */
export type RestoreResult = WaitResult | { readonly state: 'refused'; readonly why: string };

/** Where a rollback reads, and how it writes. */
export interface RestorePorts extends WaitPorts {
  readonly writer: Writer;
  /** Why a recorded image can be pulled no more; undefined when it can, or when that cannot be told. Nobody is asked without it. */
  readonly imageGone?: (image: string) => Promise<string | undefined>;
}

/** Deletes those of the objects that are the service's own and may go; gives what was deleted. */
export async function prune(writer: Writer, objects: readonly KubeObject[], service: string): Promise<readonly Target[]> {
  const gone: Target[] = [];
  for (const object of inPhases(objects).toReversed()) {
    const target = targetOf(object);
    if (await writer.remove(target, (live) => whyKept(live, service) === undefined)) gone.push(target);
  }
  return gone;
}

/** Objects that nobody needs any more take nothing from a rollback that has come to its end. */
async function tidyUp({ writer, progress }: RestorePorts, objects: readonly KubeObject[], service: string): Promise<void> {
  await prune(writer, objects, service).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    progress?.(`What only the bad release had was left: ${error.message}`);
  });
}

/** The Deployments that somebody has paused and that the release would leave so: none of their pods would change. */
async function pausedOf(client: Kubernetes, { objects }: Release): Promise<readonly string[]> {
  const found: string[] = [];
  for (const object of objects) {
    if (object.kind !== 'Deployment' || (object as Deployment).spec.paused === false) continue;
    const live = await client.get<Deployment>(targetOf(object));
    if (live?.spec.paused === true) found.push(object.metadata.name);
  }
  return found;
}

/** Why going back to a release could not work, by what is gone since it ran and what is held. */
async function whyNot({ client, imageGone }: RestorePorts, good: Release): Promise<string | undefined> {
  const [paused] = await pausedOf(client, good);
  if (paused !== undefined)
    return `the Deployment ${paused} is paused, so no pod of it would change; let it go on with: kubectl rollout resume deployment/${paused}`;
  const gone = await goneSince(client, good);
  if (gone.length > 0) return `release ${good.id} needs what is gone since: ${gone.map(objectName).join(', ')}`;
  const image = await imageGone?.(good.image);
  return image === undefined ? undefined : `the image of release ${good.id} is gone (IMAGE_GONE): ${image}`;
}

async function applyEach({ writer, cancelled }: RestorePorts, objects: readonly KubeObject[]): Promise<void> {
  for (const object of inPhases(objects)) {
    cancelled.throwIfAborted();
    await writer.apply(object, { force: true });
  }
}

/** Whether every one of the Deployments has the pods that it wants, and one at least. */
async function allRun(client: Kubernetes, deployments: readonly KubeObject[]): Promise<boolean> {
  for (const object of deployments) {
    const live = await client.get<Deployment>(targetOf(object));
    if ((live?.status?.availableReplicas ?? 0) < Math.max(1, live?.spec.replicas ?? 1)) return false;
  }
  return true;
}

/**
 * Deletes the bad release's colour at once where plain pods stand by: the Services that are led back to those ask for no colour,
 * and so lead to both for as long as both are there.
 */
async function clearColour(ports: RestorePorts, { service, bad, good }: Restoration): Promise<void> {
  const coloured = leftOver({ service, releases: [bad] }, good.objects).filter(
    (object) => object.kind === 'Deployment' && isColoured(object),
  );
  const plain = good.objects.filter((object) => object.kind === 'Deployment');
  if (coloured.length === 0 || plain.some(isColoured) || !(await allRun(ports.client, plain))) return;
  await tidyUp(ports, coloured, service);
}

/**
 * The Services that lead to a colour whose pods do not run any more: they are led back only when those do again. Where they
 * still run, leading requests back to them comes first, because that alone mends most.
 */
async function switchesToWaitFor({ client }: RestorePorts, objects: readonly KubeObject[]): Promise<readonly KubeObject[]> {
  const late = objects.filter(isSwitch);
  if (late.length === 0) return [];
  const run = await allRun(
    client,
    objects.filter((object) => object.kind === 'Deployment' && isColoured(object)),
  );
  return run ? [] : late;
}

/**
 * Applies a recorded good release again, once, and waits until it is ready; what only the bad one had goes last.
 *
 * The bad release is marked before anything is touched, so that a run that is killed here leaves the truth behind.
 */
export async function restoreRelease(
  ports: RestorePorts,
  ledgers: LedgerStore,
  restoration: Restoration,
  limits: WaitLimits,
): Promise<RestoreResult> {
  const { service, bad, good, why, namespace } = restoration;
  try {
    await ledgers.update((ledger) => withState(ledger, bad.id, 'bad', why));
    const hindrance = await whyNot(ports, good);
    if (hindrance !== undefined) return { state: 'refused', why: `nothing was touched, for ${hindrance}` };
    const late = await switchesToWaitFor(ports, good.objects);
    await applyEach(
      ports,
      good.objects.filter((object) => !late.includes(object)),
    );
    if (late.length > 0) {
      const ready = await waitForRollout(ports, workloadsOf(good.objects), namespace, limits);
      if (ready.state !== 'ready') return ready;
      await applyEach(ports, late);
    }
    await clearColour(ports, restoration);
    await ledgers.update((ledger) => withCurrent(ledger, good.id));
    await replaceStuckPods(ports, good.objects);
    const result = await waitForRollout(ports, workloadsOf(good.objects), namespace, limits);
    if (result.state === 'ready') await tidyUp(ports, leftOver({ service, releases: [bad] }, good.objects), service);
    return result;
  } catch (error) {
    if (ports.cancelled.aborted) return { state: 'cancelled' };
    if (error instanceof Failure) return { state: 'refused', why: error.message };
    throw error;
  }
}
