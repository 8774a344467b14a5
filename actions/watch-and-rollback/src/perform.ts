import { randomUUID } from 'node:crypto';
import { Failure } from '@slipway/failure';
import {
  askGitHub,
  collectEvidence,
  currentRelease,
  type Evidence,
  fencedWriter,
  ledgerStore,
  type Lock,
  ownHolder,
  type Release,
  restoreRelease,
  underLock,
  withState,
} from '@slipway/rollout';
import type { Ports, RunContext } from '@slipway/runner';
import { type Decision, isBad } from './decision.ts';
import { type Recovery, watchRecovery } from './recovery.ts';
import type { Scene } from './scene.ts';
import type { Watched } from './watch.ts';

/** What was done about a decision. */
export type Deed =
  | { readonly kind: 'nothing'; readonly why?: string }
  | { readonly kind: 'promoted' }
  | { readonly kind: 'rolled-back'; readonly release: Release; readonly elapsedMs: number; readonly recovery: Recovery }
  /** The good release fails as well. It is not gone back any further. */
  | { readonly kind: 'both-bad'; readonly release: Release; readonly why: string }
  | { readonly kind: 'rollback-failed'; readonly why: string };

/** A deed and what was seen before it. */
export interface Performed {
  readonly deed: Deed;
  readonly evidence?: Evidence;
  /** When it was done; whether it helped is seen after that. */
  readonly atMs: number;
}

/** Goes back once, unless something newer runs by now. */
async function goBack(scene: Scene, good: Release, lock: Lock | undefined, ports: Ports, why: string): Promise<Deed> {
  const { client, inputs, release } = scene;
  const ledgers = ledgerStore(client, inputs, lock?.fence);
  const now = currentRelease(await ledgers.read());
  if (now?.id !== release.id) return superseded(now);
  const waits = {
    ...{ client, clock: ports.clock, cancelled: ports.cancelled, writer: fencedWriter(client, lock, ledgers) },
    ...(lock && { hold: () => lock.beat() }),
    progress: (line: string) => ports.log.info(line),
  };
  const restoration = { service: inputs.service, bad: release, good, why, namespace: inputs.namespace };
  const result = await restoreRelease(waits, ledgers, restoration, { timeoutMs: inputs.timeout, stabilityMs: 5000 });
  if (result.state === 'ready') {
    return { kind: 'rolled-back', release: good, elapsedMs: result.elapsedMs, recovery: { kind: 'unwatched' } };
  }
  if (result.state === 'failed' && result.cause.class === 'app') {
    const why = `release ${good.id} fails as well: ${result.cause.reason}: ${result.cause.message}`;
    return { kind: 'both-bad', release: good, why };
  }
  const reason =
    result.state === 'cancelled'
      ? 'the run was cancelled after its objects were applied'
      : result.state === 'failed'
        ? `release ${good.id} fails as well: ${result.cause.reason}: ${result.cause.message}`
        : result.why;
  return { kind: 'rollback-failed', why: reason };
}

const superseded = (now: Release | undefined): Deed => ({
  kind: 'nothing',
  why: `release ${now?.id ?? '-'} has been deployed since, and it is not ours to undo`,
});

/** Goes back under the lock of the service's deploys; a deploy that holds it may be about to replace the bad release. */
async function goBackInTurn(scene: Scene, good: Release, ports: Ports, context: RunContext, why: string): Promise<Deed> {
  const { client, parting, inputs } = scene;
  if (!inputs.lock) return goBack(scene, good, undefined, ports, why);
  const { clock, cancelled, log } = ports;
  const progress = (line: string): void => log.info(line);
  const { service, namespace, timeout: waitMs } = inputs;
  const request = { service, namespace, holder: ownHolder(context, randomUUID()), waitMs };
  const lockPorts = { client, parting, clock, cancelled, progress, ask: askGitHub(undefined, clock) };
  const outcome = await underLock(lockPorts, request, (lock) => goBack(scene, good, lock, ports, why));
  if (outcome.kind === 'done') return outcome.value;
  const who = outcome.kind === 'busy' ? `: ${outcome.holder}` : '';
  return { kind: 'rollback-failed', why: `another run deploys the service${who}` };
}

/** Why a release that is bad is left running: because it was said so. */
function whyLeft({ onRegression, onSlower }: Scene['inputs'], kind: 'regressed' | 'slower'): string | undefined {
  if (onRegression === 'report') return 'on-regression is report';
  return kind === 'slower' && onSlower !== 'rollback' ? `on-slower is ${onSlower}` : undefined;
}

async function rollBack(
  scene: Scene,
  kind: 'regressed' | 'slower',
  ports: Ports,
  context: RunContext,
  why: string,
): Promise<Deed> {
  const { inputs, ledgers, release, good } = scene;
  const now = currentRelease(await ledgers.read());
  if (now?.id !== release.id) return superseded(now);
  const left = whyLeft(inputs, kind);
  if (left !== undefined || good === undefined) {
    await ledgers.update((ledger) => withState(ledger, release.id, 'bad', why));
    if (left !== undefined) return { kind: 'nothing', why: left };
    return { kind: 'rollback-failed', why: 'no good release is recorded to go back to' };
  }
  return goBackInTurn(scene, good, ports, context, why);
}

async function promote({ ledgers, release }: Scene): Promise<Deed> {
  if (release.state !== 'good') await ledgers.update((ledger) => withState(ledger, release.id, 'good'));
  return { kind: 'promoted' };
}

async function deedOf(scene: Scene, decision: Decision, ports: Ports, context: RunContext): Promise<Deed> {
  try {
    if (decision.kind === 'healthy') return await promote(scene);
    if (decision.kind !== 'inconclusive') {
      const { kind, cause } = decision;
      return await rollBack(scene, kind, ports, context, scene.redact(`${cause.class}/${cause.reason}: ${cause.message}`));
    }
    const accepted = scene.inputs.onInconclusive === 'pass' && !['superseded', 'cancelled'].includes(decision.reason);
    return accepted ? await promote(scene) : { kind: 'nothing' };
  } catch (error) {
    const why = ports.cancelled.aborted ? 'the run was cancelled before it was done' : error instanceof Failure && error.message;
    if (typeof why !== 'string') throw error;
    return isBad(decision) ? { kind: 'rollback-failed', why } : { kind: 'nothing', why };
  }
}

/** Watches whether going back has helped. */
async function withRecovery(deed: Deed, scene: Scene, watched: Watched, ports: Ports): Promise<Deed> {
  if (deed.kind !== 'rolled-back') return deed;
  const recovery = await watchRecovery(scene, watched, ports);
  return recovery.kind === 'bad' ? { kind: 'both-bad', release: deed.release, why: recovery.why } : { ...deed, recovery };
}

/** Looks at what is about to be undone, does what was decided, once, and looks whether that has helped. */
export async function perform(
  scene: Scene,
  watched: Watched,
  decision: Decision,
  ports: Ports,
  context: RunContext,
): Promise<Performed> {
  const view = watched.trouble?.view ?? watched.view;
  const evidence = isBad(decision) ? await collectEvidence(scene.client, decision.cause, view, scene.redact) : undefined;
  const deed = await deedOf(scene, decision, ports, context);
  const atMs = ports.clock.now();
  return { deed: await withRecovery(deed, scene, watched, ports), ...(evidence && { evidence }), atMs };
}
