import { Failure } from '@slipway/failure';
import {
  type Kubernetes,
  KubernetesFailure,
  type KubeObject,
  objectName,
  type Target,
  targetOf,
  unlessUnknown,
} from '@slipway/kubernetes';
import { type ApplyPolicy, applyObject } from '../apply.ts';
import type { LedgerStore } from '../ledger-store.ts';
import { currentRelease } from '../release.ts';
import { type Lock, lockLost } from './lock.ts';

/** The number of the last holder that took the lock from one who may still live. */
export const FENCE = 'slipway.dev/fence';
/** Owns the fence alone, so that an apply of the object itself leaves it. */
const FENCE_MANAGER = 'slipway-fence';
const ATTEMPTS = 10;

/** Writes to the cluster on behalf of one deploy. */
export interface Writer {
  apply(object: KubeObject, policy: ApplyPolicy): Promise<KubeObject>;
  /** Deletes what `check` accepts of it as it is now; whether something was deleted. */
  remove(target: Target, check: (live: KubeObject) => boolean): Promise<boolean>;
}

/** Another version, no object any more, or another object of the same name: the three ways to come too late. */
function isRace(error: unknown): boolean {
  if (!(error instanceof KubernetesFailure)) return false;
  return (error.status === 409 && error.conflicts.length === 0) || error.causes.some(({ field }) => field === 'metadata.uid');
}

/** Does the work again when the object was changed between being read and being written. */
async function again<T>(what: string, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isRace(error)) throw error;
      if (attempt < ATTEMPTS) continue;
      const message = `${what} changes faster than it can be written: ${ATTEMPTS} attempts were overtaken.`;
      throw new Failure({ code: 'K8S_CHANGED_MEANWHILE', message, remedy: 'Find out who writes it; kubectl get -w shows it.' });
    }
  }
}

function within(live: KubeObject | undefined, lock: Lock | undefined): void {
  const fence = Number(live?.metadata.annotations?.[FENCE] ?? '0');
  if (lock !== undefined && fence > lock.fence)
    throw lockLost(`${live === undefined ? '' : objectName(live)} has fence ${fence}`);
}

/** The object as a change of what was read and of nothing else. The version alone would create what is gone; the uid does not. */
function atVersion(object: KubeObject, live: KubeObject | undefined): KubeObject {
  const { resourceVersion, uid } = live?.metadata ?? {};
  if (resourceVersion === undefined || uid === undefined) return object;
  return { ...object, metadata: { ...object.metadata, resourceVersion, uid } };
}

/** Puts an object right that was created after the lock was lost: as the record has it now, and if it has none, away. */
function puttingRight(client: Kubernetes, ledgers: LedgerStore, created: KubeObject): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!(error instanceof Failure) || error.code !== 'LOCK_LOST') throw error;
    const recorded = currentRelease(await ledgers.read())?.objects.find((each) => objectName(each) === objectName(created));
    const { resourceVersion = '' } = created.metadata;
    if (recorded === undefined) await client.delete(targetOf(created), { resourceVersion });
    else await client.apply(atVersion(recorded, created), { force: true });
    throw error;
  };
}

/**
 * A writer that a run which lost its lock cannot write with.
 *
 * Each write reads the object and its fence, holds the lock, and names the version that it read: whoever took the lock over has
 * fenced every object since, so a write that was on its way meets another version and is refused. Only what is new has no
 * version, and the API server has no "apply only if absent": after such a write the lock must prove to be ours, or it is put
 * right by the record of whoever has it now.
 *
 * @param lock without one, writes are made as they come
 */
export function fencedWriter(client: Kubernetes, lock: Lock | undefined, ledgers: LedgerStore): Writer {
  const read = async (target: Target): Promise<KubeObject | undefined> => {
    const live = await client.get(target);
    within(live, lock);
    // After reading, not before: what was read while the lock was ours changes its version when the lock changes hands.
    await lock?.hold();
    return live;
  };
  return {
    apply: (object, policy) => {
      if (lock === undefined || policy.dryRun === true) return applyObject(client, object, policy);
      return again(objectName(object), async () => {
        const live = await read(targetOf(object));
        const applied = await applyObject(client, atVersion(object, live), policy);
        if (live === undefined) await lock.prove().catch(puttingRight(client, ledgers, applied));
        return applied;
      });
    },
    remove: (target, check) =>
      again(objectName(target), async () => {
        const live = await unlessUnknown(read(target));
        const { resourceVersion } = live?.metadata ?? {};
        if (live === undefined || resourceVersion === undefined || !check(live)) return false;
        return client.delete(target, { resourceVersion });
      }),
  };
}

/** Fences objects that are there off from whoever had the lock before. */
export async function fenceOff(client: Kubernetes, targets: readonly Target[], lock: Lock): Promise<void> {
  for (const target of targets) {
    await again(objectName(target), async () => {
      const live = await unlessUnknown(client.get(target));
      if (live === undefined) return;
      within(live, lock);
      await lock.hold();
      const { apiVersion, kind, name, namespace } = target;
      const annotations = { [FENCE]: String(lock.fence) };
      const metadata = { name, ...(namespace !== undefined && { namespace }), annotations };
      await client.apply(atVersion({ apiVersion, kind, metadata }, live), { force: true, manager: FENCE_MANAGER });
    });
  }
}
