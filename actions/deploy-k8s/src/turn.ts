import { randomUUID } from 'node:crypto';
import { Failure } from '@slipway/failure';
import type { ConnectGitHub, GitHub } from '@slipway/github';
import { targetOf } from '@slipway/kubernetes';
import {
  acquireLock,
  askGitHub,
  currentRelease,
  fenceOff,
  judgeOrder,
  knownCanaries,
  leftOver,
  ledgerStore,
  type Lock,
  ownHolder,
  type RunOrder,
  toCompare,
} from '@slipway/rollout';
import type { Ports, RunContext } from '@slipway/runner';
import { ancestryOf } from './ancestry.ts';
import type { Scene } from './scene.ts';

/** A deploy whose turn it is: what was read since, under which lock, and how it comes in the order of commits. */
export interface Turn {
  readonly scene: Scene;
  readonly lock?: Lock;
  readonly order: RunOrder;
}

type OpenGitHub = ((repository: string) => GitHub) | undefined;

function opener({ inputs }: Scene, connect: ConnectGitHub, ports: Ports, { apiUrl }: RunContext): OpenGitHub {
  const token = inputs.githubToken;
  return token && ((repository) => connect({ apiUrl, repository, token }, ports));
}

async function orderOf({ inputs, ledger }: Scene, open: OpenGitHub, ports: Ports, context: RunContext): Promise<RunOrder> {
  const own = { repository: context.repository, commit: context.sha };
  const live = inputs.staleRun === 'deploy' ? undefined : toCompare(currentRelease(ledger), own);
  if (live?.commit === undefined || own.commit === undefined) return { kind: 'in-order' };
  const github = context.repository === undefined ? undefined : open?.(context.repository);
  return judgeOrder(live, own, await ancestryOf(live.commit, own.commit, ports, github));
}

async function lockFor(scene: Scene, open: OpenGitHub, ports: Ports, context: RunContext): Promise<Lock | RunOrder | undefined> {
  const { inputs, client, parting } = scene;
  if (!inputs.lock) return undefined;
  const { clock, cancelled } = ports;
  const progress = (line: string): void => ports.log.info(line);
  let order: RunOrder = { kind: 'in-order' };
  // Whoever holds the lock may be newer than we are: it, or its next attempt, must then be let through.
  const wanted = async (): Promise<boolean> => {
    order = await orderOf({ ...scene, ledger: await scene.ledgers.read() }, open, ports, context);
    return order.kind !== 'stale';
  };
  const { service, namespace, lockTimeout: waitMs } = inputs;
  const request = { service, namespace, holder: ownHolder(context, randomUUID()), waitMs, wanted };
  const outcome = await acquireLock({ client, parting, clock, cancelled, progress, ask: askGitHub(open, clock) }, request);
  if (outcome.kind === 'locked') return outcome.lock;
  if (outcome.kind === 'not-wanted') return order;
  const waited = `${Math.round(outcome.waitedMs / 1000)} s`;
  throw new Failure({
    code: 'DEPLOY_LOCKED',
    message: `Another run deploys ${inputs.service} in ${inputs.namespace} and did not end within ${waited}: ${outcome.holder}. Nothing was changed.`,
    remedy: 'Look at that run; run this one again when it is over, or raise "lock-timeout".',
  });
}

/** What was the earlier holder's is fenced off, so that nothing it still has on its way can be stored. */
async function takeOver(scene: Scene, lock: Lock, ports: Ports): Promise<Scene> {
  ports.log.info(`Taking over from ${lock.takenFrom}, which ended without giving the lock back.`);
  const ledger = await scene.ledgers.update((now) => now);
  const objects = scene.manifests.map(({ object }) => object);
  const targets = [...objects, ...leftOver(ledger, objects)].map(targetOf);
  await fenceOff(scene.client, [...targets, ...knownCanaries(ledger)], lock);
  return { ...scene, ledger };
}

async function take(scene: Scene, lock: Lock | undefined, open: OpenGitHub, ports: Ports, context: RunContext): Promise<Turn> {
  const ledgers = ledgerStore(scene.client, scene.inputs, lock?.fence);
  const read = { ...scene, ledgers, ledger: await ledgers.read() };
  const held = lock?.takenFrom === undefined ? read : await takeOver(read, lock, ports);
  return { scene: held, order: await orderOf(held, open, ports, context), ...(lock && { lock }) };
}

/** Waits until no other run deploys the service, does the work, and lets the next one in, however the work ends. */
export async function inTurn<T>(
  scene: Scene,
  connect: ConnectGitHub,
  ports: Ports,
  context: RunContext,
  work: (turn: Turn) => Promise<T>,
): Promise<T> {
  const open = opener(scene, connect, ports, context);
  let lock: Lock | undefined;
  try {
    const got = await lockFor(scene, open, ports, context);
    if (got !== undefined && 'kind' in got) return await work({ scene, order: got });
    lock = got;
    return await work(await take(scene, lock, open, ports, context));
  } catch (error) {
    if (!ports.cancelled.aborted || error instanceof Failure) throw error;
    throw new Failure({ code: 'CANCELLED', message: 'The run was cancelled before it changed anything.' }, { cause: error });
  } finally {
    await lock?.release().catch((error: unknown) => {
      ports.log.info(`The lock was not given back, so the next run waits until it has run out: ${String(error)}`);
    });
  }
}
