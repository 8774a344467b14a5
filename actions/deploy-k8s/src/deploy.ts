import { Failure } from '@slipway/failure';
import { KINDS, KubernetesFailure, type KubeObject, objectName } from '@slipway/kubernetes';
import {
  applyObject,
  type Cause,
  collectEvidence,
  currentRelease,
  lastGood,
  type Release,
  restoreRelease,
  type WaitFailure,
  waitForRollout,
  type WaitPorts,
  withRelease,
  withState,
  workloadsOf,
} from '@slipway/rollout';
import type { Ports, RunContext } from '@slipway/runner';
import { type Ending, type Undoing, undoingOf } from './ending.ts';
import type { Step } from './plan.ts';
import type { Scene } from './scene.ts';

function draftOf({ inputs, manifests }: Scene, ports: Ports, context: RunContext) {
  return {
    image: inputs.image,
    at: new Date(ports.clock.now()).toISOString(),
    objects: manifests.map(({ object }) => object),
    ...(context.sha !== undefined && { commit: context.sha }),
    ...(context.runUrl !== undefined && { runUrl: context.runUrl }),
  };
}

/** Creates the namespace when that is asked for and needed. */
export async function ensureNamespace({ client, inputs, manifests, namespaceExists }: Scene): Promise<void> {
  if (namespaceExists) return;
  const own = manifests.find(({ object }) => object.kind === 'Namespace')?.object;
  await client.apply(own ?? { ...KINDS.namespace, metadata: { name: inputs.namespace } }, { force: true });
}

function refusalCause(object: KubeObject, error: Failure): Cause {
  const status = error instanceof KubernetesFailure ? error.status : 0;
  const kind = status === 403 ? 'policy' : status >= 400 && status < 500 ? 'config' : 'platform';
  return { class: kind, reason: 'ApplyRefused', message: `${objectName(object)} was refused: ${error.message}` };
}

async function undo(scene: Scene, waits: WaitPorts, bad: Release | undefined, cause: Cause): Promise<Undoing> {
  const { inputs, ledgers } = scene;
  if (bad === undefined) return { state: 'kept', why: 'this run changed nothing' };
  const why = scene.redact(`${cause.class}/${cause.reason}: ${cause.message}`);
  const ledger = await ledgers.read();
  const good = lastGood(ledger, bad.id);
  const superseded = currentRelease(ledger)?.id !== bad.id;
  if (inputs.onFailure === 'keep' || good === undefined || superseded) {
    await ledgers.update((now) => withState(now, bad.id, 'bad', why));
    if (superseded) return { state: 'kept', why: `release ${ledger.current} has been deployed since` };
    return { state: 'kept', why: inputs.onFailure === 'keep' ? 'on-failure is keep' : 'no good release is recorded yet' };
  }
  const limits = { timeoutMs: inputs.timeout, stabilityMs: inputs.stabilityWindow };
  const restoration = { bad, good, why, namespace: inputs.namespace };
  return undoingOf(good, await restoreRelease(waits, ledgers, restoration, limits));
}

/** A rollback that cannot even begin must not hide what was found before it. */
function notBegun(cancelled: AbortSignal): (error: unknown) => Undoing {
  return (error) => {
    if (cancelled.aborted) return { state: 'kept', why: 'the run was cancelled' };
    if (error instanceof Failure) return { state: 'kept', why: `the rollback could not begin: ${error.message}` };
    throw error;
  };
}

async function applyAll(scene: Scene, steps: readonly Step[], signal: AbortSignal): Promise<Cause | undefined> {
  for (const { manifest, change } of steps) {
    const { object } = manifest;
    if (change === 'same') continue;
    signal.throwIfAborted();
    try {
      await applyObject(scene.client, object, { force: scene.inputs.forceConflicts });
    } catch (error) {
      if (!(error instanceof Failure) || error.code.startsWith('HTTP_')) throw error;
      return refusalCause(object, error);
    }
  }
  return undefined;
}

type Rolled =
  | { readonly state: 'ready'; readonly elapsedMs: number }
  | WaitFailure
  | { readonly state: 'lost'; readonly why: string };

async function rollForward(scene: Scene, steps: readonly Step[], waits: WaitPorts): Promise<Rolled> {
  const { inputs, manifests } = scene;
  const targets = workloadsOf(manifests.map(({ object }) => object));
  try {
    const refused = await applyAll(scene, steps, waits.cancelled);
    const target = targets[0] ?? { ...KINDS.namespace, name: inputs.namespace };
    if (refused !== undefined) return { state: 'failed', target, cause: refused, elapsedMs: 0 };
    const limits = { timeoutMs: inputs.timeout, stabilityMs: inputs.stabilityWindow };
    const result = await waitForRollout(waits, targets, inputs.namespace, limits);
    return result.state === 'cancelled' ? { state: 'lost', why: 'the run was cancelled' } : result;
  } catch (error) {
    if (waits.cancelled.aborted) return { state: 'lost', why: 'the run was cancelled' };
    if (error instanceof Failure) return { state: 'lost', why: error.message };
    throw error;
  }
}

/** Applies the manifests, waits, and on failure looks, then goes back. Writes down each step before it is taken. */
export async function deploy(scene: Scene, steps: readonly Step[], ports: Ports, context: RunContext): Promise<Ending> {
  const { client, ledgers, inputs } = scene;
  const before = currentRelease(scene.ledger);
  const changed = steps.some(({ change }) => change !== 'same') || before?.image !== inputs.image;
  const recorded = changed ? await ledgers.update((ledger) => withRelease(ledger, draftOf(scene, ports, context))) : scene.ledger;
  const release = currentRelease(recorded);
  const waits = { client, clock: ports.clock, cancelled: ports.cancelled, progress: (line: string) => ports.log.info(line) };
  const result = await rollForward(scene, steps, waits);
  if (result.state === 'lost') return { state: 'unknown', release, why: result.why };
  if (result.state === 'failed') {
    const evidence = await collectEvidence(client, result.cause, result.view, scene.redact);
    const undoing = await undo(scene, waits, changed ? release : undefined, result.cause).catch(notBegun(ports.cancelled));
    return { state: 'failed', release, evidence, undoing };
  }
  // A release that is called good already is not taken back to pending by being deployed once more.
  const settled = release?.state === 'good' ? 'good' : inputs.record;
  if (release !== undefined && release.state !== settled) {
    await ledgers.update((ledger) => withState(ledger, release.id, settled));
  }
  return { state: 'deployed', release: release && { ...release, state: settled }, elapsedMs: result.elapsedMs };
}
