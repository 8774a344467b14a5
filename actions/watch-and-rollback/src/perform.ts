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
import type { Decision } from './decision.ts';
import type { Scene } from './scene.ts';
import type { Watched } from './watch.ts';

/** What was done about a decision. */
export type Deed =
  | { readonly kind: 'nothing'; readonly why?: string }
  | { readonly kind: 'promoted' }
  | { readonly kind: 'rolled-back'; readonly release: Release; readonly elapsedMs: number }
  | { readonly kind: 'rollback-failed'; readonly why: string };

/** A deed and what was seen before it. */
export interface Performed {
  readonly deed: Deed;
  readonly evidence?: Evidence;
  /** When it was over. */
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
  if (result.state === 'ready') return { kind: 'rolled-back', release: good, elapsedMs: result.elapsedMs };
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

async function rollBack(scene: Scene, ports: Ports, context: RunContext, why: string): Promise<Deed> {
  const { inputs, ledgers, release, good } = scene;
  const now = currentRelease(await ledgers.read());
  if (now?.id !== release.id) return superseded(now);
  if (inputs.onRegression === 'report' || good === undefined) {
    await ledgers.update((ledger) => withState(ledger, release.id, 'bad', why));
    if (inputs.onRegression === 'report') return { kind: 'nothing', why: 'on-regression is report' };
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
    if (decision.kind === 'regressed') {
      const { cause } = decision;
      return await rollBack(scene, ports, context, scene.redact(`${cause.class}/${cause.reason}: ${cause.message}`));
    }
    const accepted = scene.inputs.onInconclusive === 'pass' && !['superseded', 'cancelled'].includes(decision.reason);
    return accepted ? await promote(scene) : { kind: 'nothing' };
  } catch (error) {
    const why = ports.cancelled.aborted ? 'the run was cancelled before it was done' : error instanceof Failure && error.message;
    if (typeof why !== 'string') throw error;
    return decision.kind === 'regressed' ? { kind: 'rollback-failed', why } : { kind: 'nothing', why };
  }
}

/** Looks at what is about to be undone, and then does what was decided, once. */
export async function perform(
  scene: Scene,
  watched: Watched,
  decision: Decision,
  ports: Ports,
  context: RunContext,
): Promise<Performed> {
  const view = watched.trouble?.view ?? watched.view;
  const evidence =
    decision.kind === 'regressed' ? await collectEvidence(scene.client, decision.cause, view, scene.redact) : undefined;
  const deed = await deedOf(scene, decision, ports, context);
  return { deed, ...(evidence && { evidence }), atMs: ports.clock.now() };
}
