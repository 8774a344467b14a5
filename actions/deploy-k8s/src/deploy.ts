import { Failure } from '@slipway/failure';
import { isDefinition, KINDS, KubernetesFailure, type KubeObject, objectName, targetOf } from '@slipway/kubernetes';
import {
  awaitDefinition,
  type Cause,
  collectEvidence,
  currentRelease,
  fencedWriter,
  lastGood,
  ledgerStore,
  prune,
  type Release,
  type RestorePorts,
  restoreRelease,
  type WaitFailure,
  waitForRollout,
  withRelease,
  withState,
  workloadsOf,
} from '@slipway/rollout';
import type { Ports, RunContext } from '@slipway/runner';
import { type Ending, type Undoing, undoingOf } from './ending.ts';
import { imageGone } from './image-check.ts';
import type { LeftOver } from './left-over.ts';
import { planSteps, type Step } from './plan.ts';
import type { Scene } from './scene.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import type { Turn } from './turn.ts';

/** What is to be done: what is applied, and what goes afterwards. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly leftOver: LeftOver;
}

function draftOf({ inputs, manifests }: Scene, ports: Ports, context: RunContext) {
  return {
    image: inputs.image,
    at: new Date(ports.clock.now()).toISOString(),
    objects: manifests.map(({ object }) => object),
    ...(context.sha !== undefined && { commit: context.sha }),
    ...(context.repository !== undefined && { repository: context.repository }),
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

async function undo(scene: Scene, waits: RestorePorts, bad: Release | undefined, cause: Cause): Promise<Undoing> {
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
  const restoration = { service: inputs.service, bad, good, why, namespace: inputs.namespace };
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

async function applyAll(scene: Scene, steps: readonly Step[], ports: RestorePorts): Promise<Cause | undefined> {
  for (const { manifest, change } of steps) {
    const { object } = manifest;
    if (change === 'same') continue;
    ports.cancelled.throwIfAborted();
    try {
      if (change === 'replace') await ports.writer.remove(targetOf(object), () => true);
      await ports.writer.apply(object, { force: scene.inputs.forceConflicts });
      ports.progress?.(`${objectName(object)}: applied`);
      const unusable = isDefinition(object) ? await awaitDefinition(ports, object) : undefined;
      if (unusable !== undefined) return unusable;
    } catch (error) {
      if (!(error instanceof KubernetesFailure)) throw error;
      return refusalCause(object, error);
    }
  }
  return undefined;
}

type Rolled =
  | { readonly state: 'ready'; readonly elapsedMs: number }
  | WaitFailure
  | { readonly state: 'lost'; readonly why: string };

async function rollForward(scene: Scene, steps: readonly Step[], waits: RestorePorts): Promise<Rolled> {
  const { inputs, manifests } = scene;
  const targets = workloadsOf(manifests.map(({ object }) => object));
  try {
    const refused = await applyAll(scene, steps, waits);
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

/**
 * Looks at the set once more where the lock was taken over: what the earlier holder had on its way when it was fenced off
 * may have created an object that was not there to be fenced.
 */
async function rollAgain(turn: Turn, waits: RestorePorts, result: Rolled): Promise<Rolled> {
  const { scene, lock } = turn;
  if (result.state !== 'ready' || lock?.takenFrom === undefined) return result;
  const steps = await planSteps(scene, scene.manifests, scene.inputs.forceConflicts);
  return steps.every(({ change }) => change === 'same') ? result : rollForward(scene, steps, waits);
}

function portsOf(
  { scene: { client, ledgers, inputs }, lock }: Turn,
  ports: Ports,
  context: RunContext,
  timeline: Timeline,
): RestorePorts {
  const { clock, cancelled } = ports;
  const progress = (line: string): void => timeline.note(line);
  const writer = fencedWriter(client, lock, ledgers);
  const check = inputs.checkImage && { imageGone: (image: string) => imageGone(image, ports, context) };
  return { client, clock, cancelled, progress, writer, ...check, ...(lock && { hold: () => lock.beat() }) };
}

/** Writes down, in the moment that a cancelled run has left, that the release was cut off. */
async function noteInterruption({ scene, lock }: Turn, release: Release | undefined, ports: Ports): Promise<void> {
  if (!ports.cancelled.aborted || release?.state !== 'deploying') return;
  const ledgers = ledgerStore(scene.parting, scene.inputs, lock?.fence);
  await ledgers
    .update((ledger) => withState(ledger, release.id, 'interrupted'))
    .catch((error: unknown) => ports.log.debug(String(error)));
}

const changes = ({ ledger, inputs }: Scene, steps: readonly Step[]): boolean =>
  steps.some(({ change }) => change !== 'same') || currentRelease(ledger)?.image !== inputs.image;

/** The number that the release is going to have, as long as nobody else records one before. */
export function releaseToBe(scene: Scene, { steps }: Plan, ports: Ports, context: RunContext): number | undefined {
  return changes(scene, steps) ? withRelease(scene.ledger, draftOf(scene, ports, context)).current : scene.ledger.current;
}

/** Applies the manifests, waits, and on failure looks, then goes back. Writes down each step before it is taken. */
export async function deploy(turn: Turn, { steps, leftOver }: Plan, ports: Ports, context: RunContext): Promise<Ending> {
  const { scene } = turn;
  const { client, ledgers, inputs } = scene;
  const changed = changes(scene, steps);
  const recorded = changed ? await ledgers.update((ledger) => withRelease(ledger, draftOf(scene, ports, context))) : scene.ledger;
  const release = currentRelease(recorded);
  const timeline = timelineOf(ports.clock, ports.log);
  const waits = portsOf(turn, ports, context, timeline);
  const result = await rollAgain(turn, waits, await rollForward(scene, steps, waits));
  if (result.state === 'lost') {
    await noteInterruption(turn, release, ports);
    return { state: 'unknown', release, why: result.why };
  }
  if (result.state === 'failed') {
    timeline.note(`failed: ${result.cause.class}/${result.cause.reason}`);
    const evidence = await collectEvidence(client, result.cause, result.view, scene.redact);
    const undoing = await undo(scene, waits, changed ? release : undefined, result.cause).catch(notBegun(ports.cancelled));
    timeline.note(`rollback: ${undoing.state}`);
    return { state: 'failed', release, evidence, undoing, timeline: timeline.happenings };
  }
  const pruned = await prune(waits.writer, leftOver.objects, inputs.service);
  // A release that is called good already is not taken back to pending by being deployed once more.
  const settled = release?.state === 'good' ? 'good' : inputs.record;
  if (release !== undefined && release.state !== settled) {
    await ledgers.update((ledger) => withState(ledger, release.id, settled));
  }
  return { state: 'deployed', release: release && { ...release, state: settled }, elapsedMs: result.elapsedMs, pruned };
}
