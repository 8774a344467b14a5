import { Failure } from '@slipway/failure';
import { isDefinition, KINDS, KubernetesFailure, objectName, targetOf } from '@slipway/kubernetes';
import {
  awaitDefinition,
  type Cause,
  clearCanaries,
  collectEvidence,
  currentRelease,
  fencedWriter,
  knownCanaries,
  lastGood,
  ledgerStore,
  prune,
  refusalCause,
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
import { type Advance, advance, type Plan, type Rolled, told } from './advance.ts';
import { takeColourBack } from './blue-green.ts';
import { canariesOf, takeBack } from './canary.ts';
import { type Ending, type Undoing, undoingOf } from './ending.ts';
import { imageGone } from './image-check.ts';
import { planSteps, type Step } from './plan.ts';
import type { Scene } from './scene.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import type { Turn } from './turn.ts';

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

async function applied(scene: Scene, steps: readonly Step[], waits: RestorePorts): Promise<WaitFailure | undefined> {
  const cause = await applyAll(scene, steps, waits);
  const [target] = workloadsOf(scene.manifests.map(({ object }) => object));
  const about = target ?? { ...KINDS.namespace, name: scene.inputs.namespace };
  return cause && { state: 'failed', target: about, cause, elapsedMs: 0 };
}

async function rollForward(scene: Scene, steps: readonly Step[], waits: RestorePorts): Promise<Rolled> {
  const { inputs, manifests } = scene;
  return told(waits, async () => {
    const refused = await applied(scene, steps, waits);
    if (refused !== undefined) return refused;
    // The old colour is kept by keeping at it: whatever fails in this time is led back to it.
    const keptMs = inputs.strategy === 'blue-green' ? (inputs.keepOld ?? 0) : 0;
    const limits = { timeoutMs: inputs.timeout, stabilityMs: Math.max(inputs.stabilityWindow, keptMs) };
    const targets = workloadsOf(manifests.map(({ object }) => object));
    return waitForRollout(waits, targets, inputs.namespace, limits);
  });
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

/** Undoes what a release that failed changed. A canary outlives its own release's rollout until the good one runs again. */
async function undoAll(scene: Scene, waits: RestorePorts, bad: Release | undefined, cause: Cause, at: Advance): Promise<Undoing> {
  const { failedTrial } = at;
  if (failedTrial?.kind === 'canary' && bad !== undefined) return takeBack(scene, failedTrial, waits, bad, cause);
  if (failedTrial?.kind === 'blue-green' && bad !== undefined) return takeColourBack(scene, failedTrial, waits, bad, cause);
  const undoing = await undo(scene, waits, bad, cause);
  if (undoing.state === 'restored') await clearCanaries(waits, bad?.canaries ?? [], scene.inputs.service);
  return undoing;
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

/** A release that waits for a person is not good yet; and as its old pods may run on, nothing that they need is deleted. */
async function standStill({ ledgers }: Scene, release: Release | undefined): Promise<Release | undefined> {
  if (release === undefined || release.state === 'good') return release;
  await ledgers.update((ledger) => withState(ledger, release.id, 'pending'));
  return { ...release, state: 'pending' };
}

/** Applies the manifests, waits, and on failure looks, then goes back. Writes down each step before it is taken. */
export async function deploy(turn: Turn, plan: Plan, ports: Ports, context: RunContext): Promise<Ending> {
  const { scene } = turn;
  const { client, ledgers, inputs } = scene;
  const { steps, leftOver, trial } = plan;
  const changed = changes(scene, steps);
  const draft = { ...draftOf(scene, ports, context), ...canariesOf(trial) };
  const recorded = changed ? await ledgers.update((ledger) => withRelease(ledger, draft)) : scene.ledger;
  const release = currentRelease(recorded);
  const timeline = timelineOf(ports.clock, ports.log);
  const waits = portsOf(turn, ports, context, timeline);
  const reached = await advance(scene, plan, waits, {
    apply: (some) => applied(scene, some, waits),
    roll: async (some) => rollAgain(turn, waits, await rollForward(scene, some, waits)),
  });
  const { result, tried } = reached;
  if (result.state === 'lost') {
    await noteInterruption(turn, release, ports);
    return { state: 'unknown', release, why: result.why };
  }
  if (result.state === 'paused') return { state: 'paused', release: await standStill(scene, release), why: result.why };
  if (result.state === 'failed') {
    timeline.note(`failed: ${result.cause.class}/${result.cause.reason}`);
    const evidence = await collectEvidence(client, result.cause, result.view, scene.redact);
    const bad = changed ? release : undefined;
    const undoing = await undoAll(scene, waits, bad, result.cause, reached).catch(notBegun(ports.cancelled));
    timeline.note(`rollback: ${undoing.state}`);
    return { state: 'failed', release, evidence, undoing, timeline: timeline.happenings, ...(tried && { tried }) };
  }
  await clearCanaries(waits, knownCanaries(recorded), inputs.service);
  const pruned = await prune(waits.writer, leftOver.objects, inputs.service);
  // A release that is called good already is not taken back to pending by being deployed once more.
  const settled = release?.state === 'good' ? 'good' : inputs.record;
  if (release !== undefined && release.state !== settled) {
    await ledgers.update((ledger) => withState(ledger, release.id, settled));
  }
  const settledRelease = release && { ...release, state: settled };
  return { state: 'deployed', release: settledRelease, elapsedMs: result.elapsedMs, pruned, ...(tried && { tried }) };
}
